import ipaddr from 'ipaddr.js'

/**
 * An address or CIDR as a CIDR; `null` where Go's net/netip refuses it.
 * Source: pilot networking/util AddrStrToPrefix.
 */
export function cidrBlock(text: string): string | null {
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const parsed = parseAddress(address)
  if (parsed === null) return null
  const most = parsed.kind() === 'ipv4' ? 32 : 128
  if (slash < 0) return `${address}/${most}`
  const bits = text.slice(slash + 1)
  if (!/^(0|[1-9]\d{0,2})$/.test(bits) || Number(bits) > most) return null
  return text
}

/** Four decimal numbers without leading zeros, or an IPv6 address without zone. */
function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (/^\d/.test(text) && text.includes('.') && !text.includes(':')) {
    const parts = text.split('.')
    const plain = parts.length === 4 && parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part))
    return plain && parts.every(part => Number(part) < 256) ? ipaddr.IPv4.parse(text) : null
  }
  if (text.includes('%') || !ipaddr.IPv6.isValid(text)) return null
  return ipaddr.IPv6.parse(text)
}

/** Whether an address lies in a block; false where either cannot be read. */
export function inBlock(address: string, block: string): boolean {
  const parsed = parseAddress(address)
  if (parsed === null || !ipaddr.isValidCIDR(block)) return false
  const [network, bits] = ipaddr.parseCIDR(block)
  if (parsed.kind() !== network.kind()) return false
  return parsed.match([network, bits] as never) // both of one kind, checked above
}
