import type { Matcher } from '../../decision/table.ts'
import { quoted } from '../security/pattern.ts'
import type { JwtProvider, TokenLocation } from '../security/request-authentication.ts'
import { readFrom } from '../security/token-location.ts'
import { BETWEEN } from './conditions.ts'

/** A token that the JWT filter refuses: which, and with what. */
export interface RefusedTokens {
  readonly when: Readonly<Record<string, Matcher>>
  readonly status: 401 | 403
  readonly reason: string
  readonly by: JwtProvider
}

/**
 * What becomes of one token at one place: `null` where no provider looks there, and it counts as none. Time
 * is folded into the signature: an expired token is a broken one.
 */
export function refusedTokens(
  providers: readonly JwtProvider[],
  location: TokenLocation
): readonly RefusedTokens[] | null {
  const reading = providers.flatMap(provider => {
    const reads = provider.locations.map(one => readFrom(one, location))
    if (reads.includes('whole')) return [{ provider, whole: true }]
    return reads.includes('in part') ? [{ provider, whole: false }] : []
  })
  const [first] = reading
  if (first === undefined) return null
  const able = reading.filter(one => one.whole).map(one => one.provider)
  const usable = able.filter(({ keyless }) => keyless === null)
  const refused: RefusedTokens[] = []
  if (!usable.some(({ issuer }) => issuer === '')) {
    const issuers = usable.map(({ issuer }) => issuerIs(issuer))
    const when: Record<string, Matcher> =
      issuers.length === 0
        ? {}
        : { 'request principal': { is: 'not', of: { is: 'any', of: issuers } } }
    const keyless = able.find(one => one.keyless !== null)
    const reason =
      keyless === undefined
        ? 'the issuer of the token is not configured'
        : `the issuer of the token is not configured, or no key verifies it: ${keyless.keyless}`
    refused.push({ when, status: 401, reason, by: first.provider })
  }
  for (const [issuer, group] of byIssuer(usable)) {
    const [by] = group
    if (by === undefined || group.some(({ audiences }) => audiences.length === 0)) continue
    const when = issuer === '' ? {} : { 'request principal': issuerIs(issuer) }
    const audiences = group.flatMap(provider => provider.audiences.flatMap(spellings))
    const wrong: Matcher = { is: 'not', of: { is: 'any', of: audiences } }
    const reason = 'the audience of the token is not allowed'
    refused.push({ when: { ...when, 'claim:[aud]': wrong }, status: 403, reason, by })
  }
  refused.push({
    when: { signature: { is: 'exact', value: 'broken' } },
    status: 401,
    reason: 'the signature of the token is not good',
    by: first.provider
  })
  return refused
}

function byIssuer(providers: readonly JwtProvider[]): Map<string, JwtProvider[]> {
  const groups = new Map<string, JwtProvider[]>()
  for (const provider of providers) {
    const known = groups.get(provider.issuer)
    if (known === undefined) groups.set(provider.issuer, [provider])
    else known.push(provider)
  }
  // One that takes any issuer takes those of the others too.
  const any = groups.get('') ?? []
  for (const [issuer, group] of groups) if (issuer !== '') group.push(...any)
  return groups
}

function issuerIs(issuer: string): Matcher {
  return { is: 'regex', value: `${quoted(issuer)}${BETWEEN}[^${BETWEEN}]*` }
}

/** Scheme and a slash at the end of an audience do not count. */
function spellings(audience: string): Matcher[] {
  const bare = audience.replace(/^https?:\/\//, '').replace(/\/$/, '')
  return ['', 'http://', 'https://'].flatMap(scheme =>
    ['', '/'].map((end): Matcher => ({ is: 'exact', value: `${scheme}${bare}${end}` }))
  )
}
