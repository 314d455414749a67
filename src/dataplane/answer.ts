import { worst } from '../finding.ts'
import { annotatedMetadata } from '../mesh/dns-capture.ts'
import { declared } from '../mesh/ingress.ts'
import { textMap } from '../mesh/json.ts'
import { selects } from '../mesh/selector.ts'
import { UNSPECIFIED } from '../mesh/service.ts'
import { chainOf, chooseListener, isUnreadable, overBytes, unreadable } from './answer-l4.ts'
import { splitKey } from './caller.ts'
import type { FilterChain, Proxy as ProxyClass, Route } from './config.ts'
import type { Dataplane } from './dataplane.ts'
import { evaluateRoutes } from './evaluate.ts'
import { gatewayClasses } from './proxies-gateway.ts'
import type { Outcome, Request, TraceStep } from './request.ts'
import { addressOfHost } from './resolve.ts'
import { withServers } from './security/connection.ts'
import { evaluateInbound } from './security/evaluate-inbound.ts'
import { passGate, refusedAtGate } from './security/gateway-gate.ts'
import { traceStep } from './trace-step.ts'
import type { ProxyView } from './view.ts'
import { chooseVirtualHost } from './virtual-host-choice.ts'

/**
 * What becomes of one request in one mesh, as `explain` and `test` ask. What is not built yet answers
 * `unknown` with the reason, never a guess.
 */
export function answer(dataplane: Dataplane, request: Request): Outcome {
  const outcome = answerOf(dataplane, request)
  return request.id === undefined ? outcome : { ...outcome, id: request.id }
}

function answerOf(dataplane: Dataplane, request: Request): Outcome {
  if (request.to !== undefined) return evaluateInbound(dataplane, request)
  const proxy = proxyOf(dataplane, request)
  if (typeof proxy === 'string') return unknown(proxy)
  return withServers(dataplane, proxy, request, evaluate(dataplane, proxy, request))
}

/** The same for a proxy that is known already. */
export function evaluate(dataplane: Dataplane, proxy: ProxyClass, request: Request): Outcome {
  if (request.to !== undefined) return evaluateInbound(dataplane, request)
  if (proxy.type !== 'sidecar' && proxy.type !== 'gateway') {
    return unknown(`${proxy.type} proxies are not built yet`)
  }
  const isGateway = proxy.type === 'gateway'
  if (isGateway) {
    const managed = proxy.labels['gateway.networking.k8s.io/gateway-name']
    if (managed !== undefined) return unknown('gateways of the Gateway API are not built yet')
  }
  const address =
    request.address ??
    (isGateway ? UNSPECIFIED : addressOfHost(dataplane, proxy, request.authority))
  return walk(dataplane, dataplane.config(proxy), request, address)
}

/** The route that an answered request took; `null` where none did. */
export function routeOf(
  dataplane: Dataplane,
  request: Request,
  { trace }: Pick<Outcome, 'trace'>
): Route | null {
  const proxy = proxyOf(dataplane, request)
  if (typeof proxy === 'string' || trace?.routeConfig === undefined) return null
  const hosts = dataplane.config(proxy).routeConfigs.get(trace.routeConfig)?.virtualHosts ?? []
  const host = hosts.find(({ name }) => name === trace.virtualHost)
  return host?.routes[trace.routeIndex ?? -1] ?? null
}

function walk(dataplane: Dataplane, view: ProxyView, request: Request, address: string): Outcome {
  const { certainty, assumptions } = view.proxy
  const ended = { destinations: [], certainty, assumptions }
  const listener = chooseListener(view, request.port, address)
  if (listener === undefined) {
    return { ...ended, outcome: 'reset', steps: [], reason: 'nothing listens' }
  }
  const steps: TraceStep[] = [{ layer: 'listener', text: listener.name }]
  if (listener.refused !== undefined) {
    const { reason, at } = listener.refused
    steps.push(traceStep('listener', reason, at))
    const trace = { listener: listener.name }
    return { ...ended, outcome: 'config-refused', trace, steps, reason }
  }
  const chain = chainOf(listener, request, address)
  if (chain === undefined) {
    const reason = 'no filter chain takes the connection'
    return { ...ended, outcome: 'reset', trace: { listener: listener.name }, steps, reason }
  }
  const trace = {
    listener: listener.name,
    ...(chain.name === '' ? {} : { chain: chain.name })
  }
  steps.push(traceStep('filter chain', chainWords(chain), chain.origins[0]))
  if (isUnreadable(chain, request)) {
    return { ...ended, outcome: 'reset', trace, steps, reason: unreadable }
  }
  const asked = passGate(dataplane, view, chain, request)
  // Providers are asked only about requests that a route takes.
  const isLost =
    asked.kind === 'stopped' &&
    asked.outcome.outcome === 'delegated' &&
    UNROUTED.has(routed(dataplane, view, chain, request, trace, steps).outcome)
  const gate = isLost ? passGate(dataplane, view, chain, request, false) : asked
  steps.push(...gate.steps)
  const unloaded = chain.routeConfig === undefined ? null : refusedAtGate(dataplane, view)
  const meant = unloaded === null ? {} : { reason: unloaded }
  if (gate.kind === 'stopped') {
    const stopped = { ...gate.outcome, certainty: worst(certainty, gate.outcome.certainty) }
    const aimed = { ...trace, ...aimedAt(view, chain, request) }
    return { ...ended, ...stopped, trace: aimed, steps, ...meant }
  }
  const outcome = { ...routed(dataplane, view, chain, gate.request, trace, steps), ...meant }
  return gate.decidedBy === undefined ? outcome : { ...outcome, decidedBy: gate.decidedBy }
}

const UNROUTED: ReadonlySet<Outcome['outcome']> = new Set(['no-route', 'no-virtual-host'])

/** Where a request would have been routed: Envoy knows before the policies decide. */
function aimedAt(
  view: ProxyView,
  { routeConfig }: FilterChain,
  request: Request
): Outcome['trace'] {
  const routes = routeConfig === undefined ? undefined : view.routeConfigs.get(routeConfig)
  if (routes === undefined) return {}
  const host = chooseVirtualHost(routes, request.authority)
  return { routeConfig: routes.name, ...(host === undefined ? {} : { virtualHost: host.name }) }
}

function routed(
  dataplane: Dataplane,
  view: ProxyView,
  chain: FilterChain,
  request: Request,
  trace: NonNullable<Outcome['trace']>,
  steps: readonly TraceStep[]
): Outcome {
  if (chain.routeConfig === undefined) return overBytes(view, chain, trace, steps)
  const routes = view.routeConfigs.get(chain.routeConfig)
  if (routes === undefined) return unknown(`route configuration ${chain.routeConfig} is not built`)
  return evaluateRoutes(dataplane.mesh, view, routes, request, {
    trace,
    steps,
    scheme: chain.tls === undefined ? 'http' : 'https'
  })
}

function chainWords({ name, match, routeConfig }: FilterChain): string {
  if (name !== '') return name
  const sni = match.sni === undefined ? '' : ` for ${match.sni.join(', ')}`
  return `${routeConfig === undefined ? 'bytes' : 'HTTP'}${sni}`
}

/** The proxy that a request starts at, or why there is none. */
export function proxyOf(dataplane: Dataplane, request: Request): ProxyClass | string {
  const { from } = request
  if (from === 'outside') return 'requests from outside are asked at a gateway'
  if ('waypoint' in from) return 'waypoints are not built yet'
  if ('gateway' in from) return gatewayOf(dataplane, from.gateway)
  const workload =
    from.pod === undefined
      ? undefined
      : dataplane.mesh.workloadsIn(from.namespace).find(one => one.name === from.pod)
  const labels = from.labels ?? workload?.labels ?? {}
  return {
    type: 'sidecar',
    id: `caller ${from.namespace} ${JSON.stringify(labels)}`,
    description: `pod in ${from.namespace}`,
    namespace: from.namespace,
    labels,
    ...(workload === undefined
      ? {}
      : {
          addresses: workload.addresses,
          proxyMetadata: annotatedMetadata(workload.annotations)
        }),
    certainty: 'certain',
    assumptions: []
  }
}

/** A gateway workload by `NS/NAME`, else the pods that the Gateway of that name selects. */
function gatewayOf(dataplane: Dataplane, key: string): ProxyClass | string {
  const { namespace, name } = splitKey(key)
  const { mesh } = dataplane
  const workload = mesh.workloadsIn(namespace).find(one => one.name === name)
  if (workload !== undefined) {
    return {
      type: 'gateway',
      id: `gateway ${key}`,
      description: `gateway ${name} in ${namespace}`,
      namespace,
      labels: workload.labels,
      certainty: 'certain',
      assumptions: []
    }
  }
  const resource = declared(mesh, 'Gateway').find(
    ({ ref }) => ref.namespace === namespace && ref.name === name
  )
  if (resource === undefined) return `there is no gateway workload and no Gateway ${key} in git`
  const selector = textMap(resource.spec.selector)
  return (
    gatewayClasses([mesh]).find(({ labels }) => selects(selector, labels)) ??
    `no gateway pods are known for the selector of Gateway ${key}`
  )
}

function unknown(reason: string): Outcome {
  return {
    outcome: 'unknown',
    destinations: [],
    steps: [],
    certainty: 'unknown',
    assumptions: [],
    reason
  }
}
