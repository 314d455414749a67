import type {
  FilterChain,
  Listener,
  Proxy as ProxyClass,
  RouteConfig
} from '../../dataplane/config.ts'
import type { Dataplane } from '../../dataplane/dataplane.ts'
import type { ProxyView } from '../../dataplane/view.ts'
import type { JsonMap } from '../../manifest/manifest.ts'
import { filled, list, map, mapOrEmpty, number, text } from '../../mesh/json.ts'
import { selects } from '../../mesh/selector.ts'
import type { Patch } from './patch.ts'

export type Direction = 'inbound' | 'outbound' | 'gateway'

/** Directions of a proxy class that the context of a patch names. Source: listener_patch.go patchContextMatch. */
export function directionsOf(
  { context }: Pick<Patch, 'context'>,
  proxy: ProxyClass
): readonly Direction[] {
  if (proxy.type === 'gateway') return context === 'ANY' || context === 'GATEWAY' ? ['gateway'] : []
  if (proxy.type !== 'sidecar') return []
  if (context === 'SIDECAR_INBOUND') return ['inbound']
  if (context === 'SIDECAR_OUTBOUND') return ['outbound']
  return context === 'ANY' ? ['outbound', 'inbound'] : []
}

/**
 * Whether a patch finds something to patch in what a proxy is sent, or could: what git does not hold is never taken for
 * absent. Source: networking/core/envoyfilter listener_patch.go, rc_patch.go, cluster_patch.go.
 */
export function meets(
  patch: Patch,
  proxy: ProxyClass,
  direction: Direction,
  sides: readonly Dataplane[]
): boolean {
  return sides.some(side => {
    const view = side.config(proxy)
    switch (patch.applyTo) {
      case 'CLUSTER':
        return meetsCluster(patch, view, direction)
      case 'ROUTE_CONFIGURATION':
      case 'VIRTUAL_HOST':
      case 'HTTP_ROUTE':
        return meetsRoutes(patch, view, direction)
      case 'LISTENER':
      case 'FILTER_CHAIN':
      case 'NETWORK_FILTER':
      case 'HTTP_FILTER':
      case 'LISTENER_FILTER':
        return meetsListener(patch, view, proxy, direction, side)
      default:
        return true
    }
  })
}

/** New objects need nothing that is there. */
function isAddition({ operation, applyTo }: Patch): boolean {
  return operation === 'ADD' && (applyTo === 'LISTENER' || applyTo === 'CLUSTER')
}

function meetsCluster(patch: Patch, view: ProxyView, direction: Direction): boolean {
  const match = map(patch.match.cluster)
  // Inbound clusters are named after ports of pods, which git may not hold.
  if (match === undefined || isAddition(patch) || direction === 'inbound') return true
  const name = filled(match.name)
  if (name !== undefined) return view.clusters.has(name) || !name.startsWith('outbound|')
  for (const cluster of view.clusters.keys()) {
    const [, port, subset = '', host] = cluster.split('|')
    if (filled(match.subset) !== undefined && match.subset !== subset) continue
    if (filled(match.service) !== undefined && match.service !== host) continue
    const wanted = number(match.portNumber) ?? 0
    if (wanted !== 0 && wanted !== Number(port)) continue
    return true
  }
  return false
}

function meetsRoutes(patch: Patch, view: ProxyView, direction: Direction): boolean {
  const match = map(patch.match.routeConfiguration)
  if (match === undefined || direction === 'inbound') return true
  for (const config of view.routeConfigs.keys()) {
    if (!namesRoutes(match, config, direction)) continue
    const vhost = map(match.vhost)
    if (vhost === undefined || patch.applyTo === 'ROUTE_CONFIGURATION') return true
    const routes = view.routeConfigs.get(config)
    if (routes !== undefined && meetsHost(patch, vhost, routes)) return true
  }
  return false
}

/** Whether a match names a route configuration. */
export function namesRoutes(match: JsonMap, config: string, direction: Direction): boolean {
  const name = filled(match.name)
  if (name !== undefined && name !== config) return false
  const wanted = number(match.portNumber) ?? 0
  if (direction !== 'gateway') {
    return wanted === 0 || wanted === Number(config.slice(config.lastIndexOf(':') + 1))
  }
  // `http.8080`, `https.443.https.gateway.namespace`
  const [kind, port, portName, gateway, namespace] = config.split('.')
  if (filled(match.portName) !== undefined && match.portName !== portName) return false
  if (filled(match.gateway) !== undefined && match.gateway !== `${namespace}/${gateway}`)
    return false
  // The Service of a gateway may translate its ports: only a name of one's own settles it.
  return wanted === 0 || kind === 'http' || wanted === Number(port)
}

function meetsHost(patch: Patch, vhost: JsonMap, { virtualHosts }: RouteConfig): boolean {
  const [name, domain] = [filled(vhost.name), filled(vhost.domainName)]
  const route = map(vhost.route)
  for (const host of virtualHosts) {
    if (name !== undefined && name !== host.name) continue
    if (domain !== undefined && !host.domains.includes(domain)) continue
    if (patch.applyTo !== 'HTTP_ROUTE' || route === undefined) return true
    const wanted = filled(route.name)
    if (wanted === undefined || host.routes.some(one => one.name === wanted)) return true
  }
  return false
}

function meetsListener(
  patch: Patch,
  view: ProxyView,
  proxy: ProxyClass,
  direction: Direction,
  side: Dataplane
): boolean {
  const match = map(patch.match.listener)
  if (match === undefined || isAddition(patch)) return true
  if (direction === 'inbound') return meetsInbound(match, proxy, side)
  return view.listeners.some(listener => namesListener(patch, match, listener))
}

const VIRTUAL = ['virtualInbound', 'virtualOutbound']

function namesListener(patch: Patch, match: JsonMap, listener: Listener): boolean {
  const name = filled(match.name)
  if (name !== undefined && name !== listener.name) {
    // An address that the cluster gives is none that git knows.
    const own = /^(?!0\.0\.0\.0_)[\d.:a-f]+_(\d+)$/.exec(name)?.[1]
    if (own === undefined || Number(own) !== listener.port) return false
  }
  const wanted = number(match.portNumber) ?? 0
  const isVirtual = VIRTUAL.includes(listener.name)
  if (wanted !== 0 && wanted !== listener.port && !(isVirtual && patch.applyTo !== 'LISTENER'))
    return false
  // Chains of the virtual listener for what is sent have no port of their own.
  if (wanted !== 0 && isVirtual && patch.applyTo !== 'LISTENER')
    return patch.applyTo === 'LISTENER_FILTER'
  const chain = map(match.filterChain)
  if (chain === undefined || patch.applyTo === 'LISTENER' || patch.applyTo === 'LISTENER_FILTER')
    return true
  const chains = [
    ...listener.filterChains,
    ...(listener.defaultChain === undefined ? [] : [listener.defaultChain])
  ]
  return chains.some(one => namesChain(chain, one))
}

function namesChain(match: JsonMap, { name, match: own }: FilterChain): boolean {
  if (filled(match.name) !== undefined && match.name !== name) return false
  const sni = filled(match.sni)
  if (sni !== undefined && own.sni?.includes(sni) !== true) return false
  const transport = filled(match.transportProtocol)
  return transport === undefined || own.transport === undefined || own.transport === transport
}

/** Chains of `virtualInbound` are those of the pod's Services; what git does not hold, nobody knows. */
function meetsInbound(match: JsonMap, proxy: ProxyClass, { mesh }: Dataplane): boolean {
  const name = filled(match.name)
  if (name === 'virtualOutbound') return false
  const wanted =
    number(match.portNumber) ?? number(mapOrEmpty(match.filterChain).destinationPort) ?? 0
  if (wanted === 0 || proxy.certainty !== 'certain') return true
  if (mesh.of('Sidecar').some(({ spec }) => list(spec.ingress).length > 0)) return true
  const services = mesh.registry
    .inNamespace(proxy.namespace)
    .filter(({ selector }) => selector !== null && selects(selector, proxy.labels))
  return services.some(({ ports }) =>
    ports.some(({ number: own, targetPort }) =>
      typeof targetPort === 'string' ? true : (targetPort ?? own) === wanted
    )
  )
}

/** The filter that a patch of filters is placed by: `envoy.filters.http.router`. */
export function placedBy({ match }: Patch): string | null {
  const filter = mapOrEmpty(mapOrEmpty(mapOrEmpty(match.listener).filterChain).filter)
  return text(mapOrEmpty(filter.subFilter).name) ?? text(filter.name) ?? null
}
