import type { Client } from './client.ts'
import { parseCluster } from './cluster-name.ts'
import { clusterNames, crossNetworkCluster, outboundCluster } from './clusters.ts'
import type { Compilation } from './compilation.ts'
import type { Cluster, Listener, Proxy as ProxyClass, RouteConfig } from './config.ts'
import { gatewayClusters } from './gateway-clusters.ts'
import { gatewayRouteConfig, mergedGateway } from './gateway-config.ts'
import { gatewayListeners } from './gateway-listeners.ts'
import { tlsMode } from './gateway-servers.ts'
import type { HostFilter } from './host-filter.ts'
import { LazyMap } from './lazy-map.ts'
import type { ProxyView } from './view.ts'

/** What a gateway is sent, piece by piece. */
export function gatewayView(
  compilation: Compilation,
  proxy: ProxyClass,
  only: HostFilter | null
): ProxyView {
  const client: Client = {
    type: 'gateway',
    namespace: proxy.namespace,
    labels: proxy.labels,
    addresses: proxy.addresses ?? [],
    scope: compilation.gatewayScope(proxy.namespace),
    // Its listeners are those of its servers.
    usesAllocated: false
  }
  const merged = mergedGateway(compilation, client)
  const crosses = merged.listeners.some(({ servers }) =>
    servers.some(server => tlsMode(server) === 'AUTO_PASSTHROUGH')
  )
  const isSent = gatewayClusters(compilation, client)
  const sentCluster = (name: string): Cluster | undefined => {
    const host = parseCluster(name)?.host
    const service = host === undefined ? undefined : client.scope.service(host)
    if (service === undefined || !isSent(service)) return undefined
    return outboundCluster(compilation, client, name)
  }
  let all: readonly Listener[] | undefined
  const listeners = (): readonly Listener[] => {
    all ??= gatewayListeners(compilation, client, merged)
    return all
  }
  return {
    proxy,
    client,
    get listeners() {
      return listeners()
    },
    listenersOn: port => listeners().filter(listener => listener.port === port),
    rest: null,
    routeConfigs: new LazyMap<RouteConfig>(
      () => merged.byRouteConfig.keys(),
      name =>
        reachedHosts(
          compilation.gatewayRoutes(proxy, name, () =>
            gatewayRouteConfig(compilation, client, merged, name)
          ),
          only
        )
    ),
    clusters: new LazyMap<Cluster>(
      () => clusterNames(compilation, client, isSent),
      name =>
        sentCluster(name) ?? (crosses ? crossNetworkCluster(compilation, client, name) : undefined)
    )
  }
}

/** Without the domains that are not asked for: hosts with the same routes share a virtual host. */
function reachedHosts(
  routes: RouteConfig | undefined,
  only: HostFilter | null
): RouteConfig | undefined {
  if (routes === undefined || only === null) return routes
  const virtualHosts = routes.virtualHosts.flatMap(host => {
    const domains = host.domains.filter(only.includes)
    return domains.length === 0 ? [] : { ...host, domains }
  })
  return { ...routes, virtualHosts }
}
