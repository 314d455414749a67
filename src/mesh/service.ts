import type { Assumption, FieldPath } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Protocol } from './protocol.ts'
import type { Labels } from './selector.ts'
import type { Visibility } from './visibility.ts'

export interface ServicePort {
  readonly number: number
  readonly name: string
  readonly protocol: Protocol
  /** Number or port name of the workload; `null`: the service port itself. */
  readonly targetPort: number | string | null
  readonly path: FieldPath
}

/** How a cluster finds its endpoints. `alias` is a Service of type ExternalName. */
export type Resolution =
  | 'static'
  | 'passthrough'
  | 'dns'
  | 'dns-round-robin'
  | 'dynamic-dns'
  | 'alias'

/** One host as istiod's registry knows it; a ServiceEntry gives one per host and address. */
export interface Service {
  readonly host: string
  readonly namespace: string
  readonly name: string
  /** `assumed`: named by routes, not in git, taken to exist (see service-assumed.ts). */
  readonly registry: 'Kubernetes' | 'External' | 'assumed'
  readonly ports: readonly ServicePort[]
  readonly resolution: Resolution
  /** Cluster IPs, or the address or CIDR of a ServiceEntry; empty where git holds none. */
  readonly addresses: readonly string[]
  /** Stands for the addresses of a headless service's pods, where git holds none of them. */
  readonly podAddress?: string
  /** What istiod allocates where a ServiceEntry has no address; proxies that capture DNS alone know it. */
  readonly allocated?: string
  readonly exportTo: Visibility
  /** The list as written, sorted: services merge only where it is the same. */
  readonly exportToWritten: string
  readonly labels: Labels
  /** `null`: no selector. */
  readonly selector: Labels | null
  readonly headless: boolean
  readonly externalName: string | null
  readonly meshExternal: boolean
  readonly created: number | null
  readonly manifest: Manifest | null
  readonly assumptions: readonly Assumption[]
}

/** The address that stands for "none": such services share the listener of their port. */
export const UNSPECIFIED = '0.0.0.0'

/** The address a client dials, or `0.0.0.0`. */
export function addressOf(service: Service): string {
  return service.addresses[0] ?? UNSPECIFIED
}

/** The service as a client dials it that knows allocated addresses. The same object for the same service. */
export function asAllocated(service: Service): Service {
  const { allocated, addresses } = service
  if (allocated === undefined || addresses.length > 0) return service
  const known = dialled.get(service) ?? { ...service, addresses: [allocated] }
  dialled.set(service, known)
  return known
}

const dialled = new WeakMap<Service, Service>()

export function portOf(service: Service, number: number): ServicePort | undefined {
  return service.ports.find(port => port.number === number)
}
