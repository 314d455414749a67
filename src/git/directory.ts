import { readdirSync, realpathSync, statSync } from 'node:fs'
import { UserError } from '../errors.ts'
import type { Side } from '../finding.ts'
import type { SideFiles, Skipped, SourceFile } from '../manifest/manifest.ts'
import { treatmentOf } from './candidate.ts'
import {
  isLfsPointer,
  type ReadLimits,
  readLimits,
  skippedFile,
  skippedOverTotal,
  skippedTooLarge,
  skippedUnreadable
} from './content.ts'
import { errorCode, readRegularFile } from './disk.ts'
import { pathName } from './path-name.ts'

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
  const reading = new Reading(side, limits)
  if (statSync(root).isDirectory()) {
    for (const entry of walk(root)) reading.entry(entry)
  } else {
    const name = path.replace(/\/+$/, '').split('/').at(-1) ?? path
    reading.file(name, Buffer.from(root))
  }
  return { name: path, files: reading.files, skipped: reading.skipped }
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

interface Entry {
  readonly raw: Buffer
  readonly full: Buffer
  readonly mode: '100644' | '120000' | '160000' | 'other'
}

/** In code-unit order of the whole path; the directories of git itself are not part of it. */
function walk(root: string): Entry[] {
  const top = Buffer.from(`${root}/`)
  const entries: Entry[] = []
  const open: Buffer[] = [Buffer.alloc(0)]
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    for (const entry of list(Buffer.concat([top, directory]), directory)) {
      const raw = Buffer.concat([directory, entry.name])
      const full = Buffer.concat([top, raw])
      if (entry.isSymbolicLink()) entries.push({ raw, full, mode: '120000' })
      else if (entry.isFile()) entries.push({ raw, full, mode: '100644' })
      else if (!entry.isDirectory()) entries.push({ raw, full, mode: 'other' })
      else if (entry.name.toString('latin1') === '.git') continue
      else open.push(Buffer.concat([raw, Buffer.from('/')]))
    }
  }
  return entries.sort((a, b) => compare(pathName(a.raw), pathName(b.raw)))
}

function list(full: Buffer, directory: Buffer) {
  try {
    return readdirSync(full, { withFileTypes: true, encoding: 'buffer' })
  } catch (error) {
    const name = directory.length === 0 ? pathName(full) : pathName(directory)
    throw new UserError(
      `The directory ${name} cannot be listed (${errorCode(error)}).`,
      'Make it readable, or compare a directory without it.',
      { cause: error }
    )
  }
}

class Reading {
  readonly files: SourceFile[] = []
  readonly skipped: Skipped[] = []
  readonly #side: Side
  readonly #limits: ReadLimits
  #left: number

  constructor(side: Side, limits: ReadLimits) {
    this.#side = side
    this.#limits = limits
    this.#left = limits.total
  }

  entry({ raw, full, mode }: Entry): void {
    const path = pathName(raw)
    if (mode === 'other') {
      if (treatmentOf(path, '100644') === 'read') {
        this.skipped.push(skippedUnreadable(path, 'not a regular file'))
      }
      return
    }
    const treatment = treatmentOf(path, mode)
    if (treatment === 'read') this.file(path, full)
    else if (treatment === 'template') this.skipped.push(skippedFile(path, 'helm-template'))
    else if (treatment !== 'ignore') this.skipped.push(skippedFile(path, treatment))
  }

  file(path: string, full: Buffer): void {
    const content = readRegularFile(full, this.#limits.file)
    if (content === null || 'missing' in content) {
      this.skipped.push(skippedUnreadable(path, 'went away while it was read'))
    } else if ('unreadable' in content) {
      this.skipped.push(skippedUnreadable(path, content.unreadable))
    } else if ('tooLarge' in content) {
      this.skipped.push(skippedTooLarge(path, content.tooLarge, this.#limits.file))
    } else if (isLfsPointer(content.bytes)) {
      this.skipped.push(skippedFile(path, 'lfs-pointer'))
    } else if (content.bytes.length > this.#left) {
      this.skipped.push(skippedOverTotal(path, this.#limits.total))
    } else {
      this.#left -= content.bytes.length
      this.files.push({ path, bytes: content.bytes, side: this.#side })
    }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
