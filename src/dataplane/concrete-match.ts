import { RE2JS } from 're2js'
import type {
  ClaimMatch,
  HeaderMatch,
  PathMatch,
  QueryMatch,
  RouteMatch,
  StringMatch
} from './config.ts'

/** A request as the router sees it: path normalised, header names folded. */
export interface Seen {
  readonly path: string
  readonly query: string | null
  readonly method: string
  readonly scheme: string
  readonly authority: string
  /** Lines by lower-case name. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /** Payload of an accepted token, where the proxy reads tokens. */
  readonly claims: Readonly<Record<string, unknown>> | null
}

/** Does a route take the request? Concrete values only, by code of its own: partitions are not asked. */
export function routeMatches(match: RouteMatch, seen: Seen, linesApart: boolean): boolean {
  return (
    pathMatches(match.path, seen.path) &&
    match.headers.every(header => headerMatches(header, seen, linesApart)) &&
    match.queryParams.every(parameter => queryMatches(parameter, seen.query)) &&
    match.claims.every(claim => claimMatches(claim, seen.claims))
  )
}

const programs = new Map<string, RE2JS | null>()

/** RE2 over the whole text; a pattern that RE2 refuses matches nothing (Envoy refuses the configuration). */
function fullMatch(pattern: string, text: string): boolean {
  let program = programs.get(pattern)
  if (program === undefined) {
    try {
      program = RE2JS.compile(pattern)
    } catch {
      program = null
    }
    programs.set(pattern, program)
  }
  return program?.matches(text) === true
}

function pathMatches(match: PathMatch, path: string): boolean {
  if (match.kind === 'regex') return fullMatch(match.value, path)
  const wanted = match.ignoreCase ? match.value.toLowerCase() : match.value
  const actual = match.ignoreCase ? path.toLowerCase() : path
  if (match.kind === 'exact') return actual === wanted
  if (!actual.startsWith(wanted)) return false
  return match.kind === 'prefix' || actual.length === wanted.length || actual[wanted.length] === '/'
}

function valueMatches(match: StringMatch, value: string): boolean {
  if (match.kind === 'exact') return value === match.value
  if (match.kind === 'prefix') return value.startsWith(match.value)
  return fullMatch(match.value, value)
}

function headerLines(name: string, seen: Seen): readonly string[] | undefined {
  switch (name) {
    case ':method':
      return [seen.method]
    case ':scheme':
      return [seen.scheme]
    case ':authority':
    case 'host':
      return [seen.authority]
    default:
      return seen.headers.get(name)
  }
}

/** Envoy 1.39 tests each line, before all lines joined by commas. Source: Envoy http/header_utility.cc. */
function headerMatches(match: HeaderMatch, seen: Seen, linesApart: boolean): boolean {
  const lines = headerLines(match.name, seen)
  const { value } = match
  if (value === 'present') return (lines !== undefined) !== match.invert
  if (lines === undefined) {
    return match.missingAsEmpty && valueMatches(value, '') !== match.invert
  }
  const matched = linesApart
    ? lines.some(line => valueMatches(value, line))
    : valueMatches(value, lines.join(','))
  return matched !== match.invert
}

/** The first value of the key counts; keys are compared as they stand. */
function queryMatches(match: QueryMatch, query: string | null): boolean {
  const value = firstValue(match.name, query)
  if (value === null) return false
  return match.value === 'present' || valueMatches(match.value, value)
}

function firstValue(name: string, query: string | null): string | null {
  if (query === null) return null
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=')
    const key = equals < 0 ? pair : pair.slice(0, equals)
    if (key === name) return equals < 0 ? '' : pair.slice(equals + 1)
  }
  return null
}

/** Equal to the text, or contained in the list. Source: istio pilot security/authz/matcher MetadataMatcherForJWTClaims. */
function claimMatches(match: ClaimMatch, claims: Seen['claims']): boolean {
  let value: unknown = claims
  for (const key of match.path) {
    value =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Readonly<Record<string, unknown>>)[key] // an object that is no list
        : undefined
  }
  const values = Array.isArray(value) ? value : [value]
  const texts = values.filter((entry): entry is string => typeof entry === 'string')
  const { value: wanted } = match
  const matched =
    wanted === 'present' ? texts.length > 0 : texts.some(entry => valueMatches(wanted, entry))
  return matched !== match.invert
}
