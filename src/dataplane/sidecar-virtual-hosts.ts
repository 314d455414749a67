import type { Place } from '../finding.ts'
import { bySpecificity, isSubset, isWildcard } from '../mesh/host.ts'
import { isHttpOrSniffed } from '../mesh/protocol.ts'
import { asAllocated, type Service, type ServicePort } from '../mesh/service.ts'
import type { Route, VirtualHost } from './config.ts'
import { hostAndPort, hostLiteral, serviceDomains } from './domains.ts'
import type { PortService, PortServices } from './port-services.ts'
import type { VirtualService } from './virtual-service.ts'

/** What the virtual hosts of one egress listener and port are made from. */
export interface VirtualHostInput {
  /** `0`: an HTTP proxy, which serves all ports. */
  readonly port: number
  readonly namespace: string
  readonly clusterDomain: string
  readonly absoluteNames: boolean
  readonly usesAllocated: boolean
  readonly foldHosts: boolean
  readonly services: PortServices
  /** The hosts that are asked for; others are not made. */
  includes(host: string): boolean
  /** In index order; of ports other than 80 only those that name one of the services. */
  readonly virtualServices: readonly VirtualService[]
  /** May a VirtualService take a service through one of its wildcards? */
  owns(service: VirtualService, host: string): boolean
  routes(service: VirtualService): readonly Route[]
  defaultRoute(service: Service, port: ServicePort): Route
  aliases(service: Service): readonly string[]
}

interface Wrapper {
  readonly port: number
  readonly hosts: readonly string[]
  readonly services: readonly Service[]
  readonly routes: readonly Route[]
  readonly origins: readonly Place[]
}

/**
 * Virtual hosts of a sidecar's route configuration, by name. VirtualServices come first, in order; the
 * services that none of them takes follow with their default route. A name that is taken is not given
 * again, and neither is a domain. Source: pilot networking/core/httproute.go
 * BuildSidecarOutboundVirtualHosts, route/route.go BuildSidecarVirtualHostWrapper.
 */
export function sidecarVirtualHosts(input: VirtualHostInput): VirtualHost[] {
  const wrappers = wrap(input)
  const names = new Set<string>()
  const domains = new Set<string>()
  const realNames = new Set<string>()
  for (const { services, port } of wrappers) {
    for (const service of services) {
      realNames.add(service.host.toLowerCase())
      realNames.add(hostAndPort(service.host.toLowerCase(), port))
    }
  }
  const hosts: VirtualHost[] = []
  const emit = (wrapper: Wrapper, host: string, service: Service | null): void => {
    const name = hostAndPort(host, wrapper.port)
    if (names.has(name)) return
    names.add(name)
    const wanted = domainsOf(host, service, wrapper.port, input)
    const free = wanted.domains.filter(domain => {
      const folded = domain.toLowerCase()
      if (domains.has(folded)) return false
      if (wanted.alternates.has(domain) && realNames.has(domain)) return false
      domains.add(folded)
      return true
    })
    // An HTTP proxy serves hosts without a port on port 80.
    const kept =
      input.port === 0 && wrapper.port !== 80 ? free.filter(one => one.includes(':')) : free
    if (kept.length === 0) return
    hosts.push({
      name,
      domains: kept,
      routes: wrapper.routes,
      requireTls: false,
      origins: originsOf(wrapper, service)
    })
  }
  for (const wrapper of wrappers) {
    for (const host of wrapper.hosts) emit(wrapper, host.toLowerCase(), null)
    for (const service of wrapper.services) {
      emit(wrapper, service.host.toLowerCase(), service)
    }
  }
  return hosts.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function originsOf(wrapper: Wrapper, service: Service | null): Place[] {
  if (wrapper.origins.length > 0) return [...wrapper.origins]
  const manifest = service?.manifest
  return manifest === null || manifest === undefined ? [] : [{ manifest, path: [] }]
}

function domainsOf(
  host: string,
  service: Service | null,
  port: number,
  input: VirtualHostInput
): { readonly domains: readonly string[]; readonly alternates: ReadonlySet<string> } {
  if (service === null) return { domains: [hostLiteral(host)], alternates: NO_ALTERNATES }
  const own = input.usesAllocated ? asAllocated(service) : service
  const folded = own.host === host ? own : { ...own, host }
  return serviceDomains(folded, input.aliases(service), input.namespace, input.clusterDomain, {
    absolute: input.absoluteNames,
    port: input.port === 0 ? port : null
  })
}

const NO_ALTERNATES: ReadonlySet<string> = new Set()

function wrap(input: VirtualHostInput): Wrapper[] {
  const wrappers: Wrapper[] = []
  const taken = new Set<string>()
  for (const virtualService of input.virtualServices) {
    const routes = input.routes(virtualService)
    if (routes.length === 0) continue
    const split = splitHosts(virtualService, input)
    if (virtualService.semantics === 'gateway-api') {
      const { namespace } = virtualService
      const own = split.services.some(
        ({ service }) => service.namespace === namespace || input.namespace === namespace
      )
      if (!own) continue
    }
    const origins = [{ manifest: virtualService.manifest, path: ['spec', 'hosts'] }]
    const others = split.others.filter(host => input.includes(host.toLowerCase()))
    const byPort = httpPorts(split.services)
    if (byPort.size === 0 && input.port === 80) byPort.set(80, [])
    for (const [port, every] of byPort) {
      const services = every.filter(service => input.includes(service.host.toLowerCase()))
      for (const service of services) taken.add(service.host.toLowerCase())
      wrappers.push({ port, hosts: others, services, routes, origins })
    }
  }
  const rest = input.services
    .selected()
    .filter(([host, { service }]) => !taken.has(host) && service.resolution !== 'alias')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  for (const [, { service, ports }] of rest) {
    for (const port of ports) {
      if (!isHttpOrSniffed(port.protocol)) continue
      const routes = [input.defaultRoute(service, port)]
      wrappers.push({ port: port.number, hosts: [], services: [service], routes, origins: [] })
    }
  }
  return wrappers
}

function httpPorts(services: readonly PortService[]): Map<number, Service[]> {
  const result = new Map<number, Service[]>()
  for (const { service, ports } of services) {
    for (const port of ports) {
      if (!isHttpOrSniffed(port.protocol)) continue
      const known = result.get(port.number)
      if (known === undefined) result.set(port.number, [service])
      else known.push(service)
    }
  }
  return result
}

/**
 * Hosts that are services, and hosts that no registry knows. A wildcard takes the services that no more
 * specific VirtualService owns, and stands as itself only where it covers no service at all.
 * Source: route.go separateVSHostsAndServices.
 */
function splitHosts(
  virtualService: VirtualService,
  input: VirtualHostInput
): { readonly others: readonly string[]; readonly services: readonly PortService[] } {
  const others: string[] = []
  const services: PortService[] = []
  const wildcards: string[] = []
  for (const written of virtualService.hosts) {
    const host = input.foldHosts ? written.toLowerCase() : written
    if (isWildcard(host)) {
      wildcards.push(host)
      continue
    }
    const found = input.services.get(host)
    if (found === undefined) others.push(written)
    else services.push(found)
  }
  for (const host of wildcards) {
    if (virtualService.semantics === 'gateway-api') {
      others.push(host)
      continue
    }
    let covered = false
    for (const [name, entry] of input.services.under(host)) {
      covered = true
      if (input.owns(virtualService, name)) services.push(entry)
    }
    if (!covered) others.push(host)
  }
  return { others, services }
}

/**
 * Which VirtualService owns a service by specificity: the first that names the host, else the one with
 * the longest wildcard. Source: pilot model/sidecar.go computeWildcardHostVirtualServiceIndex.
 */
export function ownerIndex(
  virtualServices: readonly VirtualService[]
): (host: string) => VirtualService | undefined {
  const exact = new Map<string, VirtualService>()
  const wild = new Map<string, VirtualService>()
  for (const service of virtualServices) {
    for (const host of service.hosts) {
      const index = isWildcard(host) ? wild : exact
      if (!index.has(host)) index.set(host, service)
    }
  }
  const wildcards = [...wild.keys()].sort(bySpecificity)
  return host => {
    const found = exact.get(host)
    if (found !== undefined) return found
    const covering = wildcards.find(wildcard => isSubset(host, wildcard))
    return covering === undefined ? undefined : wild.get(covering)
  }
}
