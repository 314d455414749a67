import { canonical } from '../fingerprint.ts'
import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { refKey } from '../mesh/order.ts'

/** One object on both sides; null where a side does not have it. */
export interface ManifestChange {
  readonly base: Manifest | null
  readonly head: Manifest | null
  /** Not even a label differs: it moved, or only its text did. */
  readonly equal: boolean
}

/** Objects by ref that were added, removed, edited or moved, in the order of refs. A side has one object of a ref. */
export function manifestChanges(
  base: readonly Manifest[],
  head: readonly Manifest[]
): ManifestChange[] {
  const before = byRef(base, head)
  const after = byRef(head, base)
  const changes: ManifestChange[] = []
  for (const [key, manifest] of after) {
    const old = before.get(key)
    if (old === undefined) changes.push({ base: null, head: manifest, equal: false })
    else if (!sameContent(old, manifest)) {
      changes.push({ base: old, head: manifest, equal: false })
    } else if (old.file !== manifest.file) {
      changes.push({ base: old, head: manifest, equal: true })
    }
  }
  for (const [key, manifest] of before) {
    if (!after.has(key)) changes.push({ base: manifest, head: null, equal: false })
  }
  return changes.sort((a, b) => {
    const left = changeKey(a)
    const right = changeKey(b)
    return left < right ? -1 : left > right ? 1 : 0
  })
}

/** A change that several meshes share is one. */
export function distinctChanges(changes: readonly ManifestChange[]): ManifestChange[] {
  const seen = new Map<Manifest | null, Set<Manifest | null>>()
  return changes.filter(({ base, head }) => {
    const others = seen.get(base) ?? new Set()
    seen.set(base, others)
    if (others.has(head)) return false
    others.add(head)
    return true
  })
}

/** A Secret's content is not part of its object. */
function sameContent(a: Manifest, b: Manifest): boolean {
  if (a.object === b.object) return true
  return a.digest === b.digest && sameJson(a.object, b.object)
}

/** Without those that stand in the same file of the other side: equal files are parsed once. */
function byRef(own: readonly Manifest[], others: readonly Manifest[]): Map<string, Manifest> {
  const files = new Map(others.map(({ object, file }) => [object, file]))
  return new Map(
    own
      .filter(({ object, file }) => files.get(object) !== file)
      .map(manifest => [refKey(manifest.ref), manifest])
  )
}

function changeKey({ base, head }: ManifestChange): string {
  const manifest = head ?? base
  return manifest === null ? '' : refKey(manifest.ref)
}

/** Equal as JSON: the order of keys does not count, the order of lists does. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b) || a.length !== b.length) return false
    return a.every((item, index) => sameJson(item, b[index] ?? null))
  }
  return sameMap(a, b)
}

function sameMap(a: JsonMap, b: JsonMap): boolean {
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys) {
    const left = a[key]
    const right = b[key]
    if (left === undefined || right === undefined || !sameJson(left, right)) return false
  }
  return true
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** A short name for the content of an object: equal content, equal name. */
export function contentKey({ object, digest }: Manifest): string {
  return canonical(digest === undefined ? object : [object, digest])
}
