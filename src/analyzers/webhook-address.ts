import ipaddr from 'ipaddr.js'

const SHAPE = /^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?(?:\/\/([^/?#]*))?/

/** Whether Go's net/url reads it: no control character, no broken escape, a host and port of the right shape. */
export function isParsable(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what Go refuses
  if (/[\u0000-\u001f\u007f]/.test(url) || /%(?![0-9a-fA-F]{2})/.test(url)) return false
  if (/^:/.test(url) || /^[^/?#]*[^a-zA-Z0-9+.\-/?#:][^/?#]*:/.test(url)) return false
  if (/^[0-9][^/?#]*:/.test(url)) return false
  const authority = SHAPE.exec(url)?.[1] ?? ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  if (host.startsWith('[')) return /^\[[^\]]*\](?::\d*)?$/.test(host)
  return /^[^\s"<>\\^`{|}]*$/.test(host) && /^[^:]*(?::\d*)?$/.test(host)
}

/** Whether the host of a URL is an address and no name. */
export function isAddress(url: string): boolean {
  const authority = SHAPE.exec(url)?.[1] ?? ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const bare = host.startsWith('[') ? host.slice(1, host.indexOf(']')) : host.replace(/:\d*$/, '')
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare)
}
