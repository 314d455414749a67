import { createHash } from 'node:crypto'
import type { Side } from '../finding.ts'
import type { Skipped, SourceFile } from '../manifest/manifest.ts'
import type { Blob } from './blobs.ts'
import { treatmentOf } from './candidate.ts'
import {
  isLfsPointer,
  isOtherJson,
  type ReadLimits,
  skippedFile,
  skippedOverTotal,
  skippedTooLarge,
  skippedUnreadable
} from './content.ts'
import type { TreeEntry } from './tree.ts'

/** What is left of the bound on all bytes of a run. */
export class ByteBudget {
  readonly total: number
  #left: number
  readonly #seen = new Set<Uint8Array>()

  constructor(total: number) {
    this.total = total
    this.#left = total
  }

  /** Bytes that both sides share are counted once. */
  spend(bytes: Uint8Array): boolean {
    if (this.#seen.has(bytes)) return true
    if (bytes.length > this.#left) return false
    this.#left -= bytes.length
    this.#seen.add(bytes)
    return true
  }
}

/** Sorts the entries of one side into files to parse and files to account for. */
export function collect(
  tree: readonly TreeEntry[],
  side: Side,
  blobOf: (entry: TreeEntry) => Blob | null,
  limits: ReadLimits,
  budget: ByteBudget
): { files: SourceFile[]; skipped: Skipped[] } {
  const files: SourceFile[] = []
  const skipped: Skipped[] = []
  for (const entry of [...tree].sort(byPath)) {
    const { path, mode } = entry
    const treatment = treatmentOf(path, mode)
    if (treatment === 'ignore') continue
    if (treatment !== 'read') {
      const reason = treatment === 'template' ? 'helm-template' : treatment
      skipped.push(skippedFile(path, reason, entry.oid))
      continue
    }
    const blob = blobOf(entry)
    if (blob === null) skipped.push(skippedUnreadable(path, 'git does not have its content'))
    else if ('unreadable' in blob) skipped.push(skippedUnreadable(path, blob.unreadable))
    else if ('tooLarge' in blob)
      skipped.push(skippedTooLarge(path, blob.tooLarge, limits.file, entry.oid || undefined))
    else if (isLfsPointer(blob.bytes))
      skipped.push(skippedFile(path, 'lfs-pointer', contentName(entry, blob.bytes)))
    else if (isOtherJson(path, blob.bytes)) continue
    else if (!budget.spend(blob.bytes))
      skipped.push(skippedOverTotal(path, budget.total, contentName(entry, blob.bytes)))
    else files.push({ path, bytes: blob.bytes, side })
  }
  return { files, skipped }
}

/** Git has named the content already; a directory has not. */
function contentName({ oid }: TreeEntry, bytes: Uint8Array): string {
  return oid === '' ? createHash('sha256').update(bytes).digest('hex') : oid
}

function byPath(a: TreeEntry, b: TreeEntry): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}
