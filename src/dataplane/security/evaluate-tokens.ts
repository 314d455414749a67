import type { Request, Token } from '../request.ts'
import type { VerifiedToken } from './claims.ts'
import type { JwtProvider } from './request-authentication.ts'
import { type FoundToken, headerLines, tokenLocation, tokensFor } from './token-location.ts'

/** What the JWT filter makes of a request. */
export type TokenVerdict =
  | {
      readonly kind: 'passed'
      readonly token: VerifiedToken | null
      readonly by: JwtProvider | null
      /** Headers that the filter set or took away (`null`). */
      readonly headers: Readonly<Record<string, string | null>>
    }
  | {
      readonly kind: 'refused'
      readonly status: 401 | 403
      readonly reason: string
      readonly by: JwtProvider
    }

type Status = 'ok' | 'missing' | 'unknown-issuer' | 'audience' | string

/** Seconds by which clocks may differ. Source: Envoy jwt_authn clock_skew_seconds. */
const CLOCK_SKEW = 60

/** Seconds since 1970 by which tokens are judged where a request says no time: the start of 2026. */
const NOW = 1_767_225_600

/**
 * One valid token of any provider is enough, whatever else is there; without one, no provider may meet an
 * invalid one. Source: pilot security/authn/policy_applier.go convertToEnvoyJwtConfig; Envoy verifier.cc.
 */
export function evaluateTokens(providers: readonly JwtProvider[], request: Request): TokenVerdict {
  if (providers.length === 0 || isPreflight(request)) return pass(null, null, {})
  const statuses: Status[] = []
  for (const [index, provider] of providers.entries()) {
    const { status, token } = verify(provider, request)
    if (status === 'ok' && token !== null) {
      const verified = { claims: token.claims, spaceDelimited: provider.spaceDelimited }
      // Providers behind the one whose token is good are never looked at. Source: Envoy verifier.cc.
      const cleaned = cleanedHeaders(providers.slice(0, index + 1))
      return pass(verified, provider, { ...cleaned, ...headersOf(provider, token) })
    }
    statuses.push(status)
  }
  const bad = statuses.findIndex(status => status !== 'missing')
  const by = providers[decisive(statuses)] ?? providers[0]
  if (bad < 0 || by === undefined) return pass(null, null, cleanedHeaders(providers))
  const status = statuses[decisive(statuses)] ?? 'missing'
  if (status === 'audience') {
    return { kind: 'refused', status: 403, reason: 'the audience of the token is not allowed', by }
  }
  const reason = status === 'unknown-issuer' ? 'the issuer of the token is not configured' : status
  return { kind: 'refused', status: 401, reason, by }
}

/**
 * The failure that is told: the first of the conjunction, unless it is an unknown issuer and some provider
 * failed otherwise; then the last of those. Source: Envoy verifier.cc AnyVerifierImpl.
 */
function decisive(statuses: readonly Status[]): number {
  const first = statuses.findIndex(status => status !== 'missing')
  if (statuses[first] !== 'unknown-issuer') return first
  for (let index = statuses.length - 1; index >= 0; index--) {
    const status = statuses[index]
    if (status !== 'missing' && status !== 'unknown-issuer') return index
  }
  return first
}

function pass(
  token: VerifiedToken | null,
  by: JwtProvider | null,
  headers: Readonly<Record<string, string | null>>
): TokenVerdict {
  return { kind: 'passed', token, by, headers }
}

/** CORS preflights are let through unread. Source: Envoy jwt_authn filter.cc. */
function isPreflight(request: Request): boolean {
  return (
    request.method === 'OPTIONS' &&
    headerLines(request, 'origin').some(line => line !== '') &&
    headerLines(request, 'access-control-request-method').some(line => line !== '')
  )
}

/** All tokens that a provider finds must be good; the last one counts. */
function verify(
  provider: JwtProvider,
  request: Request
): { readonly status: Status; readonly token: Token | null } {
  let last: Token | null = null
  for (const found of tokensFor(provider, request)) {
    const status = judge(provider, found, request)
    if (status !== 'ok' || found === 'malformed') return { status, token: null }
    last = found
  }
  return last === null ? { status: 'missing', token: null } : { status: 'ok', token: last }
}

/** Source: Envoy jwt_authn authenticator.cc startVerify: issuer, time, audience, then the signature. */
function judge(provider: JwtProvider, found: FoundToken, request: Request): Status {
  if (found === 'malformed') return 'what stands where a token is looked for is none'
  const { claims, signature } = found
  const unreadable = unreadableClaim(claims)
  if (unreadable !== null) return `the payload of the token is not well formed: ${unreadable}`
  if (provider.issuer !== '' && claims.iss !== provider.issuer) return 'unknown-issuer'
  const now = request.now === undefined ? NOW : Date.parse(request.now) / 1000
  if (typeof claims.exp === 'number' && claims.exp + CLOCK_SKEW < now)
    return 'the token has expired'
  if (typeof claims.nbf === 'number' && claims.nbf > now + CLOCK_SKEW) {
    return 'the token is not valid yet'
  }
  if (!allowsAudience(provider, claims.aud)) return 'audience'
  if (provider.keyless !== null) return `no key verifies the token: ${provider.keyless}`
  return signature === 'good' ? 'ok' : 'the signature of the token is not good'
}

/** A registered claim of another type than it may have. Source: jwt_verify_lib jwt.cc parseJwtPayload. */
function unreadableClaim(claims: Token['claims']): string | null {
  for (const name of ['iss', 'sub', 'jti']) {
    if (claims[name] !== undefined && typeof claims[name] !== 'string') return name
  }
  for (const name of ['iat', 'nbf', 'exp']) {
    const value = claims[name]
    if (value !== undefined && !(typeof value === 'number' && value >= 0)) return name
  }
  const { aud } = claims
  if (aud === undefined || typeof aud === 'string') return null
  return Array.isArray(aud) && aud.every(one => typeof one === 'string') ? null : 'aud'
}

/** Source: jwt_verify_lib check_audience.cc: scheme and one slash at the end do not count. */
export function allowsAudience({ audiences }: JwtProvider, given: unknown): boolean {
  if (audiences.length === 0) return true
  const held = typeof given === 'string' ? [given] : Array.isArray(given) ? given : []
  const allowed = new Set(audiences.map(audience))
  return held.some(one => typeof one === 'string' && allowed.has(audience(one)))
}

function audience(text: string): string {
  return text.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

/** What a client sends under these names is never passed on. */
function cleanedHeaders(providers: readonly JwtProvider[]): Record<string, null> {
  const result: Record<string, null> = {}
  for (const { payloadHeader, claimHeaders } of providers) {
    if (payloadHeader !== '') result[payloadHeader] = null
    for (const { header } of claimHeaders) result[header] = null
  }
  return result
}

/** Headers that carry the token, its payload and claims onwards. */
function headersOf(provider: JwtProvider, token: Token): Record<string, string | null> {
  const result: Record<string, string | null> = {}
  const location = tokenLocation(token.in)
  if (location.in === 'header') {
    result[location.name] = provider.forward ? `${location.prefix}(the token)` : null
  }
  if (provider.payloadHeader !== '') {
    result[provider.payloadHeader] = base64(JSON.stringify(token.claims))
  }
  for (const { header, claim } of provider.claimHeaders) {
    const value = claimHeader(token.claims, claim)
    if (value !== null) result[header] = value
  }
  return result
}

/** Source: Envoy jwt_authn authenticator.cc addJWTClaimToHeader. */
function claimHeader(claims: Readonly<Record<string, unknown>>, path: string): string | null {
  let value: unknown = claims
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null
    value = Object.getOwnPropertyDescriptor(value, name)?.value
  }
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'object' && value !== null ? base64(JSON.stringify(value)) : null
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return btoa(String.fromCharCode(...bytes))
}
