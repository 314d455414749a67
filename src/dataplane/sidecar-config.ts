import type { Service, ServicePort } from '../mesh/service.ts'
import { catchAll, REST_ROUTES } from './catch-all.ts'
import type { Client } from './client.ts'
import type { Compilation } from './compilation.ts'
import type { Route, RouteConfig, VirtualHost } from './config.ts'
import type { EgressListener } from './egress-listener.ts'
import { hashForService } from './hash.ts'
import type { HostFilter } from './host-filter.ts'
import { type PortService, PortServices } from './port-services.ts'
import { retryPolicy } from './retry.ts'
import type { RouteEnvironment } from './route-environment.ts'
import { EVERYTHING } from './route-match.ts'
import type { Scope } from './scope.ts'
import { inOrderOf } from './scope-destinations.ts'
import { hashPolicy } from './settings.ts'
import { sidecarVirtualHosts } from './sidecar-virtual-hosts.ts'

/**
 * The route configuration of a sidecar: `80` for all services with that HTTP port, `host:port` for one
 * service whose protocol is found out from the first bytes.
 * Source: pilot networking/core/httproute.go buildSidecarOutboundHTTPRouteConfig.
 */
export function sidecarRouteConfig(
  compilation: Compilation,
  client: Client,
  name: string,
  only: HostFilter | null = null
): RouteConfig | undefined {
  if (name === REST_ROUTES) {
    // It stands inline in the listener behind all others. Source: listener_builder.go buildAllowAnyDynamicDNSHTTPFilterChain.
    return { name, port: 0, virtualHosts: [catchAll(client.scope)], ignorePortInHost: true }
  }
  const colon = name.lastIndexOf(':')
  const sniffed = colon >= 0
  const port = Number(sniffed ? name.slice(colon + 1) : name)
  const listener = listenerFor(client.scope, port)
  if (!Number.isInteger(port) || listener === undefined) return undefined
  const isProxy = listener.port?.protocol.toUpperCase() === 'HTTP_PROXY'
  const all = virtualHosts(compilation, client, listener, isProxy ? 0 : port, only)
  const known = withoutMeshRoutes(compilation, all)
  const hosts = sniffed
    ? ofService(known, name, name.slice(0, colon))
    : [...known, catchAll(client.scope)]
  return {
    name,
    port,
    virtualHosts: hosts,
    ignorePortInHost: true,
    ...refusal(hosts)
  }
}

/** Gateway API routes of a service are not compiled yet: what becomes of its requests is not known. */
function withoutMeshRoutes(
  compilation: Compilation,
  hosts: readonly VirtualHost[]
): readonly VirtualHost[] {
  const { meshRoutes } = compilation
  if (meshRoutes.size === 0) return hosts
  return hosts.map(host => {
    const found = meshRoutes.get(host.name.slice(0, host.name.lastIndexOf(':')))
    if (found === undefined) return host
    const at = found.map(manifest => ({ manifest, path: ['spec'] }))
    const kinds = [...new Set(found.map(({ ref }) => ref.kind))].join(' and ')
    const reason = `${kinds} on a service is not compiled yet`
    const route: Route = {
      name: '',
      match: EVERYTHING,
      action: { kind: 'unknown', reason, at },
      origins: at,
      certainty: 'unknown',
      assumptions: []
    }
    return { ...host, routes: [route] }
  })
}

/** The first egress entry without a port, or with this one. Source: sidecar.go GetEgressListenerForRDS. */
export function listenerFor(scope: Scope, port: number): EgressListener | undefined {
  return scope.listeners.find(entry => entry.port === null || entry.port.number === port)
}

/** The first route that Envoy would refuse the configuration for. */
export function refusal(hosts: readonly VirtualHost[]): Pick<RouteConfig, 'refused'> {
  for (const host of hosts) {
    for (const { action } of host.routes) {
      if (action.kind !== 'refused') continue
      const [at] = action.at
      if (at !== undefined) return { refused: { reason: action.reason, at } }
    }
  }
  return {}
}

/** The virtual host of one service, for any Host. Source: httproute.go getVirtualHostsForSniffedServicePort. */
function ofService(all: readonly VirtualHost[], name: string, host: string): VirtualHost[] {
  const found = all.filter(one => one.domains.includes(name) || one.domains.includes(host))
  const [only] = found
  return only !== undefined && found.length === 1 ? [{ ...only, domains: ['*'] }] : found
}

function virtualHosts(
  compilation: Compilation,
  client: Client,
  listener: EgressListener,
  port: number,
  only: HostFilter | null
): VirtualHost[] {
  const { mesh } = compilation
  const { features, config } = mesh
  const services = new PortServices(listener, port, only?.services ?? null)
  const all = listener.virtualServices
  const selected = only === null ? all : inOrderOf(all, only.virtualServices)
  const owner = compilation.owners(all)
  const specific = features.has('most-specific-virtual-service')
  const environment = sidecarEnvironment(compilation, client, services, port)
  return sidecarVirtualHosts({
    port,
    namespace: client.namespace,
    clusterDomain: config.clusterDomain,
    absoluteNames: features.has('absolute-fqdn-domain'),
    usesAllocated: client.usesAllocated,
    foldHosts: features.has('fold-virtual-service-hosts'),
    services,
    virtualServices:
      port === 80 ? selected : selected.filter(service => services.named(service.hosts)),
    includes: only === null ? () => true : only.includes,
    owns: (service, host) => !specific || owner(host) === service,
    routes: service => compilation.routes.routes(service, environment),
    defaultRoute: (service, one) => defaultRoute(compilation, client, service, one),
    aliases: service =>
      features.has('external-name-alias')
        ? mesh.registry.aliasesOf(service.host).map(alias => alias.host)
        : []
  })
}

function sidecarEnvironment(
  compilation: Compilation,
  client: Client,
  services: PortServices,
  port: number
): RouteEnvironment {
  const { features, config } = compilation.mesh
  return {
    features,
    config,
    labels: client.labels,
    namespace: client.namespace,
    gateway: 'mesh',
    port,
    tls: false,
    service: host => onPort(services.get(host)),
    hash: destination => compilation.hash(client.scope, client.labels, destination)
  }
}

/** A sidecar looks a destination up among the services of the listener's port, with that port alone. */
function onPort(entry: PortService | undefined): Service | undefined {
  return entry === undefined ? undefined : { ...entry.service, ports: entry.ports }
}

function defaultRoute(
  compilation: Compilation,
  client: Client,
  service: Service,
  port: ServicePort
): Route {
  const { features, config } = compilation.mesh
  const rule = compilation.destinationRule(client.namespace, client.labels, service)
  const hash = hashPolicy(hashForService(rule, port.number))
  const retries = retryPolicy(config.defaultHttpRetryPolicy ?? undefined, false, features)
  return {
    name: 'default',
    match: EVERYTHING,
    action: {
      kind: 'forward',
      destinations: [
        {
          cluster: `outbound|${port.number}||${service.host}`,
          host: service.host,
          subset: '',
          port: port.number,
          weight: 1,
          at: service.manifest === null ? null : { manifest: service.manifest, path: port.path }
        }
      ],
      clusterNotFound: 503,
      settings: {
        ...(retries === undefined ? {} : { retries }),
        ...(hash === undefined ? {} : { hashPolicy: [hash] })
      }
    },
    origins: [],
    certainty: service.assumptions.length === 0 ? 'certain' : 'assumed',
    assumptions: service.assumptions
  }
}
