import { canonical } from '../fingerprint.ts'
import type { Json } from '../manifest/manifest.ts'
import { isMap } from '../manifest/map.ts'
import type { SchemaNode } from './table.ts'

/**
 * Which item of the old list is the same thing as an item of the new one. Only lists with keys say so
 * (apiextensions-apiserver pkg/apiserver/schema/cel/maplist.go).
 */
export function correlate(
  node: SchemaNode,
  old: Json | undefined
): (item: Json) => Json | undefined {
  const keys = node.listMapKeys
  if (node.listType !== 'map' || keys === undefined || !Array.isArray(old)) return () => undefined
  const known = new Map<string, Json>()
  for (const item of old as readonly Json[]) {
    const identity = identityOf(item, keys)
    if (identity !== undefined && !known.has(identity)) known.set(identity, item)
  }
  return item => {
    const identity = identityOf(item, keys)
    return identity === undefined ? undefined : known.get(identity)
  }
}

function identityOf(item: Json, keys: readonly string[]): string | undefined {
  if (!isMap(item)) return undefined
  return canonical(keys.map(key => (Object.hasOwn(item, key) ? [item[key]] : [])))
}
