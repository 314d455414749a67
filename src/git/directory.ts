import { createHash } from 'node:crypto'
import { readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { UserError } from '../errors.ts'
import type { Side } from '../finding.ts'
import type { SideFiles } from '../manifest/manifest.ts'
import type { Blob } from './blobs.ts'
import { treatmentOf } from './candidate.ts'
import { ByteBudget, collect } from './collect.ts'
import { type ReadLimits, readLimits, skippedTooLarge, skippedUnreadable } from './content.ts'
import { errorCode, readRegularFile } from './disk.ts'
import { pathName } from './path-name.ts'
import type { TreeEntry } from './tree.ts'

/**
 * Reads a directory (names relative to it) or a single file (its own name, whatever its extension) as one side.
 * Links inside are seen and not followed; the path itself may be a link.
 * @throws UserError when the path does not exist or cannot be listed
 */
export function readDirectory(
  path: string,
  side: Side,
  limits: ReadLimits = readLimits
): SideFiles {
  const root = realRoot(path)
  if (!statSync(root).isDirectory()) return readOneFile(path, root, side, limits)
  const { tree, blobs } = walk(root, limits.file)
  const budget = new ByteBudget(limits.total)
  return {
    name: path,
    ...collect(tree, side, ({ path }) => blobs.get(path) ?? null, limits, budget)
  }
}

function readOneFile(path: string, root: string, side: Side, limits: ReadLimits): SideFiles {
  const file = basename(path)
  const blob = readRegularFile(Buffer.from(root), limits.file)
  if (blob !== null && 'bytes' in blob) {
    return { name: path, files: [{ path: file, bytes: blob.bytes, side }], skipped: [] }
  }
  const skipped =
    blob !== null && 'tooLarge' in blob
      ? skippedTooLarge(file, blob.tooLarge, limits.file)
      : skippedUnreadable(file, blob?.unreadable ?? 'went away while it was read')
  return { name: path, files: [], skipped: [skipped] }
}

function realRoot(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    const code = errorCode(error)
    throw new UserError(
      code === 'ENOENT' ? `${path} does not exist.` : `${path} cannot be read (${code}).`,
      'Name a directory with manifests, or one file.',
      { cause: error }
    )
  }
}

/** In code-unit order of the whole path; git's own directory is not part of it. */
function walk(root: string, limit: number): { tree: TreeEntry[]; blobs: Map<string, Blob> } {
  const top = Buffer.from(`${root}/`)
  const tree: TreeEntry[] = []
  const blobs = new Map<string, Blob>()
  const open: Buffer[] = [Buffer.alloc(0)]
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    for (const entry of list(Buffer.concat([top, directory]), directory)) {
      const raw = Buffer.concat([directory, entry.name])
      if (entry.isDirectory()) {
        if (entry.name.toString('latin1') !== '.git') open.push(Buffer.concat([raw, slash]))
        continue
      }
      const path = pathName(raw)
      const mode = entry.isSymbolicLink() ? '120000' : '100644'
      const full = Buffer.concat([top, raw])
      const treatment = treatmentOf(path, mode)
      const isUnread = treatment !== 'read' && treatment !== 'ignore'
      tree.push({
        mode,
        oid: isUnread ? unreadName(full, entry.isSymbolicLink(), limit) : '',
        path
      })
      if (treatment !== 'read') continue
      const blob = readRegularFile(full, limit)
      if (blob !== null) blobs.set(path, blob)
    }
  }
  return { tree, blobs }
}

/** What stands for the content of an entry that is seen and not read: where a link leads, what a template says. */
function unreadName(full: Buffer, isLink: boolean, limit: number): string {
  try {
    if (isLink) return readlinkSync(full, 'buffer').toString('latin1')
  } catch {
    // It went away; that it is there on the other side alone is seen by its path.
    return ''
  }
  const blob = readRegularFile(full, limit)
  if (blob === null || !('bytes' in blob)) return ''
  return createHash('sha256').update(blob.bytes).digest('hex')
}

const slash = Buffer.from('/')

function list(full: Buffer, directory: Buffer) {
  try {
    return readdirSync(full, { withFileTypes: true, encoding: 'buffer' })
  } catch (error) {
    const name = pathName(directory.length === 0 ? full : directory)
    throw new UserError(
      `The directory ${name} cannot be listed (${errorCode(error)}).`,
      'Make it readable, or compare a directory without it.',
      { cause: error }
    )
  }
}
