import type { FieldPath } from '../../src/finding.ts'
import type { SchemaNode, SchemaTable } from '../../src/schema/table.ts'

/** One field of a kind: where it stands in an object, and three values that differ in behaviour as far as can be. */
export interface PlantedField {
  readonly group: string
  readonly kind: string
  readonly version: string
  /** With 0 for each list element and `key` for each free key. */
  readonly path: FieldPath
  readonly values: readonly [unknown, unknown]
}

/** A free key of a map. */
export const key = 'planted'

/** Deeper than this only recursive or free-form values lie. */
const depthLimit = 14

/** Every leaf field below `spec` of every kind of a table, in its storage version. */
export function plantedFields(table: SchemaTable): PlantedField[] {
  const found: PlantedField[] = []
  for (const { group, kind, versions } of table.kinds) {
    const version = versions.find(one => one.storage === true) ?? versions[0]
    const root = version === undefined ? undefined : table.nodes[version.schema]
    const spec = root?.properties?.spec
    if (version === undefined || spec === undefined) continue
    walk(table, table.nodes[spec], ['spec'], (path, values) => {
      found.push({ group, kind, version: version.name, path, values })
    })
  }
  return found
}

function walk(
  table: SchemaTable,
  node: SchemaNode | undefined,
  path: FieldPath,
  found: (path: FieldPath, values: readonly [unknown, unknown]) => void
): void {
  if (node === undefined || path.length > depthLimit) return
  const { properties, items, additionalProperties } = node
  if (properties !== undefined && Object.keys(properties).length > 0) {
    for (const [name, child] of Object.entries(properties)) {
      walk(table, table.nodes[child], [...path, name], found)
    }
    return
  }
  if (items !== undefined) {
    walk(table, table.nodes[items], [...path, 0], found)
    return
  }
  if (typeof additionalProperties === 'number') {
    walk(table, table.nodes[additionalProperties], [...path, key], found)
    return
  }
  found(path, valuesOf(node, String(path.findLast(one => typeof one === 'string'))))
}

function valuesOf(node: SchemaNode, name: string): readonly [unknown, unknown] {
  if (node.enum !== undefined) {
    const values = node.enum.filter(value => typeof value === 'string')
    return [values.at(-1), values.length > 2 ? values.at(-2) : values[0]]
  }
  if (node.intOrString === true) return [8081, 8082]
  switch (node.type) {
    case 'boolean':
      return [true, false]
    case 'integer':
    case 'number': {
      const least = Math.max(node.minimum ?? 0, 0)
      return [least + 3, least + 7]
    }
    case 'string':
      return durations.test(name) ? ['3s', '5s'] : ['planted-a', 'planted-b']
    default:
      return [{ planted: 'a' }, { planted: 'b' }]
  }
}

const durations = /(?:timeout|interval|duration|delay|time|ttl|backoff|window)$/i

/** A copy of an object with one field set; `undefined` removes it. Lists and maps on the way are made. */
export function planted(object: unknown, path: FieldPath, value: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (typeof first === 'number') {
    const list: unknown[] = Array.isArray(object) ? [...object] : []
    list[first] = planted(list[first], rest, value)
    return list
  }
  const map: Record<string, unknown> = isRecord(object) ? { ...object } : {}
  map[first] = planted(map[first], rest, value)
  return map
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `spec.http[].match[].headers.*.exact`. */
export function patternOf(path: FieldPath): string {
  let text = ''
  for (const one of path) {
    if (typeof one === 'number') text += '[]'
    else text += `${text === '' ? '' : '.'}${one === key ? '*' : one}`
  }
  return text
}
