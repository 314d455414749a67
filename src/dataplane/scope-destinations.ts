import type { Mesh } from '../mesh/mesh.ts'
import type { Service } from '../mesh/service.ts'
import { isVisible } from '../mesh/visibility.ts'
import { destinations } from './destinations.ts'
import type { EgressListener } from './egress-listener.ts'
import { mergedService } from './scope-services.ts'
import type { VirtualService } from './virtual-service.ts'
import type { VirtualServiceIndex } from './virtual-service-index.ts'

/** Hosts of the services of all listeners and of the destinations of their VirtualServices, in order. */
export function importedHosts(
  namespace: string,
  listeners: readonly EgressListener[]
): readonly string[] {
  const hosts = new Set<string>()
  for (const listener of listeners) {
    for (const service of listener.services) hosts.add(service.host)
    for (const service of listener.virtualServices) {
      for (const host of destinations(service, namespace).keys()) hosts.add(host)
    }
  }
  return [...hosts]
}

/**
 * The service of a host that the listeners import, or their VirtualServices name as a destination.
 * Source: pilot model/sidecar.go collectImportedServices.
 */
export function importedService(
  mesh: Mesh,
  index: VirtualServiceIndex,
  namespace: string,
  listeners: readonly EgressListener[],
  host: string
): Service | undefined {
  const folded = host.toLowerCase()
  const only = onlyOne(mesh.registry.byHost(folded), host)
  // Nothing can be added to the one service there is, once it is imported with all its ports.
  if (only !== undefined && listeners[0]?.servicesOf(folded).includes(only) === true) return only
  let merged: Service | undefined
  const append = (service: Service): void => {
    merged = mergedService(merged === undefined ? [service] : [merged, service])
  }
  const routing = new Set(index.routingTo(host))
  let target: Service | undefined | null = null
  for (const listener of listeners) {
    for (const service of listener.servicesOf(folded)) {
      if (service.host === host) append(service)
    }
    for (const service of inOrderOf(listener.virtualServices, routing)) {
      const ports = destinations(service, namespace).get(host)
      if (ports === undefined) continue
      if (target === null) target = destinationService(mesh, namespace, host)
      const limited = target === undefined ? null : withPorts(target, ports, listener)
      if (limited !== null) append(limited)
    }
  }
  return merged
}

/** The service of a host, where there is no other of the same host in any namespace. */
function onlyOne(services: readonly Service[], host: string): Service | undefined {
  const [only, ...others] = services
  return only?.host === host && others.length === 0 ? only : undefined
}

const positions = new WeakMap<readonly VirtualService[], Map<VirtualService, number>>()

/** Those of the second list that the first one, which many ask for, holds; in its order. */
export function inOrderOf(
  virtualServices: readonly VirtualService[],
  some: ReadonlySet<VirtualService>
): readonly VirtualService[] {
  if (some.size === 0) return []
  let places = positions.get(virtualServices)
  if (places === undefined) {
    places = new Map(virtualServices.map((service, place) => [service, place]))
    positions.set(virtualServices, places)
  }
  const known = places
  return [...some]
    .filter(service => known.has(service))
    .sort((a, b) => (known.get(a) ?? 0) - (known.get(b) ?? 0))
}

function destinationService(mesh: Mesh, namespace: string, host: string): Service | undefined {
  const candidates = byNamespace(mesh.registry.byHost(host.toLowerCase()), host)
  const own = candidates.get(namespace)
  if (own !== undefined) return own
  const visible = [...candidates.values()].filter(one => isVisible(one.exportTo, namespace))
  if (!mesh.features.has('best-service-namespace')) {
    return visible.sort((a, b) => (a.namespace < b.namespace ? -1 : 1))[0]
  }
  return (
    visible.find(one => one.registry !== 'External') ??
    visible.reduce<Service | undefined>(
      (best, one) => (best === undefined || (one.created ?? 0) < (best.created ?? 0) ? one : best),
      undefined
    )
  )
}

/** One service per namespace: the first, but Kubernetes before others. Source: push_context.go initServiceRegistry. */
function byNamespace(services: readonly Service[], host: string): Map<string, Service> {
  const result = new Map<string, Service>()
  for (const service of services) {
    if (service.host !== host) continue
    const known = result.get(service.namespace)
    if (known === undefined || (known.registry === 'External' && service.registry !== 'External')) {
      result.set(service.namespace, service)
    }
  }
  return result
}

function withPorts(
  service: Service,
  ports: ReadonlySet<number>,
  listener: EgressListener
): Service | null {
  const wanted = listener.matchPort ? new Set([listener.port?.number ?? 0]) : ports
  if (!listener.matchPort && (ports.size === 0 || ports.has(0))) return service
  const kept = service.ports.filter(port => wanted.has(port.number))
  if (kept.length === 0) return null
  return kept.length === service.ports.length ? service : { ...service, ports: kept }
}
