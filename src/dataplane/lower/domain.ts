import type { Matcher } from '../../decision/table.ts'
import { quoted } from '../security/pattern.ts'

/** `null`: every host. */
export function domainMatcher(domains: readonly string[], byAuthority: boolean): Matcher | null {
  if (domains.includes('*')) return null
  const of = domains.map(domain => (byAuthority ? rawDomain(domain) : foldedDomain(domain)))
  const [first] = of
  return of.length === 1 && first !== undefined ? first : { is: 'any', of }
}

function foldedDomain(domain: string): Matcher {
  const value = domain.toLowerCase()
  if (!value.startsWith('*')) return { is: 'exact', value }
  // The `*` stands for at least one character.
  const suffix = value.slice(1)
  return {
    is: 'all',
    of: [
      { is: 'suffix', value: suffix },
      { is: 'not', of: { is: 'exact', value: suffix } }
    ]
  }
}

/** The same for the bytes of the Host header: any case, with or without port. */
function rawDomain(domain: string): Matcher {
  const wild = domain.startsWith('*')
  const literal = quoted(wild ? domain.slice(1) : domain)
  return { is: 'regex', value: `${wild ? RAW_WILDCARD : RAW_NAME}${literal}${RAW_PORT}` }
}

const RAW_NAME = '(?i)'
const RAW_WILDCARD = '(?i).+'
const RAW_PORT = '(:[0-9]*)?'

export function isRawWildcard(matcher: Matcher): boolean {
  return matcher.is === 'regex' && matcher.value.startsWith(RAW_WILDCARD)
}

/** The domain that a matcher of the Host header's bytes stands for, as one of folded names; null for any other. */
export function foldedFromRaw(matcher: Matcher): Matcher | null {
  if (matcher.is === 'any') {
    const of = matcher.of.map(foldedFromRaw)
    return of.every(one => one !== null) ? { is: 'any', of } : null
  }
  if (matcher.is !== 'regex') return null
  const wild = isRawWildcard(matcher)
  const start = wild ? RAW_WILDCARD : RAW_NAME
  if (!matcher.value.startsWith(start) || !matcher.value.endsWith(RAW_PORT)) return null
  const literal = matcher.value.slice(start.length, -RAW_PORT.length).replace(/\\(.)/g, '$1')
  const domain = `${wild ? '*' : ''}${literal}`
  // An expression of the configuration may look alike and mean more.
  const again = rawDomain(domain)
  return again.is === 'regex' && again.value === matcher.value ? foldedDomain(domain) : null
}
