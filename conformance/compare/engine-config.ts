import type {
  ForwardAction,
  HeaderOperation,
  HeaderOperations,
  ProxyConfig,
  RetryPolicy,
  Route,
  RouteAction,
  RouteConfig,
  RouteMatch,
  RouteSettings,
  StringMatch
} from '../../src/dataplane/config.ts'
import type {
  CanonicalAction,
  CanonicalCluster,
  CanonicalHeaderOperation,
  CanonicalHeaders,
  CanonicalMatch,
  CanonicalRoute,
  CanonicalRouteConfig,
  CanonicalSettings,
  CanonicalValue
} from './canonical.ts'

/** What the engine says where nothing was compiled: the reasons, so that they are counted apart. */
export interface Gaps {
  /** Reasons of `unknown` actions. */
  readonly unknown: string[]
}

/** A route configuration of the engine in canonical words. */
export function routeConfigOf(config: RouteConfig, gaps: Gaps): CanonicalRouteConfig {
  return {
    name: config.name,
    ignorePortInHost: config.ignorePortInHost,
    virtualHosts: config.virtualHosts.map(host => ({
      name: host.name,
      domains: host.domains,
      requireTls: host.requireTls,
      routes: host.routes.map(route => routeOf(route, gaps))
    }))
  }
}

function routeOf(route: Route, gaps: Gaps): CanonicalRoute {
  return { name: route.name, match: matchOf(route.match), action: actionOf(route.action, gaps) }
}

function matchOf({ path, headers, queryParams, claims }: RouteMatch): CanonicalMatch {
  return {
    path:
      path.kind === 'regex'
        ? { kind: 'regex', value: path.value }
        : { kind: path.kind, value: path.value, ignoreCase: path.ignoreCase },
    headers: headers.map(header => ({
      name: header.name,
      value: textMatch(header.value),
      invert: header.invert,
      missingAsEmpty: header.value !== 'present' && header.missingAsEmpty
    })),
    queryParams: queryParams.map(({ name, value }) => ({ name, value: textMatch(value) })),
    claims: claims.map(claim => ({
      path: claim.path,
      value: textMatch(claim.value),
      invert: claim.invert
    }))
  }
}

function textMatch(value: StringMatch | 'present'): CanonicalValue {
  return value === 'present' ? { kind: 'present' } : { kind: value.kind, value: value.value }
}

function actionOf(action: RouteAction, gaps: Gaps): CanonicalAction {
  switch (action.kind) {
    case 'forward':
      return forwardOf(action)
    case 'redirect': {
      const { kind, settings, ...redirect } = action
      return { kind, redirect, settings: settingsOf(settings, false) }
    }
    case 'direct-response': {
      const { status, body, settings } = action
      const response = { status, ...(body === undefined ? {} : { body }) }
      return { kind: 'direct-response', response, settings: settingsOf(settings, false) }
    }
    case 'passthrough':
      return {
        kind: 'forward',
        destinations: [{ cluster: action.cluster, weight: 1 }],
        clusterNotFound: 503,
        settings: {}
      }
    case 'blackhole':
      return { kind: 'direct-response', response: { status: action.status }, settings: {} }
    case 'refused':
      return { kind: 'none', settings: {} }
    case 'no-route':
    case 'no-virtual-host':
      return { kind: action.kind, settings: {} }
    case 'unknown':
      gaps.unknown.push(action.reason)
      return { kind: 'unknown', settings: {} }
  }
}

function forwardOf(action: ForwardAction): CanonicalAction {
  return {
    kind: 'forward',
    destinations: action.destinations.map(({ cluster, weight, headers, authorityRewrite }) => ({
      cluster,
      weight,
      ...(headers === undefined ? {} : { headers: headersOf(headers) }),
      ...(authorityRewrite === undefined ? {} : { authorityRewrite })
    })),
    clusterNotFound: action.clusterNotFound,
    ...(action.pathRewrite === undefined ? {} : { pathRewrite: action.pathRewrite }),
    ...(action.authorityRewrite === undefined ? {} : { authorityRewrite: action.authorityRewrite }),
    settings: settingsOf(action.settings, true)
  }
}

function settingsOf(settings: RouteSettings, forwards: boolean): CanonicalSettings {
  const { timeout, fault, mirrors, headers, cors, hashPolicy } = settings
  const retries = forwards ? retriesOf(settings.retries) : undefined
  return {
    ...(timeout === undefined ? {} : { timeout }),
    ...(retries === undefined ? {} : { retries }),
    ...(fault === undefined ? {} : { fault }),
    ...(mirrors === undefined
      ? {}
      : {
          mirrors: mirrors.map(({ cluster, percent, shadowSuffix }) => ({
            cluster,
            percent,
            keepHost: shadowSuffix !== true
          }))
        }),
    ...(headers === undefined ? {} : { headers: headersOf(headers) }),
    ...(cors === undefined ? {} : { cors: corsOf(cors) }),
    ...(hashPolicy === undefined ? {} : { hashPolicy: hashPolicy.map(hashOf) })
  }
}

/** istiod's retry policy where none is configured (pilot route/retry/retry.go). */
const defaultRetries: RetryPolicy = {
  attempts: 2,
  retryOn: 'connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes',
  statusCodes: []
}

function retriesOf(retries: RouteSettings['retries']): CanonicalSettings['retries'] {
  if (retries === 'off') return undefined
  const policy = retries ?? defaultRetries
  return {
    attempts: policy.attempts,
    retryOn: policy.retryOn,
    statusCodes: policy.statusCodes,
    perTryTimeout: policy.perTryTimeout,
    previousHosts: policy.ignorePreviousHosts !== false,
    remoteLocalities: policy.retryRemoteLocalities === true,
    backoff: policy.backoff
  }
}

function headersOf({ request, response }: HeaderOperations): CanonicalHeaders {
  return {
    ...(request === undefined ? {} : { request: operationOf(request) }),
    ...(response === undefined ? {} : { response: operationOf(response) })
  }
}

/** The engine keeps what is added after it was set under `add`: it comes to one list of lines. */
function operationOf({ set, add, remove }: HeaderOperation): CanonicalHeaderOperation {
  const replaced: Record<string, string[]> = {}
  const appended: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(set ?? {})) replaced[name.toLowerCase()] = [value]
  for (const [name, value] of Object.entries(add ?? {})) {
    const lines = typeof value === 'string' ? [value] : value
    const target = replaced[name.toLowerCase()]
    if (target === undefined) appended[name.toLowerCase()] = [...lines]
    else target.push(...lines)
  }
  return { set: replaced, add: appended, ...(remove === undefined ? {} : { remove }) }
}

function corsOf(cors: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { unmatchedPreflights, ...rest } = cors
  return { ...rest, unmatchedPreflights: unmatchedPreflights === 'IGNORE' ? 'ignore' : 'forward' }
}

function hashOf(policy: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { header, cookie, queryParameter, sourceIp } = policy
  if (header !== undefined) return { kind: 'header', name: header }
  if (queryParameter !== undefined) return { kind: 'query', name: queryParameter }
  if (sourceIp !== undefined) return { kind: 'source-ip' }
  // hashPolicy() of src/dataplane/settings.ts makes `cookie` a record.
  return { kind: 'cookie', ...(cookie as Readonly<Record<string, unknown>>) }
}

/** Clusters of the engine; endpoints are a count there, and addresses at the judge. */
export function clustersOf(config: ProxyConfig): readonly (CanonicalCluster & {
  readonly count: number | null
})[] {
  const out = []
  for (const cluster of config.clusters.values()) {
    out.push({ name: cluster.name, type: cluster.type, count: cluster.endpoints })
  }
  return out
}
