import ipaddr from 'ipaddr.js'

/** The addresses from first to last of one family, as numbers. v4 in v6 form stays v6, as Envoy keeps them apart. */
export interface AddressRange {
  readonly family: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

/** `10.0.0.0/8`, `2001:db8::/32`; an address alone is a range of one. `null` where it cannot be read. */
export function addressRange(text: string): AddressRange | null {
  const slash = text.indexOf('/')
  const bytes = addressBytes(slash < 0 ? text : text.slice(0, slash))
  if (bytes === null) return null
  const width = bytes.length * 8
  const length = slash < 0 ? width : prefixLength(text.slice(slash + 1), width)
  if (length === null) return null
  const size = 1n << BigInt(width - length)
  const first = (toNumber(bytes) / size) * size
  return { family: width === 32 ? 4 : 6, first, last: first + size - 1n }
}

export function addressText(family: 4 | 6, value: bigint): string {
  const bytes: number[] = []
  for (let shift = (family === 4 ? 32 : 128) - 8; shift >= 0; shift -= 8) {
    bytes.push(Number((value >> BigInt(shift)) & 255n))
  }
  return ipaddr.fromByteArray(bytes).toString()
}

function addressBytes(text: string): readonly number[] | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text).toByteArray()
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).toByteArray() : null
}

function prefixLength(text: string, width: number): number | null {
  const length = Number(text)
  return /^\d{1,3}$/.test(text) && length <= width ? length : null
}

function toNumber(bytes: readonly number[]): bigint {
  let value = 0n
  for (const byte of bytes) value = value * 256n + BigInt(byte)
  return value
}
