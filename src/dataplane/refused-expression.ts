import { RE2JS, RE2JSException } from 're2js'
import type { Json, JsonMap } from '../manifest/manifest.ts'
import { isMap, list, map, mapOrEmpty, text } from '../mesh/json.ts'
import type { Route, RouteAction, RouteMatch, StringMatch } from './config.ts'
import { programSize } from './program-size.ts'

/** Istio's bootstrap lets no larger program be. Source: pkg/bootstrap, re2.max_program_size.error_level. */
const largestProgram = 32_768

/** Why Envoy does not take an expression: never, or perhaps, since the size of its program is not exactly ours. */
export interface RefusedExpression {
  readonly reason: string
  readonly certain: boolean
}

const judged = new Map<string, RefusedExpression | null>()

/** Null: Envoy takes it. Source: Envoy common/regex.cc, and safe_regex of its API, which is not empty. */
export function refusedExpression(source: string): RefusedExpression | null {
  let found = judged.get(source)
  if (found === undefined) {
    found = judge(source)
    judged.set(source, found)
  }
  return found
}

function judge(source: string): RefusedExpression | null {
  if (source === '') return { reason: 'an empty regular expression', certain: true }
  const named = `the regular expression ${source.length > 60 ? `${source.slice(0, 57)}...` : source}`
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(source)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const why = error.message.replace(/^error parsing regexp: /, '')
    return { reason: `${named} is not RE2 (${why})`, certain: true }
  }
  const { least, most } = programSize(compiled)
  if (most <= largestProgram) return null
  const limit = `a program of more than ${largestProgram} instructions, which is as large as proxies take`
  if (least > largestProgram) return { reason: `${named} makes ${limit}`, certain: true }
  return { reason: `${named} may make ${limit}`, certain: false }
}

/**
 * Envoy refuses the whole route configuration for one expression that it does not take, whichever field of a route has
 * it. Where it may take it, what becomes of the route is not known.
 */
export function unlessRefused(route: Route): Route {
  let perhaps: RefusedExpression | undefined
  for (const source of expressionsOf(route)) {
    const found = refusedExpression(source)
    if (found?.certain) return { ...route, action: refused(found, route) }
    perhaps ??= found ?? undefined
  }
  return perhaps === undefined ? route : { ...route, action: unknown(perhaps, route) }
}

function refused({ reason }: RefusedExpression, { origins }: Route): RouteAction {
  return { kind: 'refused', reason, at: origins.slice(0, 1) }
}

function unknown({ reason }: RefusedExpression, { origins }: Route): RouteAction {
  return { kind: 'unknown', reason, at: origins.slice(0, 1) }
}

function* expressionsOf({ match, action }: Route): Generator<string> {
  if (match.path.kind === 'regex') yield match.path.value
  for (const { value } of [...match.headers, ...match.queryParams, ...match.claims]) {
    if (value !== 'present' && value.kind === 'regex') yield value.value
  }
  if (action.kind === 'forward' && action.pathRewrite?.kind === 'regex') {
    yield action.pathRewrite.pattern
  }
  if (action.kind !== 'forward' && action.kind !== 'redirect') return
  const origins = action.settings.cors?.allowOrigins
  if (!Array.isArray(origins)) return
  for (const origin of origins) {
    if (isMap(origin) && origin.kind === 'regex' && typeof origin.value === 'string') {
      yield origin.value
    }
  }
}

/** What a route asks for, without the expressions that Envoy does not take: nothing is known to match them. */
export function matchOf({ match, action }: Pick<Route, 'match' | 'action'>): RouteMatch {
  if (action.kind !== 'refused' && action.kind !== 'unknown') return match
  const isRead = ({ value }: { readonly value: StringMatch | 'present' }) =>
    value === 'present' || value.kind !== 'regex' || refusedExpression(value.value) === null
  const { path, headers, queryParams, claims } = match
  const isPathRead = path.kind !== 'regex' || refusedExpression(path.value) === null
  return {
    path: isPathRead ? path : { kind: 'prefix', value: '/', ignoreCase: false },
    headers: headers.filter(isRead),
    queryParams: queryParams.filter(isRead),
    claims: claims.filter(isRead)
  }
}

/** Does a rule, as it is written, have an expression that Envoy may not take? */
export function hasRefusedExpression(rule: JsonMap): boolean {
  const rewrite = text(map(mapOrEmpty(rule.rewrite).uriRegexRewrite)?.match)
  if (rewrite !== undefined && refusedExpression(rewrite) !== null) return true
  const conditions = list(rule.match).flatMap(one => Object.values(mapOrEmpty(one)))
  return [...conditions, ...list(mapOrEmpty(rule.corsPolicy).allowOrigins)].some(hasRefused)
}

function hasRefused(value: Json): boolean {
  if (!isMap(value)) return false
  const own = text(value.regex)
  if (own !== undefined) return own !== '*' && refusedExpression(own) !== null
  return Object.values(value).some(one => isMap(one) && hasRefused(one))
}
