import type { Request } from '../../src/dataplane/request.ts'

/** A redirect as outcomes carry it; `path` is the new path, after a prefix was replaced. */
export interface RedirectParts {
  readonly scheme?: string
  readonly host?: string
  readonly port?: number
  readonly path?: string
}

/**
 * The Location header that Envoy makes of a redirect. Source: Envoy, source/common/router/config_impl.cc
 * RouteEntryImplBase::newUri and processRequestHost.
 */
export function locationOf(request: Request, redirect: RedirectParts): string {
  const from = request.transport === 'plaintext' ? 'http' : 'https'
  const scheme = redirect.scheme ?? from
  const port = redirect.port === undefined ? '' : `:${redirect.port}`
  const host = redirect.host ?? hostOf(request.authority, from, scheme, port)
  const [target = ''] = request.path.split('#')
  const question = target.indexOf('?')
  const query = question < 0 ? '' : target.slice(question)
  const path = redirect.path ?? (question < 0 ? target : target.slice(0, question))
  return `${scheme}://${host}${port}${path}${path.includes('?') ? '' : query}`
}

/**
 * The Location header of a virtual host that requires TLS: the authority stays as it was sent. Source:
 * Envoy, source/common/http/utility.cc createSslRedirectPath.
 */
export function secureLocationOf(request: Request): string {
  return `https://${request.authority}${request.path.split('#')[0]}`
}

/** A port goes where another is given, and the default port of a scheme that changes. */
function hostOf(authority: string, from: string, to: string, port: string): string {
  const colon = authority.lastIndexOf(':')
  if (colon < 0 || authority.lastIndexOf(']') > colon) return authority
  const own = authority.slice(colon)
  const isDefault = (from === 'https' && own === ':443') || (from === 'http' && own === ':80')
  return port !== '' || (from !== to && isDefault) ? authority.slice(0, colon) : authority
}
