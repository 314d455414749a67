import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { filled, list, map, mapOrEmpty, number, text, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Service } from '../mesh/service.ts'
import { isVisible } from '../mesh/visibility.ts'
import { type EgressHosts, egressHosts } from './egress-hosts.ts'
import type { HttpRule } from './rules.ts'
import { allImported, exportedFirst, importedServices, mergedService } from './scope-services.ts'
import type { VirtualService } from './virtual-service.ts'
import type { VirtualServiceIndex } from './virtual-service-index.ts'

export const scopeReads = [
  ['Sidecar', 'spec.egress[].{hosts[],bind,captureMode}'],
  ['Sidecar', 'spec.egress[].port.{number,protocol,name}'],
  ['Sidecar', 'spec.outboundTrafficPolicy.{mode,egressProxy.{host,subset,port.number}}']
] as const

/** What the pods of a namespace that share a Sidecar resource see of the mesh. */
export interface Scope {
  readonly namespace: string
  readonly sidecar: Manifest | null
  readonly listeners: readonly EgressListener[]
  readonly outbound: {
    readonly mode: 'ALLOW_ANY' | 'REGISTRY_ONLY' | 'ALLOW_ANY_DYNAMIC_DNS'
    readonly egressProxy: JsonMap | null
  }
  /** The one service of a host that this scope has clusters for. */
  service(host: string): Service | undefined
  /** All of them, one per host, in the order of their import. */
  readonly services: readonly Service[]
}

/** One `egress` entry, or the one that stands for none. */
export interface EgressListener {
  readonly port: { readonly number: number; readonly protocol: string } | null
  readonly bind: string
  readonly captureMode: string
  /** Serves its own port alone. */
  readonly matchPort: boolean
  /** All services, in order; several of one host are several addresses. */
  readonly services: readonly Service[]
  /** Wildcard hosts of services, lower case; visible or not. */
  readonly wildcardHosts: readonly string[]
  /** Those of one host (lower case). */
  servicesOf(host: string): readonly Service[]
  readonly virtualServices: readonly VirtualService[]
}

/** Source: pilot model/sidecar.go convertToSidecarScope, convertIstioListenerToWrapper. */
export function scope(
  mesh: Mesh,
  index: VirtualServiceIndex,
  namespace: string,
  sidecar: Manifest | null
): Scope {
  const entries = list(sidecar?.spec.egress).map(entry => mapOrEmpty(entry))
  const listeners = (entries.length === 0 ? [EVERYTHING] : entries).map(entry =>
    egressListener(mesh, index, namespace, entry)
  )
  const services = once(() => collect(mesh, namespace, listeners))
  return {
    namespace,
    sidecar,
    listeners,
    outbound: outboundPolicy(mesh, sidecar),
    service: host => services().get(host),
    get services() {
      return [...services().values()]
    }
  }
}

/**
 * Gateways ignore Sidecars, and destinations of VirtualServices add nothing to what they see: of several
 * services of one host the first stays, but Kubernetes before others.
 * Source: pilot model/sidecar.go DefaultSidecarScopeForGateway.
 */
export function gatewayScope(mesh: Mesh, index: VirtualServiceIndex, namespace: string): Scope {
  const visible = once(() =>
    exportedFirst(mesh.registry.all).filter(one => isVisible(one.exportTo, namespace))
  )
  const merged = new Map<string, Service | undefined>()
  const service = (host: string): Service | undefined => {
    if (merged.has(host)) return merged.get(host)
    const candidates = mesh.registry
      .byHost(host.toLowerCase())
      .filter(one => one.host === host && isVisible(one.exportTo, namespace))
    const found = mergedService(exportedFirst(candidates))
    merged.set(host, found)
    return found
  }
  return {
    namespace,
    sidecar: null,
    listeners: [egressListener(mesh, index, namespace, EVERYTHING)],
    outbound: outboundPolicy(mesh, null),
    service,
    get services() {
      return [...new Set(visible().map(one => one.host))].flatMap(host => service(host) ?? [])
    }
  }
}

const EVERYTHING: JsonMap = { hosts: ['*/*'] }

function egressListener(
  mesh: Mesh,
  index: VirtualServiceIndex,
  namespace: string,
  entry: JsonMap
): EgressListener {
  const hosts = egressHosts(texts(entry.hosts), namespace, mesh.features)
  const port = map(entry.port)
  const portNumber = number(port?.number) ?? 0
  const protocol = text(port?.protocol) ?? ''
  const matchPort = portNumber !== 0 && protocol.toUpperCase() !== 'HTTP_PROXY'
  const limited = (service: Service): Service | null => {
    if (!matchPort) return service
    const ports = service.ports.filter(one => one.number === portNumber)
    if (ports.length === 0) return null
    return service.ports.length === ports.length ? service : { ...service, ports }
  }
  const services = once(() =>
    allImported(mesh.registry, namespace, hosts, mesh.features).flatMap(one => limited(one) ?? [])
  )
  const virtualServices = once(() => importedVirtualServices(index, namespace, hosts))
  return {
    port: port === undefined ? null : { number: portNumber, protocol },
    bind: text(entry.bind) ?? '',
    captureMode: text(entry.captureMode) ?? 'DEFAULT',
    matchPort,
    get services() {
      return services()
    },
    wildcardHosts: mesh.registry.wildcards.map(service => service.host.toLowerCase()),
    servicesOf: host =>
      importedServices(mesh.registry.byHost(host), namespace, hosts, mesh.features).flatMap(
        one => limited(one) ?? []
      ),
    get virtualServices() {
      return virtualServices()
    }
  }
}

function importedVirtualServices(
  index: VirtualServiceIndex,
  namespace: string,
  hosts: EgressHosts
): readonly VirtualService[] {
  const all = index.for(namespace, 'mesh')
  if (hosts.everything) return all
  return all.filter(service =>
    hosts.importsVirtualService(
      service.namespace,
      service.hosts,
      service.semantics === 'gateway-api'
    )
  )
}

function outboundPolicy(mesh: Mesh, sidecar: Manifest | null): Scope['outbound'] {
  const own = map(sidecar?.spec.outboundTrafficPolicy)
  const written = own === undefined ? mesh.config.outboundTrafficPolicy : text(own.mode)
  // A minor that does not know the mode allows nothing unknown.
  const dynamic = written === 'ALLOW_ANY_DYNAMIC_DNS' && mesh.features.has('dynamic-dns-outbound')
  const mode = dynamic || written === 'ALLOW_ANY' ? written : 'REGISTRY_ONLY'
  if (own === undefined) return { mode, egressProxy: null }
  return {
    mode,
    egressProxy: map(own.egressProxy) ?? null
  }
}

/** Services of all listeners, and the destinations of their VirtualServices. Source: sidecar.go collectImportedServices. */
function collect(
  mesh: Mesh,
  namespace: string,
  listeners: readonly EgressListener[]
): Map<string, Service> {
  const merged = new Map<string, Service>()
  const append = (service: Service): void => {
    const known = merged.get(service.host)
    const next = mergedService(known === undefined ? [service] : [known, service])
    if (next !== undefined) merged.set(service.host, next)
  }
  for (const listener of listeners) {
    for (const service of listener.services) append(service)
    for (const service of listener.virtualServices) {
      for (const [host, ports] of destinations(service, namespace)) {
        const target = destinationService(mesh, namespace, host)
        const limited = target === undefined ? null : withPorts(target, ports, listener)
        if (limited !== null) append(limited)
      }
    }
  }
  return merged
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

/**
 * Hosts and ports (0: none given) that rules name; an HTTP rule counts unless all its source namespaces
 * are others. Source: push_context.go virtualServiceDestinationsFilteredBySourceNamespace.
 */
function destinations(service: VirtualService, namespace: string): Map<string, Set<number>> {
  const result = new Map<string, Set<number>>()
  const add = (value: Json | undefined): void => {
    const target = map(value)
    const host = text(target?.host)
    if (target === undefined || host === undefined || host === '') return
    const ports = result.get(host) ?? new Set<number>()
    ports.add(number(mapOrEmpty(target.port).number) ?? 0)
    result.set(host, ports)
  }
  const namesOther = (rule: HttpRule): boolean => {
    const named = (rule.matches ?? []).flatMap(match => filled(match.fields.sourceNamespace) ?? [])
    return named.length > 0 && !named.includes(namespace)
  }
  const http = service.http.filter(rule => !namesOther(rule))
  for (const rule of [...http, ...service.tcp, ...service.tls]) {
    for (const route of list(rule.fields.route)) add(mapOrEmpty(route).destination)
    add(rule.fields.mirror)
    for (const mirror of list(rule.fields.mirrors)) add(mapOrEmpty(mirror).destination)
  }
  return result
}

function once<Value>(compute: () => Value): () => Value {
  let box: { readonly value: Value } | undefined
  return () => {
    box ??= { value: compute() }
    return box.value
  }
}
