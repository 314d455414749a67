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

/** Each index is made when it is first asked for: most changes need one of them. */
function build(side: Compilation): DestinationHosts {
  const { all } = side.virtualServices
  const byDestination = once(() => indexed(all, hostsOf))
  const byDelegate = once(() => indexed(all, delegatesOf))
  const byManifest = once(() => new Map(all.map(service => [service.manifest, service])))
  const byHost = once(() => indexed(all, ({ hosts }) => hosts.map(host => host.toLowerCase())))
  const wildcards = once(() => [...byHost().keys()].filter(isWildcard))
  return {
    *besides(host) {
      const names = isWildcard(host) ? [...byHost().keys()] : [host, ...wildcards()]
      for (const name of names) {
        if (!overlaps(host, name)) continue
        for (const service of byHost().get(name) ?? []) {
          for (const one of service.hosts) yield one.toLowerCase()
        }
      }
    },
    *routingTo(host) {
      const services = isWildcard(host)
        ? [...byDestination()].flatMap(([name, found]) => (overlaps(host, name) ? found : []))
        : (byDestination().get(host) ?? [])
      for (const service of services) for (const one of service.hosts) yield one.toLowerCase()
    },
    of(manifest) {
      const service = byManifest().get(manifest)
      return service === undefined ? [] : hostsOf(service)
    },
    delegating: ({ namespace, name }) => byDelegate().get(`${namespace}/${name}`) ?? []
  }
}

function hostsOf(service: VirtualService): ReadonlySet<string> {
  return new Set([...destinations(service, null).keys()].map(host => host.toLowerCase()))
}

/** `namespace/name` of what the rules delegate to. */
function delegatesOf({ manifest, namespace }: VirtualService): string[] {
  return list(manifest.spec.http).flatMap(rule => {
    const delegate = map(mapOrEmpty(rule).delegate)
    return delegate === undefined
      ? []
      : `${filled(delegate.namespace) ?? namespace}/${text(delegate.name) ?? ''}`
  })
}

function indexed(
  services: readonly VirtualService[],
  keysOf: (service: VirtualService) => Iterable<string>
): ReadonlyMap<string, readonly VirtualService[]> {
  const index = new Map<string, VirtualService[]>()
  for (const service of services) {
    for (const key of new Set(keysOf(service))) {
      const known = index.get(key)
      if (known === undefined) index.set(key, [service])
      else known.push(service)
    }
  }
  return index
}

function once<Value>(compute: () => Value): () => Value {
  let box: { readonly value: Value } | undefined
  return () => {
    box ??= { value: compute() }
    return box.value
  }
}
