import { worst } from '../finding.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { actionOutcome } from './action-outcome.ts'
import { routeMatches, type Seen } from './concrete-match.ts'
import type { ProxyConfig, Route, RouteConfig, VirtualHost } from './config.ts'
import { normalizePath } from './path.ts'
import { matchOf } from './refused-expression.ts'
import type { Outcome, Request, TraceStep } from './request.ts'
import { traceStep } from './trace-step.ts'
import { chooseVirtualHost } from './virtual-host-choice.ts'

/** What an outcome has gathered before routing begins. */
export interface Progress {
  readonly trace: NonNullable<Outcome['trace']>
  readonly steps: readonly TraceStep[]
  readonly scheme: 'http' | 'https'
}

/**
 * One request through one route configuration: plain and concrete, for witnesses, `explain` and `test`.
 * Independent of tables, partitions and comparison.
 */
export function evaluateRoutes(
  mesh: Mesh,
  config: ProxyConfig,
  routes: RouteConfig,
  request: Request,
  progress: Progress
): Outcome {
  return unlessRefused(routes, routed(mesh, config, routes, request, progress))
}

function routed(
  mesh: Mesh,
  config: ProxyConfig,
  routes: RouteConfig,
  request: Request,
  progress: Progress
): Outcome {
  const seen = see(request, mesh, progress.scheme)
  const steps = [...progress.steps]
  const trace = { ...progress.trace, routeConfig: routes.name }
  const base = { certainty: config.proxy.certainty, assumptions: config.proxy.assumptions }
  const host = chooseVirtualHost(routes, request.authority)
  if (host === undefined) {
    steps.push({ layer: 'virtual host', text: `no virtual host takes ${request.authority}` })
    return { ...base, outcome: 'no-virtual-host', status: 404, destinations: [], trace, steps }
  }
  steps.push(traceStep('virtual host', host.name, host.origins[0]))
  const inHost = { ...trace, virtualHost: host.name }
  if (host.requireTls && progress.scheme === 'http') {
    return {
      ...base,
      outcome: 'redirect',
      status: 301,
      destinations: [],
      redirect: { status: 301, scheme: 'https' },
      trace: inHost,
      steps
    }
  }
  const found = firstRoute(host, seen, mesh.features.has('header-lines-apart'))
  if (found === null) {
    steps.push({ layer: 'route', text: 'no route of the virtual host matches' })
    return { ...base, outcome: 'no-route', status: 404, destinations: [], trace: inHost, steps }
  }
  const { route, index } = found
  const label = route.name === '' ? `route ${index}` : `route ${index}, ${route.name}`
  steps.push(traceStep('route', label, route.origins[0]))
  const reached = {
    certainty: worst(base.certainty, route.certainty),
    assumptions: [...base.assumptions, ...route.assumptions],
    trace: { ...inHost, route: route.name, routeIndex: index },
    steps
  }
  return actionOutcome(route, config, seen, request, reached)
}

/** What istiod sends would answer so, but Envoy does not take it. */
function unlessRefused({ refused }: RouteConfig, outcome: Outcome): Outcome {
  if (refused === undefined || outcome.outcome === 'config-refused') return outcome
  const text = `Envoy refuses this route configuration (${refused.reason}): the last good one stays`
  return {
    ...outcome,
    steps: [...outcome.steps, traceStep('route configuration', text, refused.at)],
    reason: text
  }
}

function firstRoute(
  host: VirtualHost,
  seen: Seen,
  linesApart: boolean
): { readonly route: Route; readonly index: number } | null {
  for (const [index, route] of host.routes.entries()) {
    if (routeMatches(matchOf(route), seen, linesApart)) return { route, index }
  }
  return null
}

function see(request: Request, mesh: Mesh, scheme: 'http' | 'https'): Seen {
  const headers = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(request.headers)) {
    const known = headers.get(name.toLowerCase()) ?? []
    headers.set(name.toLowerCase(), [...known, ...(typeof value === 'string' ? [value] : value)])
  }
  const { path, query } = normalizePath(request.path, mesh.config.pathNormalization)
  const token = request.tokens?.find(one => one.signature === 'good')
  // Envoy keeps the scheme that a client names. Source: Envoy http/conn_manager_utility.cc mutateRequestHeaders.
  const [named = scheme] = headers.get(':scheme') ?? []
  return {
    path,
    query,
    method: request.method,
    scheme: named,
    authority: request.authority,
    headers,
    claims: token?.claims ?? null
  }
}
