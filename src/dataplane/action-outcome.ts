import { RE2JS } from 're2js'
import { type Assumption, type Certainty, worst } from '../finding.ts'
import type { Seen } from './concrete-match.ts'
import type { ForwardAction, ProxyConfig, Route, RouteAction } from './config.ts'
import { outcomeSettings } from './outcome-settings.ts'
import { replacePrefix } from './path.ts'
import type { Outcome, OutcomeDestination, Request } from './request.ts'
import { traceStep } from './trace-step.ts'
import { hostOf } from './virtual-host-choice.ts'

/** What an outcome has gathered before its route acts. */
export type Reached = Pick<Outcome, 'certainty' | 'assumptions' | 'steps' | 'trace'>

/** What a route's action makes of a request that matched it. */
export function actionOutcome(
  route: Route,
  config: ProxyConfig,
  seen: Seen,
  request: Request,
  reached: Reached
): Outcome {
  const { action } = route
  const common = { ...reached, destinations: [] }
  switch (action.kind) {
    case 'forward':
      return forwarded(route, action, config, seen, request, reached)
    case 'redirect':
      return { ...common, ...redirected(action, route, seen) }
    case 'direct-response': {
      const { status, body, settings } = action
      const response = { status, ...(body === undefined ? {} : { body }) }
      return {
        ...common,
        outcome: 'direct-response',
        status,
        response,
        settings: outcomeSettings(settings)
      }
    }
    case 'passthrough':
      if (action.cluster === 'AllowAnyDynamicDNSCluster')
        return dynamic(action.cluster, seen, request, reached)
      return { ...common, outcome: 'passthrough', path: target(seen), authority: request.authority }
    case 'blackhole':
      return {
        ...common,
        outcome: 'direct-response',
        status: action.status,
        response: { status: action.status }
      }
    case 'refused':
      return { ...common, outcome: 'config-refused', reason: action.reason }
    case 'no-route':
    case 'no-virtual-host':
      return { ...common, outcome: action.kind, status: 404 }
    case 'unknown':
      return { ...common, outcome: 'unknown', certainty: 'unknown', reason: action.reason }
  }
}

/** A dynamic forward proxy asks DNS for the Host. */
function dynamic(cluster: string, seen: Seen, request: Request, reached: Reached): Outcome {
  const host = hostOf(request.authority, true)
  return {
    ...reached,
    outcome: 'served',
    destinations: [{ cluster, host, port: 0, weight: 1 }],
    path: target(seen),
    authority: request.authority,
    settings: { retries: 'off' }
  }
}

function forwarded(
  route: Route,
  action: ForwardAction,
  config: ProxyConfig,
  seen: Seen,
  request: Request,
  reached: Reached
): Outcome {
  const destinations: OutcomeDestination[] = []
  const assumptions: Assumption[] = [...reached.assumptions]
  const steps = [...reached.steps]
  let certainty: Certainty = reached.certainty
  let missing = 0
  let empty = 0
  for (const to of action.destinations) {
    const cluster = config.clusters.get(to.cluster)
    if (cluster === undefined) missing += 1
    else {
      certainty = worst(certainty, cluster.certainty)
      assumptions.push(...cluster.assumptions)
      if (cluster.endpoints === 0) empty += 1
    }
    destinations.push({
      cluster: to.cluster,
      host: to.host,
      ...(to.subset === '' ? {} : { subset: to.subset }),
      port: to.port,
      weight: to.weight,
      ...(cluster === undefined ? { missing: true } : {}),
      ...(cluster?.endpoints === 0 ? { empty: true } : {}),
      ...(to.headers === undefined ? {} : { headers: { ...to.headers } }),
      ...(to.authorityRewrite === undefined ? {} : { authorityRewrite: to.authorityRewrite })
    })
    const failure =
      cluster === undefined ? ': no such cluster' : cluster.endpoints === 0 ? ': no pods' : ''
    const text = `${to.cluster}${failure}`
    steps.push(traceStep('cluster', text, to.at ?? undefined))
  }
  const all = action.destinations.length
  const common = {
    ...reached,
    certainty,
    assumptions: distinct(assumptions),
    steps,
    destinations,
    settings: outcomeSettings(action.settings)
  }
  if (missing === all) {
    const status = action.clusterNotFound
    return { ...common, outcome: 'no-cluster', status, reason: 'no destination has a cluster' }
  }
  if (missing + empty === all) {
    return { ...common, outcome: 'no-endpoints', status: 503, reason: 'no pod carries the labels' }
  }
  return {
    ...common,
    outcome: 'served',
    ...(missing === 0 ? {} : { missingStatus: action.clusterNotFound }),
    path: rewritten(action, route, seen),
    ...(action.pathRewrite === undefined ? {} : { rewritten: true }),
    authority: action.authorityRewrite ?? request.authority
  }
}

function rewritten({ pathRewrite }: ForwardAction, route: Route, seen: Seen): string {
  if (pathRewrite === undefined) return target(seen)
  const { path, query } = seen
  const suffix = query === null ? '' : `?${query}`
  if (pathRewrite.kind === 'prefix') {
    return replacePrefix(path, matchedPrefix(route), pathRewrite.value) + suffix
  }
  return replaceAll(path, pathRewrite.pattern, pathRewrite.substitution) + suffix
}

/** Every match, with RE2's substitutions: `\1` is a group, two backslashes are one. Source: RE2 Rewrite. */
function replaceAll(path: string, pattern: string, substitution: string): string {
  const matcher = RE2JS.compile(pattern).matcher(path)
  let result = ''
  let end = 0
  while (matcher.find()) {
    const groups = substitution.replace(/\\([\d\\])/g, (_, sign: string) =>
      sign === '\\' ? sign : (matcher.group(Number(sign)) ?? '')
    )
    result += path.slice(end, matcher.start()) + groups
    end = matcher.end()
  }
  return result + path.slice(end)
}

/** What of the path a prefix rewrite replaces; `null`: all of it. */
function matchedPrefix({ match: { path } }: Route): string | null {
  return path.kind === 'prefix' || path.kind === 'separated' ? path.value : null
}

function redirected(
  action: Extract<RouteAction, { kind: 'redirect' }>,
  route: Route,
  seen: Seen
): Pick<Outcome, 'outcome' | 'status' | 'redirect' | 'settings'> {
  const { status, scheme, host, port, path, prefixRewrite } = action
  const location =
    prefixRewrite === undefined
      ? path
      : replacePrefix(seen.path, matchedPrefix(route), prefixRewrite)
  return {
    outcome: 'redirect',
    status,
    redirect: {
      status,
      ...(scheme === undefined ? {} : { scheme }),
      ...(host === undefined ? {} : { host }),
      ...(port === undefined ? {} : { port }),
      ...(location === undefined ? {} : { path: location }),
      ...(prefixRewrite === undefined ? {} : { prefixRewrite })
    },
    settings: outcomeSettings(action.settings)
  }
}

function target({ path, query }: Seen): string {
  return query === null ? path : `${path}?${query}`
}

function distinct(assumptions: readonly Assumption[]): readonly Assumption[] {
  const seen = new Set<string>()
  return assumptions.filter(assumption => {
    const key = JSON.stringify(assumption)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
