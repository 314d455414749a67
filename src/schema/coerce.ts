import type { Json } from '../manifest/manifest.ts'
import { emptyMap, isMap, type MutableMap } from '../manifest/map.ts'
import type { CheckTable } from './check-table.ts'
import { nodeOf } from './check-table.ts'
import type { SchemaNode } from './table.ts'

/**
 * What the API server makes of an object before it validates it: a null that is not nullable is dropped,
 * defaults are set (apiextensions-apiserver pkg/apiserver/schema/defaulting). Unknown fields stay, for the
 * checks to report. The same value comes back where nothing changes.
 */
export function coerce(table: CheckTable, index: number, value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  const node = nodeOf(table.nodes, index)
  return isMap(value)
    ? coerceMap(table, node, value)
    : coerceList(table, node, value as readonly Json[])
}

function coerceMap(table: CheckTable, node: SchemaNode, map: Readonly<Record<string, Json>>): Json {
  const properties = node.properties ?? {}
  let copy: MutableMap | undefined
  for (const key of Object.keys(map)) {
    const value = map[key] as Json
    const child = Object.hasOwn(properties, key) ? properties[key] : node.additionalProperties
    if (typeof child !== 'number') continue
    if (value === null && dropsNull(table, child)) {
      copy ??= copyOf(map)
      delete copy[key]
      continue
    }
    const next = coerce(table, child, value)
    if (next === value) continue
    copy ??= copyOf(map)
    copy[key] = next
  }
  return withDefaults(table, properties, copy ?? map)
}

function withDefaults(
  table: CheckTable,
  properties: Readonly<Record<string, number>>,
  map: Readonly<Record<string, Json>>
): Json {
  let copy: MutableMap | undefined
  for (const key of defaulted(table, properties)) {
    if (Object.hasOwn(map, key)) continue
    const child = properties[key] as number
    const value = nodeOf(table.nodes, child).default
    if (value === undefined) continue
    copy ??= copyOf(map)
    copy[key] = coerce(table, child, nullFree(value))
  }
  return copy ?? map
}

const defaultedKeys = new WeakMap<Readonly<Record<string, number>>, readonly string[]>()

function defaulted(
  table: CheckTable,
  properties: Readonly<Record<string, number>>
): readonly string[] {
  let keys = defaultedKeys.get(properties)
  if (keys === undefined) {
    keys = Object.keys(properties).filter(
      key => nodeOf(table.nodes, properties[key] as number).default !== undefined
    )
    defaultedKeys.set(properties, keys)
  }
  return keys
}

function coerceList(table: CheckTable, node: SchemaNode, list: readonly Json[]): Json {
  const { items } = node
  if (items === undefined) return list
  let copy: Json[] | undefined
  for (let index = 0; index < list.length; index++) {
    const value = list[index] as Json
    const fallback = value === null ? nodeOf(table.nodes, items) : undefined
    const next =
      fallback?.default !== undefined && fallback.nullable !== true
        ? nullFree(fallback.default)
        : coerce(table, items, value)
    if (next === value) continue
    copy ??= [...list]
    copy[index] = next
  }
  return copy ?? list
}

function dropsNull(table: CheckTable, index: number): boolean {
  return nodeOf(table.nodes, index).nullable !== true
}

function copyOf(map: Readonly<Record<string, Json>>): MutableMap {
  const copy = emptyMap()
  for (const key of Object.keys(map)) copy[key] = map[key] as Json
  return copy
}

/** Tables come from JSON.parse: their maps get the prototype that manifests have. */
function nullFree(value: Json): Json {
  if (Array.isArray(value)) return value.map(nullFree)
  if (!isMap(value)) return value
  const copy = emptyMap()
  for (const key of Object.keys(value)) copy[key] = nullFree(value[key] as Json)
  return copy
}
