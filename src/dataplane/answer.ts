import { describeRef } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { mapOrEmpty, textMap } from '../mesh/json.ts'
import { selects } from '../mesh/selector.ts'
import { UNSPECIFIED } from '../mesh/service.ts'
import { chainOf, chooseListener, overBytes } from './answer-l4.ts'
import { splitKey } from './caller.ts'
import type { FilterChain, Proxy as ProxyClass } from './config.ts'
import type { Dataplane } from './dataplane.ts'
import { evaluateRoutes } from './evaluate.ts'
import type { Outcome, Request, TraceStep } from './request.ts'
import { addressOfHost } from './resolve.ts'
import { traceStep } from './trace-step.ts'
import type { ProxyView } from './view.ts'

/**
 * What becomes of one request in one mesh, as `explain` and `test` ask. What is not built yet answers
 * `unknown` with the reason, never a guess.
 */
export function answer(dataplane: Dataplane, request: Request): Outcome {
  const proxy = proxyOf(dataplane, request)
  const outcome = typeof proxy === 'string' ? unknown(proxy) : evaluate(dataplane, proxy, request)
  return request.id === undefined ? outcome : { ...outcome, id: request.id }
}

/** The same for a proxy that is known already. */
export function evaluate(dataplane: Dataplane, proxy: ProxyClass, request: Request): Outcome {
  if (request.to !== undefined) return unknown('the server side alone is not built yet')
  if (proxy.type !== 'sidecar' && proxy.type !== 'gateway') {
    return unknown(`${proxy.type} proxies are not built yet`)
  }
  const isGateway = proxy.type === 'gateway'
  if (isGateway) {
    const managed = proxy.labels['gateway.networking.k8s.io/gateway-name']
    if (managed !== undefined) return unknown('gateways of the Gateway API are not built yet')
    const policy = unbuiltPolicy(dataplane, proxy)
    if (policy !== null) return unknown(policy)
  }
  const address =
    request.address ??
    (isGateway ? UNSPECIFIED : addressOfHost(dataplane, proxy, request.authority))
  return walk(dataplane, dataplane.config(proxy), request, address)
}

function walk(dataplane: Dataplane, view: ProxyView, request: Request, address: string): Outcome {
  const { certainty, assumptions } = view.proxy
  const ended = { destinations: [], certainty, assumptions }
  const listener = chooseListener(view, request.port, address)
  if (listener === undefined) {
    return { ...ended, outcome: 'reset', steps: [], reason: 'nothing listens' }
  }
  const steps: TraceStep[] = [{ layer: 'listener', text: listener.name }]
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

/** Policies at a gateway that are not built yet and could end the request before it is routed. */
function unbuiltPolicy({ mesh }: Dataplane, proxy: ProxyClass): string | null {
  const applies = (manifest: Manifest): boolean => {
    const { ref, spec } = manifest
    if (ref.namespace !== proxy.namespace && ref.namespace !== mesh.config.rootNamespace)
      return false
    if (spec.targetRef !== undefined || spec.targetRefs !== undefined) return false
    return selects(textMap(mapOrEmpty(spec.selector).matchLabels), proxy.labels)
  }
  const found = mesh.of('AuthorizationPolicy').find(applies)
  return found === undefined ? null : `${describeRef(found.ref)} is not evaluated yet`
}

function proxyOf(dataplane: Dataplane, request: Request): ProxyClass | string {
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
    ...(workload === undefined ? {} : { addresses: workload.addresses }),
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
  return `there is no gateway workload ${key} in git`
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
