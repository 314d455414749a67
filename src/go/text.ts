/** The length of a text in bytes of UTF-8, which is what Go counts. */
export function byteLength(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x80) bytes += 1
    else if (code < 0x800) bytes += 2
    // Two halves of a pair are four bytes; a half alone becomes U+FFFD, which is three.
    else if (code >= 0xd800 && code < 0xdc00 && isLowHalf(text.charCodeAt(index + 1))) {
      bytes += 4
      index += 1
    } else bytes += 3
  }
  return bytes
}

function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}

const LARGEST = (1n << 63n) - 1n

/** Go's strconv.Atoi on 64 bits; `null` where it reports an error. */
export function parseInteger(text: string): bigint | null {
  // Twenty characters hold every int64; leading zeros may make it longer.
  if (!/^[-+]?\d+$/.test(text)) return null
  const value = BigInt(text.replace(/^\+/, ''))
  return value > LARGEST || value < -LARGEST - 1n ? null : value
}
