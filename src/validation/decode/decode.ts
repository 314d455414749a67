import type { FieldPath } from '../../finding.ts'
import { parseDuration } from '../../go/duration.ts'
import type { Json, JsonMap } from '../../manifest/manifest.ts'
import { isMap } from '../../manifest/map.ts'
import type { Message, MessageName } from './message.ts'
import { ENUMS, MESSAGES, SINCE } from './messages.ts'
import { type ReadScalar, SCALARS } from './scalar.ts'

/** A value that istiod cannot read. */
export interface Undecodable {
  readonly path: FieldPath
  /** `a duration such as 5s`. */
  readonly expected: string
}

export interface Decoded<Name extends MessageName> {
  readonly message: Message<Name>
  readonly problems: readonly Undecodable[]
}

/**
 * Decodes a spec as istiod does on its way to the webhook: jsonpb with unknown fields allowed (istio
 * pkg/util/protomarshal ApplyJSON). Fields that the minor does not have yet are unknown to it. `path` is where `json`
 * stands in the object.
 */
export function decode<Name extends MessageName>(
  name: Name,
  json: Json | undefined,
  minor: number,
  path: FieldPath
): Decoded<Name> {
  const decoder = new Decoder(minor, path)
  const message = decoder.message(name, json ?? null)
  // The tables that the type is made of are those that the decoder works by.
  return { message: message as Message<Name>, problems: decoder.problems }
}

class Decoder {
  readonly problems: Undecodable[] = []
  private readonly minor: number
  private readonly path: (string | number)[]

  constructor(minor: number, path: FieldPath) {
    this.minor = minor
    this.path = [...path]
  }

  message(name: string, json: Json): object {
    const shape = shapeOf(name)
    const message: Record<string, unknown> = Object.create(shape.zero)
    if (json === null) return message
    if (!isMap(json)) return this.fail('a map', message)
    for (const field of shape.fields) {
      if (field.since > this.minor) continue
      const key = own(json, field.json) ? field.json : field.name
      if (!own(json, key)) continue
      const value = json[key]
      if (value === undefined || value === null) continue
      this.path.push(key)
      const read = this.value(field, value)
      this.path.pop()
      if (field.oneof !== undefined) for (const other of field.rivals) message[other] = undefined
      message[field.json] = read
    }
    return message
  }

  private value({ kind, type, key }: FieldShape, value: Json): unknown {
    if (kind === 'single') return this.item(type, value)
    if (kind === 'list') {
      if (!Array.isArray(value)) return this.fail('a list', NO_ITEMS)
      return value.map((each, index) => this.at(index, () => this.item(type, each)))
    }
    const entries = new Map<string, unknown>()
    if (!isMap(value)) return this.fail('a map', entries)
    for (const name of Object.keys(value)) {
      this.at(name, () => {
        const read = key === undefined ? name : SCALARS[key]?.(name)
        if (read === undefined) this.fail(`named by ${WORDS[key ?? ''] ?? 'a number'}`, undefined)
        else entries.set(String(read), this.item(type, value[name] ?? null))
      })
    }
    return entries
  }

  private at<Result>(step: string | number, work: () => Result): Result {
    this.path.push(step)
    const result = work()
    this.path.pop()
    return result
  }

  private item(type: string, value: Json): unknown {
    const scalar = SCALARS[type]
    if (scalar !== undefined) return this.scalar(type, scalar, value)
    if (type === 'Duration') return this.duration(value)
    if (type === 'Struct') return isMap(value) ? value : this.fail('a map', undefined)
    return Object.hasOwn(ENUMS, type) ? this.enum(type, value) : this.message(type, value)
  }

  private scalar(type: string, read: ReadScalar, value: Json): unknown {
    return read(value) ?? this.fail(WORDS[type] ?? type, read(null))
  }

  private duration(value: Json): bigint {
    const read = typeof value === 'string' ? parseDuration(value) : null
    return read ?? this.fail('a duration such as 5s, 100ms or 1m30s', 0n)
  }

  /** By its name, or by its number, which need not be a known one. */
  private enum(type: string, value: Json): string {
    const numbers = enumOf(type)
    if (typeof value === 'string') {
      const known = Object.hasOwn(numbers, value) && (SINCE[`${type}.${value}`] ?? 0) <= this.minor
      return known ? value : this.fail(`one of ${this.names(type).join(', ')}`, zeroOf(type))
    }
    const number = SCALARS.int32?.(value)
    if (typeof number !== 'number')
      return this.fail(`one of ${this.names(type).join(', ')}`, zeroOf(type))
    return Object.keys(numbers).find(name => numbers[name] === number) ?? String(number)
  }

  private names(type: string): string[] {
    return Object.keys(enumOf(type)).filter(name => (SINCE[`${type}.${name}`] ?? 0) <= this.minor)
  }

  private fail<Fallback>(expected: string, fallback: Fallback): Fallback {
    this.problems.push({ path: [...this.path], expected })
    return fallback
  }
}

const NO_ITEMS: readonly never[] = []

const WORDS: Readonly<Record<string, string>> = {
  bool: 'true or false',
  string: 'a string',
  int32: 'a whole number',
  uint32: 'a whole number from 0 to 4294967295',
  uint64: 'a whole number of at least 0',
  double: 'a number',
  float: 'a number',
  bytes: 'base64 with padding'
}

interface FieldShape {
  readonly name: string
  readonly json: string
  readonly since: number
  readonly kind: 'single' | 'list' | 'map'
  readonly type: string
  readonly key: string | undefined
  readonly oneof: string | undefined
  /** The other fields of its oneof. The last in the order of the declaration wins. */
  readonly rivals: readonly string[]
}

interface Shape {
  readonly fields: readonly FieldShape[]
  /** What the fields of an empty message read as. */
  readonly zero: object
}

const shapes = new Map<string, Shape>()

function shapeOf(name: string): Shape {
  const known = shapes.get(name)
  if (known !== undefined) return known
  // Names of types stand in the table itself, so each is one of its keys.
  const written: Readonly<Record<string, string>> = MESSAGES[name as MessageName]
  const parsed = Object.entries(written).map(([field, type]) => fieldShape(name, field, type))
  const fields = parsed.map(field => ({
    ...field,
    rivals: parsed
      .filter(({ oneof, json }) => oneof === field.oneof && json !== field.json)
      .map(({ json }) => json)
  }))
  const zero: Record<string, unknown> = Object.create(null)
  for (const { json, kind, type, optional } of parsed) {
    zero[json] =
      kind === 'list' ? NO_ITEMS : kind === 'map' ? NO_ENTRIES : optional ? undefined : zeroOf(type)
  }
  const shape = { fields, zero }
  shapes.set(name, shape)
  return shape
}

const NO_ENTRIES: ReadonlyMap<string, unknown> = new Map()

function fieldShape(message: string, name: string, written: string) {
  const [, list, key, map, optional, single, oneof] =
    /^(?:\[([\w.]+)\]|\{(?:(\w+)=)?([\w.]+)\}|(\?)?([\w.]+))(?:@(\w+))?$/.exec(written) ?? []
  return {
    name,
    json: name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    since: SINCE[`${message}.${name}`] ?? 0,
    kind:
      list !== undefined
        ? ('list' as const)
        : map !== undefined
          ? ('map' as const)
          : ('single' as const),
    type: list ?? map ?? single ?? '',
    key,
    optional: optional !== undefined,
    oneof
  }
}

function zeroOf<Type extends string>(type: Type): string {
  if (Object.hasOwn(ENUMS, type)) return Object.keys(enumOf(type))[0] ?? ''
  // A scalar's zero, and nothing for a message; the caller's type says which.
  return SCALARS[type]?.(null) as string
}

function enumOf(type: string): Readonly<Record<string, number>> {
  // Asked only of names that are keys of the table.
  return ENUMS[type as keyof typeof ENUMS]
}

function own(map: JsonMap, key: string): boolean {
  return Object.hasOwn(map, key)
}
