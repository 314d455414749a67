import { canonical } from '../fingerprint.ts'
import type { Json } from '../manifest/manifest.ts'
import type { CheckTable } from './check-table.ts'
import type { Walk } from './problem.ts'
import type { SchemaNode } from './table.ts'

/** Items, how many there may be, and the uniqueness that `x-kubernetes-list-type` asks for. */
export function listCheck(
  table: CheckTable,
  node: SchemaNode
): ((value: readonly Json[], walk: Walk) => void) | undefined {
  const { items, minItems, maxItems, listType } = node
  if (items === undefined && minItems === undefined && maxItems === undefined) return

  return (value, walk) => {
    if (minItems !== undefined && value.length < minItems) {
      const bound = { side: 'at least', limit: minItems, unit: 'items' } as const
      walk.report({ id: 'out-of-bounds', value: value.length, bound })
    } else if (maxItems !== undefined && value.length > maxItems) {
      const bound = { side: 'at most', limit: maxItems, unit: 'items' } as const
      walk.report({ id: 'out-of-bounds', value: value.length, bound })
    }
    if (items !== undefined) {
      const check = table.check(items)
      for (let index = 0; index < value.length; index++) {
        walk.path.push(index)
        check(value[index] as Json, walk)
        walk.path.pop()
      }
    }
    if (listType !== undefined)
      checkUnique(value, listType === 'map' ? node.listMapKeys : undefined, walk)
  }
}

/**
 * apiextensions-apiserver pkg/apiserver/schema/listtype: items of a set differ; items of a map differ in
 * their keys, where an absent key equals an absent key.
 */
function checkUnique(list: readonly Json[], keys: readonly string[] | undefined, walk: Walk): void {
  if (list.length < 2) return
  const seen = new Map<string, number>()
  for (const [index, item] of list.entries()) {
    const identity = keys === undefined ? canonical(item) : canonical(keysOf(item, keys))
    const first = seen.get(identity)
    if (first === undefined) {
      seen.set(identity, index)
      continue
    }
    walk.path.push(index)
    walk.report({ id: 'duplicate-item', keys: keys ?? [], value: identity, first })
    walk.path.pop()
  }
}

function keysOf(item: Json, keys: readonly string[]): Record<string, Json> {
  const found: Record<string, Json> = {}
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return found
  const map = item as Readonly<Record<string, Json>>
  for (const key of keys) {
    const value = Object.hasOwn(map, key) ? map[key] : undefined
    if (value !== undefined) found[key] = value
  }
  return found
}
