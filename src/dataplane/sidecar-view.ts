import { portOf } from '../mesh/service.ts'
import { virtualOutbound } from './catch-all.ts'
import type { Client } from './client.ts'
import { clusterNames, outboundCluster } from './clusters.ts'
import type { Compilation } from './compilation.ts'
import type { Cluster, Listener, Proxy as ProxyClass, RouteConfig } from './config.ts'
import { LazyMap } from './lazy-map.ts'
import { outboundListeners } from './outbound-listeners.ts'
import { sidecarRouteConfig } from './sidecar-config.ts'
import type { ProxyView } from './view.ts'

/** What a sidecar is sent for outbound traffic, piece by piece. */
export function sidecarView(compilation: Compilation, proxy: ProxyClass): ProxyView {
  const client: Client = {
    type: 'sidecar',
    namespace: proxy.namespace,
    labels: proxy.labels,
    scope: compilation.scope(
      proxy.namespace,
      compilation.sidecars.for(proxy.namespace, proxy.labels)
    )
  }
  const ports = new Map<number, readonly Listener[]>()
  let all: readonly Listener[] | undefined
  const listeners = (): readonly Listener[] => {
    all ??= [
      ...outboundListeners(
        compilation,
        client,
        listener => listener.services,
        () => true
      ),
      virtualOutbound(client.scope)
    ]
    return all
  }
  return {
    proxy,
    client,
    get listeners() {
      return listeners()
    },
    listenersOn(port) {
      if (all !== undefined) return all.filter(listener => listener.port === port)
      let found = ports.get(port)
      if (found === undefined) {
        found = outboundListeners(
          compilation,
          client,
          listener => servicesOn(listener.services, port),
          number => number === port
        )
        ports.set(port, found)
      }
      return found
    },
    routeConfigs: new LazyMap<RouteConfig>(
      () => routeConfigNames(listeners()),
      name => sidecarRouteConfig(compilation, client, name)
    ),
    clusters: new LazyMap<Cluster>(
      () => clusterNames(compilation, client),
      name => outboundCluster(compilation, client, name)
    )
  }
}

function servicesOn(
  services: readonly Parameters<typeof portOf>[0][],
  port: number
): typeof services {
  return services.filter(service => portOf(service, port) !== undefined)
}

/** Names of the route configurations that chains lead to, in the order of the listeners. */
export function routeConfigNames(listeners: readonly Listener[]): string[] {
  const names = new Set<string>()
  for (const { filterChains, defaultChain } of listeners) {
    for (const { routeConfig } of filterChains)
      if (routeConfig !== undefined) names.add(routeConfig)
    if (defaultChain?.routeConfig !== undefined) names.add(defaultChain.routeConfig)
  }
  return [...names]
}
