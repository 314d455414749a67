import type { ResourceRef } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { isWildcard, overlaps } from '../mesh/host.ts'
import { filled, list, map, mapOrEmpty, text } from '../mesh/json.ts'
import type { Compilation } from './compilation.ts'
import { destinations } from './destinations.ts'
import type { VirtualService } from './virtual-service.ts'

/** Which VirtualServices lead to which hosts. */
export interface DestinationHosts {
  /** Hosts (lower case) of VirtualServices with a destination that is, or overlaps, the host. */
  routingTo(host: string): Iterable<string>
  /** Hosts (lower case) of VirtualServices of which one host is, or overlaps, this one. */
  besides(host: string): Iterable<string>
  /** Destinations of one VirtualService, delegates merged. */
  of(manifest: Manifest): Iterable<string>
  /** VirtualServices that delegate to this one. */
  delegating(ref: ResourceRef): readonly VirtualService[]
}

const indexes = new WeakMap<Compilation, DestinationHosts>()

export function destinationHosts(side: Compilation): DestinationHosts {
  let index = indexes.get(side)
  if (index === undefined) {
    index = build(side)
    indexes.set(side, index)
  }
  return index
}

function build(side: Compilation): DestinationHosts {
  const byDestination = new Map<string, VirtualService[]>()
  const byManifest = new Map<Manifest, ReadonlySet<string>>()
  const byDelegate = new Map<string, VirtualService[]>()
  const byHost = new Map<string, VirtualService[]>()
  for (const service of side.virtualServices.all) {
    const hosts = hostsOf(service)
    byManifest.set(service.manifest, hosts)
    for (const host of service.hosts) add(byHost, host.toLowerCase(), service)
    for (const host of hosts) add(byDestination, host, service)
    for (const rule of list(service.manifest.spec.http)) {
      const delegate = map(mapOrEmpty(rule).delegate)
      if (delegate === undefined) continue
      const namespace = filled(delegate.namespace) ?? service.namespace
      add(byDelegate, `${namespace}/${text(delegate.name) ?? ''}`, service)
    }
  }
  const wildcards = [...byHost.keys()].filter(isWildcard)
  return {
    *besides(host) {
      const names = isWildcard(host) ? [...byHost.keys()] : [host, ...wildcards]
      for (const name of names) {
        if (!overlaps(host, name)) continue
        for (const service of byHost.get(name) ?? []) {
          for (const one of service.hosts) yield one.toLowerCase()
        }
      }
    },
    *routingTo(host) {
      const services = isWildcard(host)
        ? [...byDestination].flatMap(([name, found]) => (overlaps(host, name) ? found : []))
        : (byDestination.get(host) ?? [])
      for (const service of services) for (const one of service.hosts) yield one.toLowerCase()
    },
    of: manifest => byManifest.get(manifest) ?? [],
    delegating: ({ namespace, name }) => byDelegate.get(`${namespace}/${name}`) ?? []
  }
}

function hostsOf(service: VirtualService): ReadonlySet<string> {
  return new Set([...destinations(service, null).keys()].map(host => host.toLowerCase()))
}

function add(index: Map<string, VirtualService[]>, key: string, service: VirtualService): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [service])
  else if (!known.includes(service)) known.push(service)
}
