import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Blob } from './blobs.ts'

/**
 * Reads a regular file without following a link in its last part, and without waiting for a pipe.
 * Links in the directories above it are the caller's to refuse.
 * @returns null where nothing has this name
 */
export function readRegularFile(path: Buffer, limit: number): Blob | null {
  let descriptor: number
  try {
    descriptor = openSync(path, constants.O_RDONLY | noFollow | nonBlocking)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    return {
      unreadable: code === 'ELOOP' ? 'became a symbolic link' : `cannot be opened (${code})`
    }
  }
  try {
    const { size, isFile } = describe(descriptor)
    if (!isFile) return { unreadable: 'not a regular file' }
    if (size > limit) return { tooLarge: size }
    return { bytes: readAll(descriptor, size) }
  } catch (error) {
    return { unreadable: `cannot be read (${errorCode(error)})` }
  } finally {
    closeSync(descriptor)
  }
}

export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : String(error)
}

/** Windows has neither flag. */
const noFollow = constants.O_NOFOLLOW ?? 0
const nonBlocking = constants.O_NONBLOCK ?? 0

function describe(descriptor: number): { size: number; isFile: boolean } {
  const stat = fstatSync(descriptor)
  return { size: stat.size, isFile: stat.isFile() }
}

function readAll(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  let length = 0
  while (length < size) {
    const read = readSync(descriptor, bytes, length, size - length, length)
    if (read === 0) break
    length += read
  }
  return bytes.subarray(0, length)
}
