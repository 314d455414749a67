import type { CelInput } from '@bufbuild/cel'
import type { Json } from '../manifest/manifest.ts'
import { isMap } from '../manifest/map.ts'
import { type CheckTable, nodeOf } from './check-table.ts'
import type { SchemaNode } from './table.ts'

/**
 * JSON as CEL sees it through a schema (k8s.io/apiserver pkg/cel/common): integers are ints and numbers
 * doubles, fields have escaped names, what the schema does not name or does not type is not there.
 */
export class CelValues {
  private readonly table: CheckTable
  private readonly known = new WeakMap<object, CelInput>()

  constructor(table: CheckTable) {
    this.table = table
  }

  /** The value has passed the structural checks. */
  of(index: number, value: Json): CelInput {
    if (value === null || typeof value === 'boolean') return value
    const node = nodeOf(this.table.nodes, index)
    if (typeof value === 'number') {
      return node.type === 'number' || !Number.isInteger(value) ? value : BigInt(value)
    }
    if (typeof value === 'string') return node.format === 'byte' ? decodeBase64(value) : value
    let made = this.known.get(value)
    if (made === undefined) {
      made = isMap(value) ? this.map(node, value) : this.list(node, value as readonly Json[])
      this.known.set(value, made)
    }
    return made
  }

  private list({ items }: SchemaNode, list: readonly Json[]): CelInput {
    return items === undefined ? [] : list.map(item => this.of(items, item))
  }

  private map(node: SchemaNode, map: Readonly<Record<string, Json>>): CelInput {
    const made = new Map<string, CelInput>()
    for (const key of Object.keys(map)) {
      const value = map[key] as Json
      if (typeof node.additionalProperties === 'number') {
        made.set(key, this.of(node.additionalProperties, value))
        continue
      }
      const child =
        node.properties && Object.hasOwn(node.properties, key) ? node.properties[key] : undefined
      const name = escapeName(key)
      if (child === undefined || name === undefined || !this.isTyped(child)) continue
      made.set(name, this.of(child, value))
    }
    return made
  }

  /** Fields without a type are left out of CEL. */
  private isTyped(index: number): boolean {
    const node = nodeOf(this.table.nodes, index)
    return node.type !== undefined || node.intOrString === true
  }
}

const RESERVED: ReadonlySet<string> = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' '
  )
)

/** k8s.io/apiserver pkg/cel/escaping.go; `undefined` for a name that no expression can hold. */
export function escapeName(name: string): string | undefined {
  if (!/^[A-Za-z_./-][\w./-]*$/.test(name)) return undefined
  if (RESERVED.has(name)) return `__${name}__`
  return name.replace(/__|[-./]/g, part => ESCAPES[part] ?? part)
}

const ESCAPES: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__'
}

function decodeBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0))
}
