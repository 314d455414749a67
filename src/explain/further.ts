import { proxyOf } from '../dataplane/answer.ts'
import { chainOf, chooseListener } from '../dataplane/answer-l4.ts'
import type { Cluster, FilterChain, Listener } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { evaluateRoutes } from '../dataplane/evaluate.ts'
import type { Outcome, Request, TraceStep } from '../dataplane/request.ts'
import { addressOfHost } from '../dataplane/resolve.ts'
import { traceStep } from '../dataplane/trace-step.ts'
import type { ProxyView } from '../dataplane/view.ts'
import { chooseVirtualHost } from '../dataplane/virtual-host-choice.ts'
import { UNSPECIFIED } from '../mesh/service.ts'

interface Asked {
  readonly plane: Dataplane
  readonly view: ProxyView
  readonly request: Request
  readonly trace: NonNullable<Outcome['trace']>
  readonly address: string
}

/**
 * The same answer with what would have taken the request at each layer, were the one that did not there, and with the
 * policy of each cluster. A proxy never falls back: this says which rule stands next, for whoever edits one.
 */
export function withFurther(plane: Dataplane, request: Request, outcome: Outcome): Outcome {
  const { trace } = outcome
  if (request.to !== undefined || trace?.listener === undefined) return outcome
  const proxy = proxyOf(plane, request)
  if (typeof proxy === 'string') return outcome
  const isGateway = proxy.type === 'gateway'
  const address =
    request.address ?? (isGateway ? UNSPECIFIED : addressOfHost(plane, proxy, request.authority))
  const asked = { plane, view: plane.config(proxy), request, trace, address }
  return { ...outcome, steps: outcome.steps.flatMap(step => [step, ...furtherOf(step, asked)]) }
}

function furtherOf(step: TraceStep, asked: Asked): TraceStep[] {
  switch (step.layer) {
    case 'listener':
      return nextListener(asked)
    case 'filter chain':
      return nextChain(asked)
    case 'virtual host':
      return nextHost(asked)
    case 'route':
      return nextRoute(asked)
    case 'cluster': {
      const cluster = asked.view.clusters.get(step.text)
      return cluster === undefined ? [] : [policyOf(cluster)]
    }
    default:
      return []
  }
}

function listenerOf({ view, request, address }: Asked): Listener | undefined {
  return chooseListener(view, request.port, address)
}

function nextListener(asked: Asked): TraceStep[] {
  const { view, request, address } = asked
  const chosen = listenerOf(asked)
  const others = view.listenersOn(request.port).filter(one => one !== chosen)
  const next =
    others.find(one => one.address === address || one.address === UNSPECIFIED) ??
    (chosen === view.rest ? undefined : view.rest)
  return [{ layer: 'next listener', text: next?.name ?? 'none: the connection would be refused' }]
}

function nextChain(asked: Asked): TraceStep[] {
  const { request, address } = asked
  const listener = listenerOf(asked)
  const chosen = listener === undefined ? undefined : chainOf(listener, request, address)
  if (listener === undefined || chosen === undefined) return []
  const { defaultChain, ...rest } = listener
  const left: Listener = {
    ...rest,
    filterChains: listener.filterChains.filter(chain => chain !== chosen),
    ...(defaultChain !== undefined && defaultChain !== chosen && { defaultChain })
  }
  const next = chainOf(left, request, address)
  if (next === undefined) {
    return [{ layer: 'next chain', text: 'none: the connection would be reset' }]
  }
  return [traceStep('next chain', chainText(next), next.origins[0])]
}

function chainText({ name, match, routeConfig, tcp }: FilterChain): string {
  const names = match.sni === undefined ? '' : ` for ${match.sni.join(', ')}`
  const to = routeConfig ?? tcp?.map(one => one.cluster).join(', ') ?? ''
  return `${name === '' ? (routeConfig === undefined ? 'bytes' : 'HTTP') : name}${names} to ${to}`
}

function nextHost({ view, request, trace }: Asked): TraceStep[] {
  const routes = view.routeConfigs.get(trace.routeConfig ?? '')
  const chosen = routes === undefined ? undefined : chooseVirtualHost(routes, request.authority)
  if (routes === undefined || chosen === undefined) return []
  const virtualHosts = routes.virtualHosts.filter(one => one !== chosen)
  const next = chooseVirtualHost({ ...routes, virtualHosts }, request.authority)
  return next === undefined
    ? [{ layer: 'next host', text: 'none: 404' }]
    : [traceStep('next host', next.name, next.origins[0])]
}

function nextRoute({ plane, view, request, trace }: Asked): TraceStep[] {
  const routes = view.routeConfigs.get(trace.routeConfig ?? '')
  const host = routes === undefined ? undefined : chooseVirtualHost(routes, request.authority)
  const index = trace.routeIndex
  if (routes === undefined || host === undefined || index === undefined) return []
  const rest = { ...host, requireTls: false, routes: host.routes.slice(index + 1) }
  const scheme = request.transport === 'tls' ? 'https' : 'http'
  const progress = { trace: {}, steps: [], scheme } as const
  const next = evaluateRoutes(
    plane.mesh,
    view,
    { ...routes, virtualHosts: [rest] },
    request,
    progress
  )
  const found = next.trace?.routeIndex
  if (found === undefined) return [{ layer: 'next route', text: 'none: 404' }]
  const route = rest.routes[found]
  const name = route === undefined || route.name === '' ? '' : `, ${route.name}`
  return [traceStep('next route', `route ${index + 1 + found}${name}`, route?.origins[0])]
}

/** How the endpoints of a cluster are treated, and the DestinationRule that says so. */
function policyOf(cluster: Cluster): TraceStep {
  const blocks = { ...cluster.policy, tls: cluster.tls }
  const facets = Object.entries(blocks).map(([name, block]) => `${name} ${blockWords(block)}`)
  const own = cluster.origins.filter(({ manifest }) => manifest.ref.kind === 'DestinationRule')
  const rule =
    cluster.destinationRule === null
      ? "no DestinationRule, Istio's defaults"
      : `DestinationRule ${cluster.destinationRule}`
  return traceStep('policy', `${rule}: ${facets.join('; ')}`, own.at(-1))
}

/** `policy RANDOM, warmup {…}`: what a block holds, in its own words. */
function blockWords(block: object): string {
  return Object.entries(block)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
}
