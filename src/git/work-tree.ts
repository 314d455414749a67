import { createHash } from 'node:crypto'
import { lstatSync, readlinkSync } from 'node:fs'
import type { Blob } from './blobs.ts'
import { treatmentOf } from './candidate.ts'
import { type Git, readGit } from './command.ts'
import { type ReadLimits, readLimits } from './content.ts'
import { readRegularFile } from './disk.ts'
import { pathName } from './path-name.ts'
import { nulRecords, type TreeEntry } from './tree.ts'

/** A file of the work tree as an entry of a tree; `content` is absent where only git has it (sparse checkout). */
export interface WorkTreeFile extends TreeEntry {
  readonly content?: Blob
}

/**
 * Tracked files and those that a commit of everything would add: what git ignores is left out.
 * @param hash the repository's object format, so that unchanged files get the oid of their blob
 */
export async function listWorkTree(
  git: Git,
  limits: ReadLimits = readLimits,
  hash: 'sha1' | 'sha256' = 'sha1'
): Promise<WorkTreeFile[]> {
  const [tracked, untracked] = await Promise.all([
    readGit(git, ['ls-files', '-z', '-s', '-t', '--cached']),
    readGit(git, ['ls-files', '-z', '--others', '--exclude-standard'])
  ])
  const place = new Place(git.directory)
  const files: WorkTreeFile[] = []
  const seen = new Set<string>()
  for (const { mode, oid, raw, sparse } of indexEntries(tracked)) {
    const path = pathName(raw)
    if (seen.has(path)) continue
    seen.add(path)
    const file = mode === '160000' ? { mode, oid, path } : place.file(path, raw, limits.file, hash)
    if (file !== null) files.push(file)
    else if (sparse) files.push({ mode, oid, path })
  }
  for (const raw of nulRecords(untracked)) {
    const path = pathName(raw)
    const nested = path.endsWith('/')
    const file = nested
      ? { mode: '160000', oid: '', path: path.slice(0, -1) }
      : place.file(path, raw, limits.file, hash)
    if (file !== null) files.push(file)
  }
  return files
}

interface IndexEntry {
  readonly mode: string
  readonly oid: string
  readonly raw: Buffer
  /** Left out of the work tree on purpose, so absence does not mean deletion. */
  readonly sparse: boolean
}

/** `<tag> SP <mode> SP <oid> SP <stage> TAB <path>`; an unmerged path has up to three. */
function* indexEntries(output: Buffer): Generator<IndexEntry> {
  for (const record of nulRecords(output)) {
    const tab = record.indexOf(9)
    const [tag = '', mode = '', oid = ''] = record.toString('latin1', 0, tab).split(' ')
    yield { mode, oid, raw: record.subarray(tab + 1), sparse: tag === 'S' }
  }
}

class Place {
  readonly #top: Buffer
  readonly #directories = new Map<string, boolean>()

  constructor(top: string) {
    this.#top = Buffer.from(`${top}/`)
  }

  /** null: not there, or behind a link, which the tree of a commit could not hold either. */
  file(path: string, raw: Buffer, limit: number, hash: 'sha1' | 'sha256'): WorkTreeFile | null {
    if (!this.#isReal(raw)) return null
    const full = Buffer.concat([this.#top, raw])
    const stat = lstatSync(full, { throwIfNoEntry: false })
    if (stat === undefined) return null
    if (stat.isSymbolicLink()) {
      const target = readlinkSync(full, { encoding: 'buffer' })
      return { mode: '120000', oid: blobOid(target, hash), path }
    }
    const mode = '100644'
    if (treatmentOf(path, mode) === 'ignore') return { mode, oid: '', path }
    const content = readRegularFile(full, limit)
    if (content === null) return null
    const oid =
      'bytes' in content ? blobOid(content.bytes, hash) : `${path}\0${stat.size}\0${stat.mtimeMs}`
    return { mode, oid, path, content }
  }

  /** Whether every directory above the file is a directory and not a link to one. */
  #isReal(raw: Buffer): boolean {
    const slash = raw.lastIndexOf(47)
    if (slash === -1) return true
    const directory = raw.subarray(0, slash)
    const key = directory.toString('latin1')
    const known = this.#directories.get(key)
    if (known !== undefined) return known
    const stat = lstatSync(Buffer.concat([this.#top, directory]), { throwIfNoEntry: false })
    const real = stat?.isDirectory() === true && this.#isReal(directory)
    this.#directories.set(key, real)
    return real
  }
}

/** gitformat-object: `blob <size> NUL <bytes>`. */
function blobOid(bytes: Uint8Array, hash: 'sha1' | 'sha256'): string {
  return createHash(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
