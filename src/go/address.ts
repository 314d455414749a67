/** Go's netip.ParseAddr for IPv4: four numbers without leading zeros. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return (
    parts.length === 4 &&
    parts.every(part => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
  )
}

/** Go's netip.ParseAddr for IPv6 without a zone. */
export function isIpv6(text: string): boolean {
  return ipv6Groups(text) !== null
}

/** `::ffff:10.0.0.1`, with or without dots. */
export function isIpv4InIpv6(text: string): boolean {
  const groups = ipv6Groups(text)
  return groups !== null && groups[5] === 0xffff && groups.slice(0, 5).every(group => group === 0)
}

/** The eight groups of an IPv6 address; `null` for any other text. */
function ipv6Groups(text: string): number[] | null {
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0 || !text.includes(':')) return null
  const before = groupsOf(head, tail === undefined)
  const after = tail === undefined ? [] : groupsOf(tail, true)
  if (before === null || after === null) return null
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  return [...before, ...new Array<number>(missing).fill(0), ...after]
}

/** The last two groups may be written as an IPv4 address. */
function groupsOf(text: string, isLast: boolean): number[] | null {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    if (isLast && index === parts.length - 1 && isIpv4(part)) {
      const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number)
      groups.push(a * 256 + b, c * 256 + d)
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16))
    else return null
  }
  return groups
}

/** Go's netip.ParseAddr: an IPv6 address may have a zone. */
export function isIp(text: string): boolean {
  const percent = text.indexOf('%')
  if (percent < 0) return isIpv4(text) || isIpv6(text)
  return percent < text.length - 1 && isIpv6(text.slice(0, percent))
}

/** Go's netip.ParsePrefix: an address without a zone and the number of its bits. */
export function isCidr(text: string): boolean {
  const slash = text.lastIndexOf('/')
  const address = text.slice(0, slash)
  const bits = text.slice(slash + 1)
  if (slash < 0 || !/^(?:0|[1-9]\d{0,2})$/.test(bits)) return false
  return isIpv4(address) ? Number(bits) <= 32 : isIpv6(address) && Number(bits) <= 128
}
