import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { list, map, mapOrEmpty, number, text, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Service } from '../mesh/service.ts'
import { isVisible } from '../mesh/visibility.ts'
import { type EgressHosts, egressHosts } from './egress-hosts.ts'
import type { EgressListener } from './egress-listener.ts'
import { importedHosts, importedService } from './scope-destinations.ts'
import {
  allImported,
  exportedFirst,
  importedServices,
  mergedService,
  type Preference,
  preference
} from './scope-services.ts'
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

/** Source: pilot model/sidecar.go convertToSidecarScope, convertIstioListenerToWrapper. */
export function scope(
  mesh: Mesh,
  index: VirtualServiceIndex,
  namespace: string,
  sidecar: Manifest | null
): Scope {
  const entries = list(sidecar?.spec.egress).map(entry => mapOrEmpty(entry))
  const prefers = preference(sidecar !== null, mesh.features)
  const listeners = (entries.length === 0 ? [EVERYTHING] : entries).map(entry =>
    egressListener(mesh, index, namespace, entry, prefers)
  )
  const merged = new Map<string, Service | undefined>()
  const service = (host: string): Service | undefined => {
    if (!merged.has(host))
      merged.set(host, importedService(mesh, index, namespace, listeners, host))
    return merged.get(host)
  }
  const services = once(() =>
    importedHosts(namespace, listeners).flatMap(host => service(host) ?? [])
  )
  return {
    namespace,
    sidecar,
    listeners,
    outbound: outboundPolicy(mesh, sidecar),
    service,
    get services() {
      return services()
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
    listeners: [
      egressListener(mesh, index, namespace, EVERYTHING, preference(false, mesh.features))
    ],
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
  entry: JsonMap,
  prefers: Preference
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
  const services = once(() => {
    const all = allImported(mesh.registry, namespace, hosts, mesh.features, prefers)
    return matchPort ? all.flatMap(one => limited(one) ?? []) : all
  })
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
      importedServices(mesh.registry.byHost(host), namespace, hosts, prefers).flatMap(
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

function once<Value>(compute: () => Value): () => Value {
  let box: { readonly value: Value } | undefined
  return () => {
    box ??= { value: compute() }
    return box.value
  }
}
