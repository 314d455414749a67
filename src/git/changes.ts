import type { Blob } from './blobs.ts'
import { isManifestName, treatmentOf } from './candidate.ts'
import { isOtherJson } from './content.ts'
import type { TreeChange, TreeEntry } from './tree.ts'

const absent = { mode: '000000', oid: '' }

/** Changes that can alter what manifests say, by name and mode alone. Code-unit order of the path. */
export function relevantChanges(changes: Iterable<TreeChange>): TreeChange[] {
  const relevant: TreeChange[] = []
  for (const change of changes) {
    const { path, base, head } = change
    if (treatmentOf(path, base.mode) !== 'ignore' || treatmentOf(path, head.mode) !== 'ignore') {
      relevant.push(change)
    }
  }
  return relevant.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** The differences of two listings, as diff-tree would give them. */
export function* compareTrees(
  base: readonly TreeEntry[],
  head: readonly TreeEntry[]
): Generator<TreeChange> {
  const before = new Map(base.map(entry => [entry.path, entry]))
  for (const { path, mode, oid } of head) {
    const old = before.get(path) ?? absent
    before.delete(path)
    if (old.oid !== oid) yield { path, base: old, head: { mode, oid } }
  }
  for (const { path, mode, oid } of before.values()) {
    yield { path, base: { mode, oid }, head: absent }
  }
}

/** A changed package.json is not a change of the mesh: JSON counts where one of its sides can hold an object. */
export function withoutOtherJson(
  changes: readonly TreeChange[],
  blobs: ReadonlyMap<string, Blob>
): TreeChange[] {
  return changes.filter(
    ({ path, base, head }) =>
      !isPlainJson(path, base.mode, head.mode) ||
      [base.oid, head.oid].some(oid => {
        const blob = blobs.get(oid)
        return blob !== undefined && !('bytes' in blob && isOtherJson(path, blob.bytes))
      })
  )
}

/** JSON on each side where it exists: whether it counts depends on its content. */
export function jsonOids(changes: readonly TreeChange[]): Set<string> {
  const oids = new Set<string>()
  for (const { path, base, head } of changes) {
    if (!isPlainJson(path, base.mode, head.mode)) continue
    for (const { mode, oid } of [base, head]) if (mode !== absent.mode) oids.add(oid)
  }
  return oids
}

function isPlainJson(path: string, ...modes: readonly string[]): boolean {
  return (
    isManifestName(path) &&
    /\.json$/i.test(path) &&
    modes.every(mode => mode === absent.mode || treatmentOf(path, mode) === 'read')
  )
}
