const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * A path as git holds it (bytes) as text. Bytes that are not UTF-8 stand as `\xNN`; in such a name a backslash
 * stands as `\x5c`, so that two names never become one.
 */
export function pathName(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    return escapeInvalid(bytes)
  }
}

function escapeInvalid(bytes: Uint8Array): string {
  let name = ''
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length === 0) {
      name += `\\x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`
      at += 1
      continue
    }
    const text = decoder.decode(bytes.subarray(at, at + length))
    name += text === '\\' ? '\\x5c' : text
    at += length
  }
  return name
}

/** Length of the valid UTF-8 sequence that starts here; 0 where none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    try {
      decoder.decode(bytes.subarray(at, at + length))
      return length
    } catch {
      // Incomplete or invalid so far: one byte more may complete it.
    }
  }
  return 0
}
