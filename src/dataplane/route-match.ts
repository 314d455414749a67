import type { Json, JsonMap } from '../manifest/manifest.ts'
import type { Features } from '../mesh/features.ts'
import { isMap, mapOrEmpty, text } from '../mesh/json.ts'
import type {
  ClaimMatch,
  HeaderMatch,
  PathMatch,
  QueryMatch,
  RouteMatch,
  StringMatch
} from './config.ts'

export const routeMatchReads = [
  ['VirtualService', 'spec.http[].match[].{uri,scheme,method,authority}.{exact,prefix,regex}'],
  ['VirtualService', 'spec.http[].match[].ignoreUriCase'],
  [
    'VirtualService',
    'spec.http[].match[].{headers,withoutHeaders,queryParams}.*.{exact,prefix,regex}'
  ]
] as const

const EVERY_PATH = { kind: 'prefix', value: '/', ignoreCase: false } as const satisfies PathMatch

/** Matches every request. */
export const EVERYTHING: RouteMatch = {
  path: EVERY_PATH,
  headers: [],
  queryParams: [],
  claims: []
}

/** Source: pilot networking/core/route/route.go TranslateRouteMatch. */
export function routeMatch(
  fields: JsonMap,
  semantics: 'istio' | 'gateway-api' | 'ingress',
  features: Features
): RouteMatch {
  const headers: HeaderMatch[] = []
  const claims: ClaimMatch[] = []
  for (const invert of [false, true]) {
    for (const [name, value] of Object.entries(
      mapOrEmpty(invert ? fields.withoutHeaders : fields.headers)
    )) {
      const path = claimPath(name)
      if (path === null) headers.push(headerMatch(name, value, invert, features))
      else claims.push({ path, value: stringMatch(value), invert })
    }
  }
  headers.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  for (const [name, field] of PSEUDO_HEADERS) {
    const value = fields[field]
    if (isMap(value)) headers.push(headerMatch(name, value, false, features))
  }
  return {
    path: pathMatch(fields.uri, fields.ignoreUriCase === true, semantics),
    headers,
    queryParams: Object.entries(mapOrEmpty(fields.queryParams)).map(
      ([name, value]): QueryMatch => ({ name, value: stringMatch(value) })
    ),
    claims
  }
}

const PSEUDO_HEADERS = [
  [':method', 'method'],
  [':authority', 'authority'],
  [':scheme', 'scheme']
] as const

function headerMatch(
  name: string,
  value: Json | undefined,
  invert: boolean,
  features: Features
): HeaderMatch {
  const found = stringMatch(value)
  return {
    name: name.toLowerCase(),
    value: found,
    invert,
    missingAsEmpty: invert && found !== 'present' && features.has('missing-header-is-empty')
  }
}

/** Nothing set, or the regex `*`, asks for presence. Source: route.go canBeConvertedToPresentMatch. */
export function stringMatch(value: Json | undefined): StringMatch | 'present' {
  const fields = mapOrEmpty(value)
  for (const kind of ['exact', 'prefix', 'regex'] as const) {
    const found = text(fields[kind])
    if (found === undefined) continue
    return kind === 'regex' && found === '*' ? 'present' : { kind, value: found }
  }
  return 'present'
}

function pathMatch(
  value: Json | undefined,
  ignoreCase: boolean,
  semantics: 'istio' | 'gateway-api' | 'ingress'
): PathMatch {
  const fields = mapOrEmpty(value)
  const exact = text(fields.exact)
  if (exact !== undefined) return { kind: 'exact', value: exact, ignoreCase }
  const prefix = text(fields.prefix)
  if (prefix !== undefined) {
    return semantics !== 'istio' && prefix !== '/'
      ? { kind: 'separated', value: prefix.replace(/\/$/, ''), ignoreCase }
      : { kind: 'prefix', value: prefix, ignoreCase }
  }
  const regex = text(fields.regex)
  if (regex !== undefined) return { kind: 'regex', value: regex }
  return ignoreCase ? { ...EVERY_PATH, ignoreCase } : EVERY_PATH
}

const CLAIMS = '@request.auth.claims'

/**
 * The claim that a header name stands for: `@request.auth.claims.a.b` or `@request.auth.claims[a][b]`;
 * `null` for a header. Source: istio pkg/jwt/jwt.go ToRoutingClaim.
 */
export function claimPath(name: string): string[] | null {
  if (!name.toLowerCase().startsWith(CLAIMS)) return null
  const rest = name.slice(CLAIMS.length)
  if (rest.startsWith('.')) return rest.length === 1 ? null : rest.slice(1).split('.')
  if (!rest.startsWith('[') || !rest.endsWith(']') || rest.length < 3) return null
  return rest.slice(1, -1).split('][')
}

/** Nothing can follow such a route. Source: route.go IsCatchAllRoute. */
export function isCatchAll(match: RouteMatch, features: Features): boolean {
  const { path } = match
  const every =
    path.kind === 'regex'
      ? path.value === '.*' && features.has('regex-catch-all')
      : path.kind !== 'exact' && path.value === '/'
  return (
    every &&
    match.headers.length === 0 &&
    match.queryParams.length === 0 &&
    match.claims.length === 0
  )
}
