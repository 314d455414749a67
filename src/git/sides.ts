import type { SideFiles } from '../manifest/manifest.ts'
import { type Blob, readBlobs } from './blobs.ts'
import { isManifestName, treatmentOf } from './candidate.ts'
import { compareTrees, jsonOids, relevantChanges, withoutOtherJson } from './changes.ts'
import { ByteBudget, collect } from './collect.ts'
import type { Git, GitOptions } from './command.ts'
import type { Commit } from './commit.ts'
import { type ReadLimits, readLimits } from './content.ts'
import { diffTrees, listTree, type TreeChange, type TreeEntry } from './tree.ts'
import { listWorkTree } from './work-tree.ts'

/** What is compared: commits, nothing at all (`null`: the base of a first push), or the files on disk. */
export interface Comparison {
  readonly base: Commit | null
  readonly head: Commit | 'work tree'
}

/** Both sides, and the paths that differ between them and can change what manifests say. */
export interface Sides {
  readonly base: SideFiles
  readonly head: SideFiles
  /** Code-unit order. Empty: nothing relevant changed, and no file was read (`files` are empty on both sides). */
  readonly changed: readonly string[]
}

export interface ReadOptions {
  readonly limits?: ReadLimits
  /** Read both sides even when nothing relevant changed. */
  readonly always?: boolean
  /** How missing blobs of a partial clone may be fetched. */
  readonly access?: GitOptions
}

/** Reads the whole mesh of both sides, not only changed files: what a route means depends on its neighbours. */
export async function readSides(
  git: Git,
  comparison: Comparison,
  options: ReadOptions = {}
): Promise<Sides> {
  const { base, head } = comparison
  const limits = options.limits ?? readLimits
  const commits: string[] = []
  if (base !== null) commits.push(base.sha)
  if (head !== 'work tree') commits.push(head.sha)
  const read = (oids: ReadonlySet<string>) =>
    readBlobs(git, commits, oids, limits.file, options.access)

  // Two commits are compared by git, so that nothing is listed when nothing relevant changed.
  let changes: readonly TreeChange[] | null = null
  if (base !== null && head !== 'work tree') {
    changes = relevantChanges(await diffTrees(git, base.sha, head.sha))
    const json = jsonOids(changes)
    if (json.size > 0) changes = withoutOtherJson(changes, await read(json))
    if (changes.length === 0 && options.always !== true) return unread(base, head)
  }

  const [baseTree, headTree] = await Promise.all([
    base === null ? [] : listTree(git, base.sha),
    head === 'work tree' ? listWorkTree(git, limits, hashOf(base)) : listTree(git, head.sha)
  ])
  changes ??= relevantChanges(compareTrees(baseTree, headTree))
  if (changes.length === 0 && options.always !== true) return unread(base, head)

  const onDisk = contents(headTree)
  const blobs = new Map([...onDisk, ...(await read(oidsToRead(onDisk, baseTree, headTree)))])
  changes = withoutOtherJson(changes, blobs)
  if (changes.length === 0 && options.always !== true) return unread(base, head)

  const blobOf = ({ oid }: TreeEntry) => blobs.get(oid) ?? null
  const budget = new ByteBudget(limits.total)
  return {
    head: { ...sideName(head), ...collect(headTree, 'head', blobOf, limits, budget) },
    base: { ...sideName(base), ...collect(baseTree, 'base', blobOf, limits, budget) },
    changed: changes.map(change => change.path)
  }
}

function unread(base: Commit | null, head: Commit | 'work tree'): Sides {
  return {
    base: { ...sideName(base), files: [], skipped: [] },
    head: { ...sideName(head), files: [], skipped: [] },
    changed: []
  }
}

function sideName(side: Commit | 'work tree' | null): Omit<SideFiles, 'files' | 'skipped'> {
  if (side === null) return { name: 'nothing' }
  if (side === 'work tree') return { name: side }
  return { name: side.sha.slice(0, 12), commit: side.sha, committedAt: side.committedAt }
}

/** The repository's object format, by the length of an id. */
function hashOf(commit: Commit | null): 'sha1' | 'sha256' {
  return commit?.sha.length === 64 ? 'sha256' : 'sha1'
}

/** Blobs that are on disk already need not be asked of git. */
function contents(tree: readonly (TreeEntry & { readonly content?: Blob })[]): Map<string, Blob> {
  const blobs = new Map<string, Blob>()
  for (const { oid, content } of tree) if (content !== undefined) blobs.set(oid, content)
  return blobs
}

function oidsToRead(
  known: ReadonlyMap<string, Blob>,
  ...trees: readonly (readonly TreeEntry[])[]
): Set<string> {
  const oids = new Set<string>()
  for (const tree of trees) {
    for (const { path, mode, oid } of tree) {
      const wanted = isManifestName(path) && treatmentOf(path, mode) === 'read' && !known.has(oid)
      if (wanted) oids.add(oid)
    }
  }
  return oids
}
