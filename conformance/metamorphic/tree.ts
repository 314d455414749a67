import type { Fields, KubernetesObject } from '../generate/world.ts'

/** Plain data that edits may change: always a copy of their own. */
export type Value = null | boolean | number | string | Value[] | Tree
export interface Tree {
  [key: string]: Value
}

/** A copy of the objects of a world that an edit may change. */
export function copyOf(objects: readonly (KubernetesObject | Fields | Tree)[]): Tree[] {
  // Both are plain data: JSON is what they are written as in any case.
  return JSON.parse(JSON.stringify(objects)) as Tree[]
}

export function isTree(value: Value | undefined): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The map itself, or an empty one that belongs to nobody. */
export function treeAt(tree: Tree, ...path: readonly string[]): Tree {
  let at: Tree = tree
  for (const key of path) {
    const next = at[key]
    if (!isTree(next)) return {}
    at = next
  }
  return at
}

/** The maps in a list; the entries are the list's own. */
export function treesAt(tree: Tree, key: string): Tree[] {
  const found = tree[key]
  return Array.isArray(found) ? found.filter(isTree) : []
}

export function textsAt(tree: Tree, key: string): string[] {
  const found = tree[key]
  return Array.isArray(found) ? found.filter(each => typeof each === 'string') : []
}

export function textAt(tree: Tree, key: string): string {
  const found = tree[key]
  return typeof found === 'string' ? found : ''
}

export function ofKind(objects: readonly Tree[], ...kinds: readonly string[]): Tree[] {
  return objects.filter(object => kinds.includes(textAt(object, 'kind')))
}

export function nameOf(object: Tree): string {
  return textAt(treeAt(object, 'metadata'), 'name')
}

export function namespaceOf(object: Tree): string {
  return textAt(treeAt(object, 'metadata'), 'namespace') || 'default'
}

export function specOf(object: Tree): Tree {
  return treeAt(object, 'spec')
}

export function clone<T extends Value>(value: T): T {
  return structuredClone(value)
}

/** Equal as data, whatever the order of keys. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
  return sorted(a) === sorted(b)
}

function sorted(value: Value | undefined): string {
  return (
    JSON.stringify(value, (_, inner: Value) =>
      isTree(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner
    ) ?? ''
  )
}
