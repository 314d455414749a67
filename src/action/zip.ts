import { inflateRawSync } from 'node:zlib'
import { UserError } from '../errors.ts'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

/**
 * One file out of a ZIP archive, by its exact name: no path of the archive ever reaches a disk. The bytes are
 * untrusted; APPNOTE.TXT 4.3 gives the layout. Archives of one disk, stored or deflated, are what
 * actions/upload-artifact writes.
 * @param limit bytes of the unpacked file
 * @throws UserError when the archive is not such a one, or the file is missing or larger
 */
export function unzip(archive: Buffer, name: string, limit: number): Buffer {
  try {
    const entry = findEntry(archive, name)
    if (entry === null) {
      throw broken(`it has no file ${name}`)
    }
    return readEntry(archive, entry, limit)
  } catch (error) {
    if (error instanceof UserError) throw error
    // Offsets beyond the end, damaged data, more output than the limit.
    throw broken('it is damaged, or larger than it says', error)
  }
}

interface Entry {
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

function findEntry(archive: Buffer, name: string): Entry | null {
  const end = findEnd(archive)
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw broken('its directory is damaged')
    const nameLength = archive.readUInt16LE(at + 28)
    const start = at + 46
    if (archive.toString('utf8', start, start + nameLength) === name) {
      return {
        method: archive.readUInt16LE(at + 10),
        packed: archive.readUInt32LE(at + 20),
        size: archive.readUInt32LE(at + 24),
        offset: archive.readUInt32LE(at + 42)
      }
    }
    at = start + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return null
}

/** The record stands last, before a comment of at most 65,535 bytes. */
function findEnd(archive: Buffer): number {
  for (let at = archive.length - 22; at >= 0 && at >= archive.length - 22 - 0xffff; at--) {
    if (archive.readUInt32LE(at) === endOfDirectory) return at
  }
  throw broken('it is not a ZIP archive')
}

function readEntry(archive: Buffer, entry: Entry, limit: number): Buffer {
  const { offset, packed, size, method } = entry
  if (size > limit) throw broken(`the report has ${size} bytes; at most ${limit} are read`)
  if (archive.readUInt32LE(offset) !== localEntry) throw broken('its directory is damaged')
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  const data = archive.subarray(start, start + packed)
  if (method === 0) return data
  if (method === 8) return inflateRawSync(data, { maxOutputLength: limit })
  throw broken(`its compression (${method}) is not known`)
}

function broken(what: string, cause?: unknown): UserError {
  return new UserError(
    `The artifact cannot be read: ${what}.`,
    'Upload the file of the output "report-file" with actions/upload-artifact, unchanged, and name the artifact in the input "artifact".',
    { cause }
  )
}
