import { usesAllocatedAddresses } from '../mesh/dns-capture.ts'
import { asAllocated, portOf, type Service } from '../mesh/service.ts'
import { REST_ROUTES, virtualOutbound } from './catch-all.ts'
import type { Client } from './client.ts'
import { clusterNames, outboundCluster } from './clusters.ts'
import type { Compilation } from './compilation.ts'
import type { Cluster, Listener, Proxy as ProxyClass, RouteConfig } from './config.ts'
import type { HostFilter } from './host-filter.ts'
import { LazyMap } from './lazy-map.ts'
import { outboundListeners } from './outbound-listeners.ts'
import { reachedNames } from './reached-names.ts'
import { routeConfigNames } from './route-config-names.ts'
import { sidecarRouteConfig } from './sidecar-config.ts'
import type { ProxyView } from './view.ts'

/** What a sidecar is sent for outbound traffic, piece by piece; of `wholeRoutes` all hosts, although the filter has few. */
export function sidecarView(
  compilation: Compilation,
  proxy: ProxyClass,
  only: HostFilter | null,
  wholeRoutes: ReadonlySet<string> = new Set()
): ProxyView {
  const client: Client = {
    type: 'sidecar',
    namespace: proxy.namespace,
    labels: proxy.labels,
    addresses: proxy.addresses ?? [],
    scope: compilation.scope(
      proxy.namespace,
      compilation.sidecars.for(proxy.namespace, proxy.labels)
    ),
    usesAllocated: usesAllocatedAddresses(compilation.mesh, proxy)
  }
  const asDialled = (services: readonly Service[]): readonly Service[] =>
    client.usesAllocated ? services.map(asAllocated) : services
  const rest = virtualOutbound(client.scope)
  const ports = new Map<number, readonly Listener[]>()
  let all: readonly Listener[] | undefined
  const listeners = (): readonly Listener[] => {
    all ??= [
      ...outboundListeners(
        compilation,
        client,
        listener => asDialled(listener.services),
        () => true
      ),
      rest
    ]
    return all
  }
  const listenersOn = (port: number): readonly Listener[] => {
    if (all !== undefined) return all.filter(listener => listener.port === port)
    let found = ports.get(port)
    if (found === undefined) {
      found = outboundListeners(
        compilation,
        client,
        listener =>
          asDialled(
            listener.port === null ? servicesOn(listener.services, port) : listener.services
          ),
        number => number === port
      )
      ports.set(port, found)
    }
    return found
  }
  let reached: readonly string[] | undefined
  const names = (): readonly string[] => {
    if (only === null) return routeConfigNames(listeners())
    reached ??= reachedNames(compilation, client, only, listenersOn)
    return reached
  }
  /** A route configuration is sent where a listener leads to it. */
  const isSent = (name: string): boolean => {
    if (name === REST_ROUTES) return routeConfigNames([rest]).includes(name)
    if (only !== null) return names().includes(name)
    const port = Number(name.slice(name.lastIndexOf(':') + 1))
    return routeConfigNames(listenersOn(port)).includes(name)
  }
  return {
    proxy,
    client,
    get listeners() {
      return listeners()
    },
    listenersOn,
    rest,
    routeConfigs: new LazyMap<RouteConfig>(names, name =>
      isSent(name)
        ? sidecarRouteConfig(compilation, client, name, wholeRoutes.has(name) ? null : only)
        : undefined
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
