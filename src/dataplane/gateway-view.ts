import type { Client } from './client.ts'
import { clusterNames, outboundCluster } from './clusters.ts'
import type { Compilation } from './compilation.ts'
import type { Cluster, Listener, Proxy as ProxyClass, RouteConfig } from './config.ts'
import { gatewayRouteConfig, mergedGateway } from './gateway-config.ts'
import { gatewayListeners } from './gateway-listeners.ts'
import { LazyMap } from './lazy-map.ts'
import type { ProxyView } from './view.ts'

/** What a gateway is sent, piece by piece. */
export function gatewayView(compilation: Compilation, proxy: ProxyClass): ProxyView {
  const client: Client = {
    namespace: proxy.namespace,
    labels: proxy.labels,
    scope: compilation.scope(proxy.namespace, null)
  }
  const merged = mergedGateway(compilation, client)
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
    routeConfigs: new LazyMap<RouteConfig>(
      () => merged.byRouteConfig.keys(),
      name => gatewayRouteConfig(compilation, client, merged, name)
    ),
    clusters: new LazyMap<Cluster>(
      () => clusterNames(compilation, client),
      name => outboundCluster(compilation, client, name)
    )
  }
}
