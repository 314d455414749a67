import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isHttp } from '../mesh/protocol.ts'
import { addressOf, UNSPECIFIED } from '../mesh/service.ts'
import { clusterNames, outboundCluster } from './clusters.ts'
import { Compilation } from './compilation.ts'
import type { Cluster, Listener, Proxy as ProxyClass, ProxyConfig, RouteConfig } from './config.ts'
import { gatewayRouteConfig, mergedGateway } from './gateway-config.ts'
import { LazyMap } from './lazy-map.ts'
import { type Client, sidecarRouteConfig } from './sidecar-config.ts'

/** What the proxies of one mesh would be sent. */
export interface Dataplane {
  readonly mesh: Mesh
  readonly compilation: Compilation
  /** The configuration of a proxy class; parts are compiled when they are first read. */
  config(proxy: ProxyClass): ProxyConfig
}

export function dataplane(mesh: Mesh): Dataplane {
  const compilation = new Compilation(mesh)
  const configs = new Map<string, ProxyConfig>()
  return {
    mesh,
    compilation,
    config(proxy) {
      let config = configs.get(proxy.id)
      if (config === undefined) {
        config = compile(compilation, proxy)
        configs.set(proxy.id, config)
      }
      return config
    }
  }
}

function compile(compilation: Compilation, proxy: ProxyClass): ProxyConfig {
  const isSidecar = proxy.type === 'sidecar'
  const sidecar: Manifest | null = isSidecar
    ? compilation.sidecars.for(proxy.namespace, proxy.labels)
    : null
  const client: Client = {
    namespace: proxy.namespace,
    labels: proxy.labels,
    scope: compilation.scope(proxy.namespace, sidecar)
  }
  const clusters = new LazyMap<Cluster>(
    () => clusterNames(compilation, client),
    name => outboundCluster(compilation, client, name)
  )
  if (proxy.type === 'gateway') {
    const merged = mergedGateway(compilation, client)
    return {
      proxy,
      listeners: merged.listeners.map(({ port, bind, routeConfig, servers }) => ({
        name: `${bind === '' ? '0.0.0.0' : bind}_${port}`,
        address: bind === '' ? '0.0.0.0' : bind,
        port,
        filterChains: [
          {
            name: '',
            match: {},
            ...(routeConfig === '' ? {} : { routeConfig }),
            origins: servers.map(server => server.at)
          }
        ]
      })),
      routeConfigs: new LazyMap<RouteConfig>(
        () => merged.byRouteConfig.keys(),
        name => gatewayRouteConfig(compilation, client, merged, name)
      ),
      clusters
    }
  }
  const routeConfigs = new LazyMap<RouteConfig>(
    () => routeConfigNames(client),
    name => (isSidecar ? sidecarRouteConfig(compilation, client, name) : undefined)
  )
  return {
    proxy,
    get listeners() {
      return isSidecar ? sidecarListeners(client) : []
    },
    routeConfigs,
    clusters
  }
}

function routeConfigNames(client: Client): string[] {
  return sidecarListeners(client).flatMap(listener =>
    listener.filterChains.flatMap(chain => chain.routeConfig ?? [])
  )
}

function sidecarListeners(client: Client): Listener[] {
  const listeners = new Map<string, Listener>()
  for (const entry of client.scope.listeners) {
    for (const service of entry.services) {
      if (service.resolution === 'alias') continue
      for (const port of service.ports) {
        if (port.protocol === 'UDP') continue
        const http = isHttp(port.protocol)
        const address = http ? UNSPECIFIED : addressOf(service)
        const name = `${address}_${port.number}`
        if (listeners.has(name)) continue
        const routeConfig =
          http || address === UNSPECIFIED ? String(port.number) : `${service.host}:${port.number}`
        const isRouted = http || port.protocol === 'auto'
        listeners.set(name, {
          name,
          address,
          port: port.number,
          filterChains: [
            {
              name: '',
              match: http ? {} : { http: port.protocol === 'auto' },
              ...(isRouted ? { routeConfig } : {}),
              origins: []
            }
          ]
        })
      }
    }
  }
  return [...listeners.values()]
}
