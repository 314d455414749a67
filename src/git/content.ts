import type { Skipped, SkipReason } from '../manifest/manifest.ts'

/** Bounds of what is read; a file beyond them is skipped and reported, never cut. */
export interface ReadLimits {
  /** Bytes of one file. */
  readonly file: number
  /** Bytes of all files of both sides. */
  readonly total: number
}

export const readLimits: ReadLimits = { file: 5 * 1024 * 1024, total: 512 * 1024 * 1024 }

const lfsHeader = new TextEncoder().encode('version https://git-lfs.github.com/spec/')

/** First line of a Git LFS pointer, https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  if (bytes.length > 1024 || bytes.length < lfsHeader.length) return false
  for (let at = 0; at < lfsHeader.length; at++) if (bytes[at] !== lfsHeader[at]) return false
  return true
}

/**
 * JSON that cannot hold a Kubernetes object (package.json, a lock file): without the word `apiVersion`, and
 * without an escape or another encoding that could spell it.
 */
export function isOtherJson(path: string, bytes: Uint8Array): boolean {
  if (!/\.json$/i.test(path)) return false
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return !text.includes('apiVersion') && !text.includes('\\u00') && !text.includes(0)
}

const details = {
  symlink: 'a symbolic link; links are not followed',
  submodule: 'a submodule; its repository is reviewed on its own',
  'lfs-pointer': 'a Git LFS pointer; its content is not in git',
  'helm-template': 'a template; it says something only once it is rendered'
} satisfies Partial<Record<SkipReason, string>>

/** `content` names what is not read, so that its change is seen all the same. */
export function skippedFile(file: string, reason: keyof typeof details, content: string): Skipped {
  return { file, line: null, reason, detail: details[reason], content }
}

export function skippedTooLarge(
  file: string,
  size: number,
  limit: number,
  content = `${size}`
): Skipped {
  return {
    file,
    line: null,
    reason: 'too-large',
    detail: `${describeSize(size)}; files over ${describeSize(limit)} are not read`,
    content
  }
}

export function skippedOverTotal(file: string, limit: number, content: string): Skipped {
  return {
    file,
    line: null,
    reason: 'too-large',
    detail: `the files before it already hold ${describeSize(limit)}, which is the bound of one run`,
    content
  }
}

export function skippedUnreadable(file: string, cause: string): Skipped {
  return { file, line: null, reason: 'unreadable', detail: cause }
}

function describeSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes} bytes` : `${Math.floor(bytes / 104857.6) / 10} MiB`
}
