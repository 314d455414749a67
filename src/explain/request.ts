import { nearest } from '../config/nearest.ts'
import type { Caller, Request, Token } from '../dataplane/request.ts'
import { UserError } from '../errors.ts'
import { type Callers, readCaller } from './callers.ts'

/** The field of a request, and the kind of value it wants. */
const FIELDS: Readonly<Record<string, 'text' | 'port' | 'other'>> = {
  id: 'text',
  from: 'other',
  to: 'text',
  via: 'text',
  protocol: 'text',
  address: 'text',
  port: 'port',
  authority: 'text',
  method: 'text',
  path: 'text',
  headers: 'other',
  transport: 'text',
  sni: 'text',
  alpn: 'text',
  principal: 'text',
  ip: 'text',
  remoteIp: 'text',
  tokens: 'other',
  providers: 'other',
  now: 'text',
  url: 'text',
  jwt: 'other'
}

/**
 * A request as people and files write it: in full, or with the shorthands `url`, `from: "NS/ACCOUNT"` and `jwt`.
 * @param where for messages: `requests.jsonl:3`
 * @throws UserError that names the field
 */
export function readRequest(value: unknown, where: string, callers: Callers): Request {
  if (!isRecord(value)) throw new UserError(`${where}: a request is an object.`, hint)
  for (const [key, member] of Object.entries(value)) {
    const kind = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined
    if (kind === undefined) {
      const near = nearest(key, Object.keys(FIELDS))
      const meant = near === undefined ? '' : `; did you mean "${near}"?`
      throw new UserError(`${where}: unknown field "${key}"${meant}`, hint)
    }
    if (kind === 'text' && typeof member !== 'string') throw wrong(where, key, 'a string')
    if (kind === 'port' && !isPort(member)) throw wrong(where, key, 'a port from 1 to 65535')
  }
  const field = (key: string): string | undefined => {
    const member = value[key]
    return typeof member === 'string' ? member : undefined
  }
  const url = field('url')
  const split = url === undefined ? null : splitUrl(url, where)
  const from = caller(value.from, where, callers)
  const protocol = oneOf(
    field('protocol') ?? split?.protocol ?? 'http',
    ['http', 'tcp'],
    where,
    'protocol'
  )
  const authority = field('authority') ?? split?.authority
  const port = isPort(value.port) ? value.port : split?.port
  if (port === undefined)
    throw new UserError(`${where}: the request needs a "port", or a "url".`, hint)
  if (authority === undefined && protocol === 'http') {
    throw new UserError(`${where}: the request needs an "authority", or a "url".`, hint)
  }
  // What the application sends; between proxies the mesh decides. A server asked alone hears its peer's proxy.
  const silent = field('to') === undefined ? 'plaintext' : 'mtls'
  const transport = field('transport') ?? split?.transport ?? silent
  const tokens = [
    ...list(value.tokens, where),
    ...(value.jwt === undefined ? [] : [jwt(value.jwt, where)])
  ]
  const texts: Record<string, string> = {}
  for (const key of [
    'id',
    'to',
    'via',
    'address',
    'sni',
    'alpn',
    'principal',
    'ip',
    'remoteIp',
    'now'
  ]) {
    const text = field(key)
    if (text !== undefined) texts[key] = text
  }
  if (texts.sni === undefined && split?.sni !== undefined) texts.sni = split.sni
  return {
    ...texts,
    from,
    protocol,
    port,
    authority: authority ?? '',
    method: field('method') ?? 'GET',
    path: field('path') ?? split?.path ?? '/',
    headers: headers(value.headers, where),
    transport: oneOf(transport, ['mtls', 'plaintext', 'tls'], where, 'transport'),
    ...(tokens.length > 0 && { tokens }),
    ...(value.providers !== undefined && { providers: answers(value.providers, where) })
  }
}

/** `GET http://host/path`: method and url as a person types them. */
export function readRequestLine(text: string): { readonly method: string; readonly url: string } {
  const [, method = 'GET', url] = /^(?:([A-Z]+)\s+)?(\S.*)$/.exec(text.trim()) ?? []
  if (url === undefined || !/^[a-z]+:\/\//.test(url)) {
    throw new UserError(`--request "${text}" is no request.`, "Write it as 'GET http://host/path'.")
  }
  return { method, url }
}

/** Nothing is normalised: what stands between scheme and path is the authority, the rest the path as sent. */
function splitUrl(url: string, where: string) {
  const [, scheme, authority, rest = ''] =
    /^(https?|tcp|tls):\/\/([^/?#]*)([\s\S]*)$/.exec(url) ?? []
  if (scheme === undefined || authority === undefined || authority === '') {
    throw new UserError(
      `${where}: "${url}" is no address that can be asked.`,
      'Write http://host:port/path, https://…, tcp://host:port or tls://host:port.'
    )
  }
  const given = /:(\d{1,5})$/.exec(authority)?.[1]
  const port =
    given === undefined ? { http: 80, https: 443, tcp: undefined, tls: 443 }[scheme] : Number(given)
  if (port !== undefined && !isPort(port))
    throw wrong(where, 'url', 'an address with a port from 1 to 65535')
  const secure = scheme === 'https' || scheme === 'tls'
  return {
    protocol: scheme === 'tcp' || scheme === 'tls' ? 'tcp' : 'http',
    authority,
    port,
    path: rest === '' ? '/' : rest.startsWith('/') ? rest : `/${rest}`,
    transport: secure ? ('tls' as const) : undefined,
    sni: secure ? serverName(authority) : undefined
  }
}

/** What a TLS client writes for the host of an address; nothing for an IP address. Source: RFC 6066 section 3. */
function serverName(authority: string): string | undefined {
  const host = authority.replace(/:\d{1,5}$/, '').toLowerCase()
  return /^\[|^[\d.]+$/.test(host) ? undefined : host
}

function caller(value: unknown, where: string, callers: Callers): Caller {
  if (value === undefined) {
    throw new UserError(
      `${where}: the request needs a "from".`,
      'Say who calls: NS/SERVICEACCOUNT, gateway:NS/NAME or outside.'
    )
  }
  if (typeof value === 'string') return readCaller(value, where, callers)
  if (isRecord(value)) {
    const { gateway, waypoint, namespace, serviceAccount, labels, pod } = value
    if (typeof gateway === 'string') return { gateway }
    if (typeof waypoint === 'string') return { waypoint }
    if (typeof namespace === 'string') {
      return {
        namespace,
        ...(typeof serviceAccount === 'string' && { serviceAccount }),
        ...(isTextMap(labels) && { labels }),
        ...(typeof pod === 'string' && { pod })
      }
    }
  }
  throw wrong(where, 'from', 'a caller such as "shop/frontend" or {"gateway": "NS/NAME"}')
}

function headers(value: unknown, where: string): Request['headers'] {
  if (value === undefined) return {}
  if (!isRecord(value)) throw wrong(where, 'headers', 'a map of names to values')
  const result: Record<string, string | string[]> = Object.create(null)
  for (const [name, line] of Object.entries(value)) {
    if (typeof line === 'string') result[name] = line
    else if (Array.isArray(line) && line.every(one => typeof one === 'string')) result[name] = line
    else throw wrong(where, `headers.${name}`, 'a string or a list of strings')
  }
  return result
}

function list(value: unknown, where: string): Token[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw wrong(where, 'tokens', 'a list')
  return value.map(token => {
    if (!isRecord(token) || !isRecord(token.claims))
      throw wrong(where, 'tokens', 'a list of {claims, signature}')
    const signature = token.signature === 'broken' ? 'broken' : 'good'
    return {
      claims: token.claims,
      signature,
      ...(typeof token.in === 'string' && { in: token.in })
    }
  })
}

/** What providers of CUSTOM policies answer, by name. */
function answers(value: unknown, where: string): NonNullable<Request['providers']> {
  if (!isTextMap(value)) throw wrong(where, 'providers', 'a map of names to allow, deny or error')
  const result: Record<string, 'allow' | 'deny' | 'error'> = Object.create(null)
  for (const [name, answer] of Object.entries(value)) {
    result[name] = oneOf(answer, ['allow', 'deny', 'error'], where, `providers.${name}`)
  }
  return result
}

function jwt(value: unknown, where: string): Token {
  if (!isRecord(value)) throw wrong(where, 'jwt', 'the claims of one good token')
  return { claims: value, signature: 'good' }
}

const hint =
  'A request has from, url (or authority, port and path), method, headers, and what else docs/requests.md lists.'

function wrong(where: string, field: string, wanted: string): UserError {
  return new UserError(`${where}: "${field}" must be ${wanted}.`, hint)
}

function oneOf<T extends string>(
  value: string,
  known: readonly T[],
  where: string,
  field: string
): T {
  const found = known.find(one => one === value)
  if (found === undefined) throw wrong(where, field, `one of ${known.join(', ')}`)
  return found
}

function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTextMap(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every(one => typeof one === 'string')
}
