import type { Side } from '../finding.ts'
import type { SideFiles, Skipped, SourceFile } from '../manifest/manifest.ts'
import { type Blob, readBlobs } from './blobs.ts'
import { isManifestName, treatmentOf } from './candidate.ts'
import type { Git, GitOptions } from './command.ts'
import type { Commit } from './commit.ts'
import {
  isLfsPointer,
  type ReadLimits,
  readLimits,
  skippedFile,
  skippedOverTotal,
  skippedTooLarge,
  skippedUnreadable
} from './content.ts'
import { diffTrees, listTree, type TreeChange, type TreeEntry } from './tree.ts'
import { listWorkTree, type WorkTreeFile } from './work-tree.ts'

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
  if (head === 'work tree') return readAgainstWorkTree(git, base, options)
  const changed = base === null ? null : relevantChanges(await diffTrees(git, base.sha, head.sha))
  if (changed?.length === 0 && options.always !== true) {
    return { base: emptySide(base), head: emptySide(head), changed }
  }
  const [baseTree, headTree] = await Promise.all([
    base === null ? [] : listTree(git, base.sha),
    listTree(git, head.sha)
  ])
  const blobs = await readBlobs(
    git,
    base === null ? [head.sha] : [base.sha, head.sha],
    oidsToRead(baseTree, headTree),
    (options.limits ?? readLimits).file,
    options.access
  )
  const budget = { left: (options.limits ?? readLimits).total, seen: new Set<Uint8Array>() }
  const limits = options.limits ?? readLimits
  return {
    head: { ...emptySide(head), ...collect(headTree, 'head', blobs, limits, budget) },
    base: { ...emptySide(base), ...collect(baseTree, 'base', blobs, limits, budget) },
    changed:
      changed ??
      headTree
        .filter(isRelevant)
        .map(entry => entry.path)
        .sort()
  }
}

async function readAgainstWorkTree(
  git: Git,
  base: Commit | null,
  options: ReadOptions
): Promise<Sides> {
  const limits = options.limits ?? readLimits
  const baseTree = base === null ? [] : await listTree(git, base.sha)
  const headTree = await listWorkTree(git, limits, base?.sha.length === 64 ? 'sha256' : 'sha1')
  const changed = changedEntries(baseTree, headTree)
  if (changed.length === 0 && options.always !== true) {
    return { base: emptySide(base), head: { name: 'work tree', files: [], skipped: [] }, changed }
  }
  // Blobs that are on disk already are not asked for; what a sparse checkout left out is.
  const blobs = new Map<string, Blob>()
  const wanted = oidsToRead(baseTree, headTree)
  for (const { oid, content } of headTree) {
    if (content === undefined) continue
    blobs.set(oid, content)
    wanted.delete(oid)
  }
  const commits = base === null ? [] : [base.sha]
  for (const entry of await readBlobs(git, commits, wanted, limits.file, options.access)) {
    blobs.set(...entry)
  }
  const budget = { left: limits.total, seen: new Set<Uint8Array>() }
  return {
    head: { name: 'work tree', ...collect(headTree, 'head', blobs, limits, budget) },
    base: { ...emptySide(base), ...collect(baseTree, 'base', blobs, limits, budget) },
    changed
  }
}

function emptySide(commit: Commit | null): SideFiles {
  if (commit === null) return { name: 'nothing', files: [], skipped: [] }
  const { sha, committedAt } = commit
  return { name: sha.slice(0, 12), commit: sha, committedAt, files: [], skipped: [] }
}

function isRelevant(entry: TreeEntry): boolean {
  return treatmentOf(entry.path, entry.mode) !== 'ignore'
}

function relevantChanges(changes: readonly TreeChange[]): string[] {
  const paths: string[] = []
  for (const { path, base, head } of changes) {
    const relevant =
      treatmentOf(path, base.mode) !== 'ignore' || treatmentOf(path, head.mode) !== 'ignore'
    if (relevant) paths.push(path)
  }
  return paths.sort()
}

function changedEntries(
  baseTree: readonly TreeEntry[],
  headTree: readonly WorkTreeFile[]
): string[] {
  const before = new Map<string, string>()
  for (const entry of baseTree) if (isRelevant(entry)) before.set(entry.path, entry.oid)
  const changed: string[] = []
  for (const entry of headTree) {
    if (!isRelevant(entry)) continue
    if (before.get(entry.path) !== entry.oid) changed.push(entry.path)
    before.delete(entry.path)
  }
  return [...changed, ...before.keys()].sort()
}

function oidsToRead(...trees: readonly (readonly TreeEntry[])[]): Set<string> {
  const oids = new Set<string>()
  for (const tree of trees) {
    for (const { path, mode, oid } of tree) {
      if (isManifestName(path) && treatmentOf(path, mode) === 'read') oids.add(oid)
    }
  }
  return oids
}

interface Budget {
  left: number
  readonly seen: Set<Uint8Array>
}

function collect(
  tree: readonly TreeEntry[],
  side: Side,
  blobs: ReadonlyMap<string, Blob>,
  limits: ReadLimits,
  budget: Budget
): { files: SourceFile[]; skipped: Skipped[] } {
  const files: SourceFile[] = []
  const skipped: Skipped[] = []
  for (const { path, mode, oid } of [...tree].sort(byPath)) {
    const treatment = treatmentOf(path, mode)
    if (treatment === 'ignore') continue
    if (treatment !== 'read') {
      skipped.push(skippedFile(path, treatment === 'template' ? 'helm-template' : treatment))
      continue
    }
    const blob = blobs.get(oid)
    if (blob === undefined || 'missing' in blob) {
      skipped.push(skippedUnreadable(path, `git does not have its content (${oid.slice(0, 12)})`))
    } else if ('unreadable' in blob) {
      skipped.push(skippedUnreadable(path, blob.unreadable))
    } else if ('tooLarge' in blob) {
      skipped.push(skippedTooLarge(path, blob.tooLarge, limits.file))
    } else if (isLfsPointer(blob.bytes)) {
      skipped.push(skippedFile(path, 'lfs-pointer'))
    } else if (!spend(budget, blob.bytes)) {
      skipped.push(skippedOverTotal(path, limits.total))
    } else {
      files.push({ path, bytes: blob.bytes, side })
    }
  }
  return { files, skipped }
}

/** Bytes that both sides share are counted once. */
function spend(budget: Budget, bytes: Uint8Array): boolean {
  if (budget.seen.has(bytes)) return true
  if (bytes.length > budget.left) return false
  budget.left -= bytes.length
  budget.seen.add(bytes)
  return true
}

function byPath(a: TreeEntry, b: TreeEntry): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}
