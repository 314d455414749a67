import { isIpv6 } from './address.ts'

/** The parts of a URL that the Kubernetes CEL library gives out. */
export interface GoUrl {
  readonly scheme: string
  /** With the port. */
  readonly host: string
  readonly hostname: string
  readonly port: string
  readonly path: string
}

/**
 * Reads a URL as Go's url.ParseRequestURI does (net/url, as of Go 1.26): an absolute URL or an absolute
 * path. `null` where Go reports an error. The WHATWG parser of JavaScript accepts and repairs far more.
 */
export function parseRequestUri(text: string): GoUrl | null {
  if (text === '' || hasControl(text)) return null
  if (text === '*') return { scheme: '', host: '', hostname: '', port: '', path: '*' }
  const split = splitScheme(text)
  if (split === null) return null
  const { scheme } = split
  const rest = split.rest.split('?', 1)[0] ?? ''
  if (!rest.startsWith('/')) {
    // `mailto:x` is opaque; without a scheme it is no request URI.
    return scheme === '' ? null : { scheme, host: '', hostname: '', port: '', path: '' }
  }
  if (scheme === '' || !rest.startsWith('//')) return withPath(scheme, '', rest)
  const slash = rest.indexOf('/', 2)
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash)
  const at = authority.lastIndexOf('@')
  if (at >= 0 && !isUserinfo(authority.slice(0, at))) return null
  const host = authority.slice(at + 1)
  return isHost(host) ? withPath(scheme, host, slash < 0 ? '' : rest.slice(slash)) : null
}

function withPath(scheme: string, host: string, path: string): GoUrl | null {
  if (!isEscaped(path)) return null
  const colon = host.startsWith('[') ? host.indexOf(':', host.indexOf(']')) : host.lastIndexOf(':')
  const name = colon < 0 ? host : host.slice(0, colon)
  return {
    scheme,
    host,
    hostname: name.startsWith('[') ? name.slice(1, -1) : name,
    port: colon < 0 ? '' : host.slice(colon + 1),
    path
  }
}

/** A scheme is letters, then letters, digits, + - and .; anything else before the colon means none. */
function splitScheme(text: string): { scheme: string; rest: string } | null {
  if (text.startsWith(':')) return null
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)
  const found = match?.[1]
  if (found === undefined) return { scheme: '', rest: text }
  return { scheme: found.toLowerCase(), rest: text.slice(found.length + 1) }
}

function isUserinfo(text: string): boolean {
  return /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(text) && isEscaped(text)
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) {
    const end = host.lastIndexOf(']')
    if (end < 0 || !isPort(host.slice(end + 1))) return false
    return isIpLiteral(host.slice(1, end))
  }
  const colon = host.indexOf(':')
  if (colon >= 0 && !isPort(host.slice(colon))) return false
  return hasHostCharacters(host)
}

/** Between brackets: an IPv6 address, its zone after `%25`. */
function isIpLiteral(text: string): boolean {
  const [address = '', zone] = text.split('%25')
  if (zone !== undefined && (zone === '' || !isEscaped(zone))) return false
  return /^[0-9a-fA-F:.]+$/.test(address) && isIpv6(address)
}

function isPort(text: string): boolean {
  return text === '' || /^:\d*$/.test(text)
}

/** Escapes in a host may only stand for bytes beyond ASCII. */
function hasHostCharacters(host: string): boolean {
  return /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"\u0080-\u{10FFFF}]|%[89A-Fa-f][0-9A-Fa-f])*$/u.test(
    host
  )
}

function isEscaped(text: string): boolean {
  return !/%(?![0-9A-Fa-f]{2})/.test(text)
}

function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x20 || code === 0x7f) return true
  }
  return false
}
