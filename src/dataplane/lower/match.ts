import { RE2JS } from 're2js'
import type { Matcher } from '../../decision/table.ts'
import type { ClaimMatch, HeaderMatch, PathMatch, RouteMatch, StringMatch } from '../config.ts'

/** A route's match as matchers per dimension; several of one dimension hold together. */
export function lowerMatch(match: RouteMatch): Record<string, Matcher> {
  const all = new Map<string, Matcher[]>()
  const add = (dimension: string, matcher: Matcher): void => {
    const known = all.get(dimension)
    if (known === undefined) all.set(dimension, [matcher])
    else known.push(matcher)
  }
  const path = lowerPath(match.path)
  if (path !== null) add('path', path)
  for (const header of match.headers) add(headerDimension(header.name), lowerHeader(header))
  for (const { name, value } of match.queryParams) add(`query:${name}`, lowerValue(value))
  for (const claim of match.claims) add(claimDimension(claim), lowerClaim(claim))
  const when: Record<string, Matcher> = {}
  for (const [dimension, matchers] of all) {
    const [first] = matchers
    if (first !== undefined)
      when[dimension] = matchers.length === 1 ? first : { is: 'all', of: matchers }
  }
  return when
}

const PSEUDO: Readonly<Record<string, string>> = {
  ':method': 'method',
  ':scheme': 'scheme',
  ':authority': 'authority',
  host: 'authority'
}

export function headerDimension(name: string): string {
  return PSEUDO[name] ?? `header:${name}`
}

export function claimDimension({ path }: ClaimMatch): string {
  return `claim:${path.join('.')}`
}

/** `null`: every path. */
function lowerPath(path: PathMatch): Matcher | null {
  if (path.kind === 'regex') return { is: 'regex', value: path.value }
  const { value, ignoreCase } = path
  const folded = ignoreCase ? { ignoreCase: true } : {}
  if (path.kind === 'exact') return { is: 'exact', value, ...folded }
  if (path.kind === 'separated') {
    return {
      is: 'any',
      of: [
        { is: 'exact', value, ...folded },
        { is: 'prefix', value: `${value}/`, ...folded }
      ]
    }
  }
  return value === '/' || value === '' ? null : { is: 'prefix', value, ...folded }
}

function lowerValue(value: StringMatch | 'present'): Matcher {
  if (value === 'present') return { is: 'present' }
  return { is: value.kind, value: value.value }
}

/** Envoy's invert_match and treat_missing_header_as_empty. */
function lowerHeader({ value, invert, missingAsEmpty }: HeaderMatch): Matcher {
  if (!invert) return lowerValue(value)
  if (value === 'present') return { is: 'absent' }
  const other: Matcher = { is: 'not', of: lowerValue(value) }
  const absentHolds = missingAsEmpty && !holdsOnEmpty(value)
  return absentHolds ? other : { is: 'all', of: [{ is: 'present' }, other] }
}

function lowerClaim({ value, invert }: ClaimMatch): Matcher {
  const matcher = lowerValue(value)
  return invert ? { is: 'not', of: matcher } : matcher
}

function holdsOnEmpty({ kind, value }: StringMatch): boolean {
  if (kind !== 'regex') return value === ''
  try {
    return RE2JS.compile(value).matches('')
  } catch {
    // A pattern that RE2 refuses is reported where the table is checked; here it matches nothing.
    return false
  }
}
