import { isWildcard, overlaps } from '../mesh/host.ts'
import type { Registry } from '../mesh/registry.ts'
import type { Service } from '../mesh/service.ts'
import type { Compilation } from './compilation.ts'
import type { VirtualService } from './virtual-service.ts'

/** Hosts that a change can touch. */
export interface ReachedHosts {
  /** Names or wildcards, lower case. */
  readonly hosts: ReadonlySet<string>
  /** Service ports on which they can stand on either side, ascending. */
  readonly ports: readonly number[]
  includes(host: string): boolean
}

/** The hosts of one side that are compiled when a change reaches some hosts alone. */
export interface HostFilter {
  includes(host: string): boolean
  /** Hosts of services, lower case. */
  readonly services: ReadonlySet<string>
  /** VirtualServices with a host among them. */
  readonly virtualServices: ReadonlySet<VirtualService>
  /** Ports on which they can stand on either side, ascending. */
  readonly ports: readonly number[]
}

export function hostFilter(side: Compilation, reach: ReachedHosts): HostFilter {
  return {
    includes: reach.includes,
    services: servicesAmong(side, reach.hosts),
    virtualServices: new Set(virtualServicesAmong(side, reach.includes)),
    ports: reach.ports
  }
}

/** Hosts of services that are, or are covered by, these; and wildcards that take such names where nobody else does. */
function servicesAmong(side: Compilation, hosts: ReadonlySet<string>): Set<string> {
  const { registry } = side.mesh
  const services = new Set<string>()
  for (const host of hosts) if (registry.byHost(host).length > 0) services.add(host)
  for (const wildcard of wildcardsOf(registry)) {
    for (const host of hosts) if (overlaps(wildcard, host)) services.add(wildcard)
  }
  const wildcards = [...hosts].filter(isWildcard)
  if (wildcards.length === 0) return services
  for (const { host } of registry.all) {
    const name = host.toLowerCase()
    if (wildcards.some(wildcard => overlaps(wildcard, name))) services.add(name)
  }
  return services
}

const wide = new WeakMap<Registry, readonly string[]>()

/** Services whose host is a wildcard: few, and looked for once. */
function wildcardsOf(registry: Registry): readonly string[] {
  let found = wide.get(registry)
  if (found === undefined) {
    const names = registry.all.map(({ host }) => host.toLowerCase())
    found = [...new Set(names.filter(isWildcard))]
    wide.set(registry, found)
  }
  return found
}

function virtualServicesAmong(
  side: Compilation,
  includes: (host: string) => boolean
): readonly VirtualService[] {
  return side.virtualServices.all.filter(service =>
    service.hosts.some(host => includes(host.toLowerCase()))
  )
}

/**
 * Ports on which these hosts can stand: those of their services, and (for names that no registry knows)
 * those of the services beside which a VirtualService names them.
 */
export function portsOf(
  side: Compilation,
  hosts: ReadonlySet<string>,
  includes: (host: string) => boolean
): Set<number> {
  const { registry } = side.mesh
  const ports = new Set<number>()
  const add = (services: readonly Service[]): void => {
    for (const service of services) for (const port of service.ports) ports.add(port.number)
  }
  for (const host of servicesAmong(side, hosts)) add(registry.byHost(host))
  for (const service of virtualServicesAmong(side, includes)) {
    for (const written of service.hosts) {
      const host = written.toLowerCase()
      if (!isWildcard(host)) add(registry.byHost(host))
      else add(registry.all.filter(one => overlaps(one.host.toLowerCase(), host)))
    }
  }
  return ports
}
