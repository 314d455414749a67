import { isWildcard, overlaps } from '../mesh/host.ts'
import type { Compilation } from './compilation.ts'
import type { Reach } from './reach.ts'
import type { VirtualService } from './virtual-service.ts'

/** The hosts of one side that are compiled when a change reaches some hosts alone. */
export interface HostFilter {
  includes(host: string): boolean
  /** Hosts of services, lower case. */
  readonly services: ReadonlySet<string>
  /** VirtualServices with a host among them. */
  readonly virtualServices: ReadonlySet<VirtualService>
  /** Ports of these services, and 80, ascending. */
  readonly ports: readonly number[]
}

export function hostFilter(side: Compilation, reach: Reach): HostFilter {
  const { registry } = side.mesh
  const services = new Set<string>()
  for (const host of reach.hosts) if (registry.byHost(host).length > 0) services.add(host)
  const wildcards = [...reach.hosts].filter(isWildcard)
  if (wildcards.length > 0) {
    for (const { host } of registry.all) {
      const name = host.toLowerCase()
      if (wildcards.some(wildcard => overlaps(wildcard, name))) services.add(name)
    }
  }
  const ports = new Set([80])
  for (const host of services) {
    for (const service of registry.byHost(host)) {
      for (const port of service.ports) ports.add(port.number)
    }
  }
  // A name that no registry knows stands on the ports of its VirtualService's services.
  const virtualServices = new Set<VirtualService>()
  for (const service of side.virtualServices.all) {
    if (!service.hosts.some(host => reach.includes(host.toLowerCase()))) continue
    virtualServices.add(service)
    for (const written of service.hosts) {
      const host = written.toLowerCase()
      const found = isWildcard(host)
        ? registry.all.filter(one => overlaps(one.host.toLowerCase(), host))
        : registry.byHost(host)
      for (const one of found) for (const port of one.ports) ports.add(port.number)
    }
  }
  return {
    includes: reach.includes,
    services,
    virtualServices,
    ports: [...ports].sort((a, b) => a - b)
  }
}
