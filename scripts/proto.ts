/** The part of a protobuf file that says how JSON is decoded: messages with their fields, and enums. */
export interface Proto {
  readonly messages: Map<string, Message>
  readonly enums: Map<string, Enum>
}

export interface Message {
  readonly fields: Field[]
}

export interface Field {
  readonly name: string
  /** As JSON names it. */
  readonly json: string
  /** A scalar, or the key of a message or an enum. */
  readonly type: string
  readonly shape: 'single' | 'list' | 'map'
  /** Type of the keys of a map, where they are no text. */
  readonly key?: string
  /** Absent is not the same as zero: a wrapper, or a scalar in a oneof. */
  readonly optional: boolean
  readonly oneof?: string
}

/** Names to numbers. */
export type Enum = Map<string, number>

const SCALARS = ['bool', 'bytes', 'double', 'float', 'int32', 'int64', 'string', 'uint32', 'uint64']

/** google.protobuf types that JSON writes as something else than a message. */
const WELL_KNOWN: Readonly<Record<string, { readonly type: string; readonly optional: boolean }>> =
  {
    Duration: { type: 'Duration', optional: false },
    Struct: { type: 'Struct', optional: false },
    BoolValue: { type: 'bool', optional: true },
    DoubleValue: { type: 'double', optional: true },
    Int32Value: { type: 'int32', optional: true },
    Int64Value: { type: 'int64', optional: true },
    StringValue: { type: 'string', optional: true },
    UInt32Value: { type: 'uint32', optional: true },
    UInt64Value: { type: 'uint64', optional: true }
  }

interface Scope {
  readonly kind: 'message' | 'enum' | 'oneof' | 'other'
  readonly name: string
}

/** Reads one file into `proto`. Types of other files are named as they are there, `type.` before those of istio.type. */
export function parseProto(text: string, proto: Proto): void {
  const prefix = /^package istio\.type\b/m.test(text) ? 'type.' : ''
  const tokens = withoutComments(text).match(/"(?:[^"\\]|\\.)*"|[\w.]+|[^\s\w]/g) ?? []
  const scopes: Scope[] = []
  let statement: string[] = []
  const pending: { name: string; field: Omit<Field, 'type' | 'optional'>; written: string }[] = []
  const declared = new Set<string>()

  for (const token of tokens) {
    if (token === '{' && !statement.includes('option') && !statement.includes('[')) {
      scopes.push(opened(statement))
      statement = []
    } else if (token === '}' && !statement.includes('[')) {
      scopes.pop()
      statement = []
    } else if (token === ';') {
      declare(statement)
      statement = []
    } else statement.push(token)
  }
  for (const { name, field, written } of pending) {
    const message = proto.messages.get(name)
    if (message === undefined) throw new Error(`${name} is no message`)
    const { type, optional } = typeOf(written, name)
    const scalar = SCALARS.includes(type)
    const present = optional || (scalar && field.oneof !== undefined)
    message.fields.push({ ...field, type, optional: present })
  }

  function opened(words: readonly string[]): Scope {
    const [kind, name = ''] = words
    if (kind === 'oneof') return { kind, name }
    if (kind !== 'message' && kind !== 'enum') return { kind: 'other', name }
    const full = `${owner() ?? prefix}${owner() === undefined ? '' : '.'}${name}`
    declared.add(full)
    if (proto.messages.has(full) || proto.enums.has(full)) throw new Error(`two types ${full}`)
    if (kind === 'message') proto.messages.set(full, { fields: [] })
    else proto.enums.set(full, new Map())
    return { kind, name: full }
  }

  function owner(): string | undefined {
    return scopes.findLast(({ kind }) => kind === 'message')?.name
  }

  function declare(words: readonly string[]): void {
    const scope = scopes.at(-1)
    if (scope === undefined || scope.kind === 'other') return
    if (words[0] === 'reserved' || words[0] === 'option') return
    const equals = words.indexOf('=')
    const name = words[equals - 1]
    if (equals < 1 || name === undefined) return
    if (scope.kind === 'enum') {
      const number = words.slice(equals + 1, words.includes('[') ? words.indexOf('[') : undefined)
      proto.enums.get(scope.name)?.set(name, Number(number.join('')))
      return
    }
    const shape = words[0] === 'repeated' ? 'list' : words[0] === 'map' ? 'map' : 'single'
    const written = shape === 'list' ? words[1] : shape === 'map' ? words[4] : words[0]
    const message = owner()
    if (message === undefined || written === undefined) return
    const oneof = scope.kind === 'oneof' ? { oneof: scope.name } : {}
    const key =
      shape === 'map' && words[2] !== undefined && words[2] !== 'string' ? { key: words[2] } : {}
    pending.push({
      name: message,
      field: { name, json: jsonName(name), shape, ...key, ...oneof },
      written
    })
  }

  function typeOf(written: string, from: string): Pick<Field, 'type' | 'optional'> {
    if (SCALARS.includes(written)) return { type: written, optional: false }
    const wellKnown = /^(?:google\.protobuf\.)(\w+)$/.exec(written)?.[1]
    const known = wellKnown === undefined ? undefined : WELL_KNOWN[wellKnown]
    if (known !== undefined) return known
    const name = written
      .replace(/^istio\.type\.v1beta1\./, 'type.')
      .replace(/^istio\.\w+\.\w+\./, '')
    for (let scope = from; ; scope = scope.slice(0, scope.lastIndexOf('.'))) {
      const full = `${scope}.${name}`
      if (declared.has(full)) return { type: full, optional: false }
      if (!scope.includes('.')) break
    }
    return { type: declared.has(`${prefix}${name}`) ? `${prefix}${name}` : name, optional: false }
  }
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
}

function jsonName(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
