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
  return text === '' ? null : parse(text, true)
}

/** The same by Go's url.Parse: also a relative path, and a fragment. */
export function parseUrl(text: string): GoUrl | null {
  const hash = text.indexOf('#')
  if (hash >= 0 && !isEscaped(text.slice(hash + 1))) return null
  return parse(hash < 0 ? text : text.slice(0, hash), false)
}

function parse(text: string, isRequest: boolean): GoUrl | null {
  if (hasControl(text)) return null
  if (text === '*') return { scheme: '', host: '', hostname: '', port: '', path: '*' }
  const split = splitScheme(text)
  if (split === null) return null
  const { scheme } = split
  const rest = split.rest.split('?', 1)[0] ?? ''
  if (!rest.startsWith('/')) {
    // `mailto:x` is opaque. A relative path is no request, and no colon stands in its first part.
    if (scheme !== '') return { scheme, host: '', hostname: '', port: '', path: '' }
    return isRequest || rest.split('/', 1)[0]?.includes(':') ? null : withPath('', '', rest)
  }
  const mayHaveHost = scheme !== '' || (!isRequest && !rest.startsWith('///'))
  if (!mayHaveHost || !rest.startsWith('//')) return withPath(scheme, '', rest)
  const slash = rest.indexOf('/', 2)
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash)
  const at = authority.lastIndexOf('@')
  if (at >= 0 && !isUserinfo(authority.slice(0, at))) return null
  const host = authority.slice(at + 1)
  return isHost(host, scheme) ? withPath(scheme, host, slash < 0 ? '' : rest.slice(slash)) : null
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

function isHost(host: string, scheme: string): boolean {
  if (host.startsWith('[') && host.lastIndexOf('[') === 0) {
    const end = host.lastIndexOf(']')
    if (end < 0 || !isPort(host.slice(end + 1))) return false
    return isIpLiteral(host.slice(1, end))
  }
  if (host.includes('[')) return false
  // Several hosts may stand in a URL of a database; only web addresses are strict.
  const isWeb = scheme === 'http' || scheme === 'https'
  const colon = isWeb ? host.indexOf(':') : host.lastIndexOf(':')
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
