/** What a file's bytes turned out to be. */
export type Decoded =
  | { readonly text: string }
  | { readonly refused: 'binary' | 'lfs-pointer'; readonly detail: string }

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * UTF-8, or UTF-16 where a byte order mark says so (the two that libyaml detects), without the mark.
 * Bytes that are not UTF-8 become U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: inner(decodeUtf16(bytes, true)) }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: inner(decodeUtf16(bytes, false)) }
  if (bytes.includes(0)) return { refused: 'binary', detail: 'binary: it holds NUL bytes' }
  const text = utf8.decode(bytes)
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    return { refused: 'lfs-pointer', detail: 'Git LFS pointer: the content is not in git' }
  }
  return { text: inner(text) }
}

/** Without a byte order mark, and without a carriage return that ends the file and no line. */
function inner(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  return text.slice(start, text.endsWith('\r') ? -1 : undefined)
}

function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const units: string[] = []
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    units.push(String.fromCharCode(view.getUint16(at, littleEndian)))
  }
  return units.join('')
}
