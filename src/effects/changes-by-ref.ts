import { refKey } from '../mesh/order.ts'
import type { ManifestChange } from './manifest-change.ts'

export interface ChangesByRef {
  /** Keys of all objects that differ by more than their text. */
  readonly edited: ReadonlySet<string>
  /** The changes of objects with one of these keys, in their own order. */
  of(keys: Iterable<string>): ManifestChange[]
}

/** Each effect asks which changes are about it, and there can be as many effects as changes. */
const known = new WeakMap<readonly ManifestChange[], ChangesByRef>()

export function changesByRef(changes: readonly ManifestChange[]): ChangesByRef {
  const found = known.get(changes) ?? index(changes)
  known.set(changes, found)
  return found
}

function index(changes: readonly ManifestChange[]): ChangesByRef {
  const places = new Map<string, number[]>()
  const edited = new Set<string>()
  for (const [at, { base, head, equal }] of changes.entries()) {
    for (const key of new Set([base, head].flatMap(one => (one === null ? [] : refKey(one.ref))))) {
      if (!equal) edited.add(key)
      const own = places.get(key)
      if (own === undefined) places.set(key, [at])
      else own.push(at)
    }
  }
  return {
    edited,
    of(keys) {
      const found = new Set([...new Set(keys)].flatMap(key => places.get(key) ?? []))
      return [...found].sort((a, b) => a - b).flatMap(at => changes[at] ?? [])
    }
  }
}
