import type { Place } from '../finding.ts'
import type { Features } from '../mesh/features.ts'
import { intersection, namesForNamespace } from '../mesh/host.ts'
import type { Route, VirtualHost } from './config.ts'
import { hostAndPort } from './domains.ts'
import { redirectsToHttps, type Server } from './gateway-servers.ts'
import { type HostIndex, hostIndex } from './host-index.ts'
import { isCatchAll } from './route-match.ts'
import type { VirtualService } from './virtual-service.ts'

export interface GatewayRouteInput {
  /** Servers of one route configuration, in order. */
  readonly servers: readonly Server[]
  readonly features: Features
  virtualServices(gateway: string): readonly VirtualService[]
  routes(service: VirtualService, server: Server): readonly Route[]
}

interface Building {
  readonly host: string
  readonly port: number
  readonly routes: Route[]
  /** What was compiled into it, in order. */
  readonly sources: string[]
  readonly origins: Place[]
  requireTls: boolean
}

/**
 * Virtual hosts of a gateway, by name. Routes of several VirtualServices for one host follow each other
 * (server by server, then in index order); catch-alls move to the end. A VirtualService is compiled once
 * per Gateway, for the port of its first server. Source: pilot networking/core/gateway.go
 * buildGatewayHTTPRouteConfig.
 */
export function gatewayVirtualHosts(input: GatewayRouteInput): VirtualHost[] {
  const hosts = new Map<string, Building>()
  const compiled = new Map<string, readonly Route[]>()
  for (const server of input.servers) {
    const redirects = redirectsToHttps(server)
    const services = input.virtualServices(server.gateway)
    for (const [service, names] of sharing(server, services)) {
      const matching = intersection(namesForNamespace(names, service.namespace), service.hosts)
      if (matching.length === 0) continue
      const key = `${server.gateway} ${service.namespace}/${service.name}`
      let routes = compiled.get(key)
      if (routes === undefined) {
        routes = input.routes(service, server)
        if (routes.length === 0) continue
        compiled.set(key, routes)
      }
      for (const host of matching) {
        const building = open(hosts, host.toLowerCase(), server.number)
        building.routes.push(...routes)
        building.sources.push(key)
        building.origins.push(
          { manifest: service.manifest, path: ['spec', 'hosts'] },
          { manifest: server.at.manifest, path: [...server.at.path, 'hosts'] }
        )
        if (redirects) building.requireTls = true
      }
    }
    if (!redirects) continue
    for (const written of server.hosts) {
      const building = open(hosts, written.toLowerCase(), server.number)
      building.requireTls = true
      if (building.origins.length === 0) {
        building.origins.push({
          manifest: server.at.manifest,
          path: [...server.at.path, 'tls', 'httpsRedirect']
        })
      }
    }
  }
  if (hosts.size === 0) return [nothing(input.servers)]
  return collapse([...hosts.values()], input.features).sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0
  )
}

const indexes = new WeakMap<readonly VirtualService[], HostIndex>()

/** The VirtualServices that share a name with a server, in their order, with those of its hosts that they share. */
function sharing(
  { hosts }: Server,
  services: readonly VirtualService[]
): [VirtualService, string[]][] {
  let index = indexes.get(services)
  if (index === undefined) {
    index = hostIndex(services.map((service, place) => [place, service.hosts]))
    indexes.set(services, index)
  }
  const found = new Map<number, string[]>()
  for (const written of hosts) {
    for (const place of index.meeting(written.slice(written.indexOf('/') + 1))) {
      const own = found.get(place)
      if (own === undefined) found.set(place, [written])
      else own.push(written)
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .flatMap(([place, names]) => {
      const service = services[place]
      return service === undefined ? [] : [[service, names]]
    })
}

function open(hosts: Map<string, Building>, host: string, port: number): Building {
  let building = hosts.get(host)
  if (building === undefined) {
    building = { host, port, routes: [], sources: [], origins: [], requireTls: false }
    hosts.set(host, building)
  }
  return building
}

function nothing(servers: readonly Server[]): VirtualHost {
  return {
    name: hostAndPort('blackhole', servers[0]?.number ?? 0),
    domains: ['*'],
    routes: [],
    requireTls: false,
    origins: servers.map(server => server.at)
  }
}

/**
 * Hosts with the very same routes become domains of the first of them, unless a host with equal routes
 * that needs TLS, or got them through another Gateway, came in between.
 * Source: gateway.go collapseDuplicateRoutes, which remembers one host per hash of routes.
 */
function collapse(buildings: readonly Building[], features: Features): VirtualHost[] {
  const sorted = [...buildings].sort((a, b) => moreSpecific(a.host, b.host))
  const latest = new Map<string, Building[]>()
  const groups: Building[][] = []
  const identities = new Map<Route, number>()
  for (const building of sorted) {
    const hash = building.routes.map(route => identity(identities, route)).join(' ')
    const group = latest.get(hash)
    if (group?.[0] !== undefined && isMergeable(group[0], building)) {
      group.push(building)
      continue
    }
    const fresh = [building]
    latest.set(hash, fresh)
    groups.push(fresh)
  }
  const result: VirtualHost[] = []
  for (const group of groups) {
    const [first] = group
    if (first === undefined) continue
    result.push({
      name: hostAndPort(first.host, first.port),
      domains: group.map(building => building.host),
      routes: catchAllsLast(first.routes, features),
      requireTls: first.requireTls,
      origins: group.flatMap(building => building.origins)
    })
  }
  return result
}

function identity(identities: Map<Route, number>, route: Route): number {
  const id = identities.get(route) ?? identities.size
  identities.set(route, id)
  return id
}

function isMergeable(a: Building, b: Building): boolean {
  return a.requireTls === b.requireTls && a.sources.join(' ') === b.sources.join(' ')
}

function moreSpecific(a: string, b: string): number {
  const wildA = a.startsWith('*')
  const wildB = b.startsWith('*')
  if (wildA !== wildB) return wildA ? 1 : -1
  if (a.length !== b.length) return b.length - a.length
  return a < b ? -1 : a > b ? 1 : 0
}

/** Source: route.go SortVHostRoutes. */
function catchAllsLast(routes: readonly Route[], features: Features): readonly Route[] {
  const last = routes.filter(route => isCatchAll(route.match, features))
  if (last.length === 0) return routes
  return [...routes.filter(route => !isCatchAll(route.match, features)), ...last]
}
