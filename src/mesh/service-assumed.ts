import type { Json, Manifest } from '../manifest/manifest.ts'
import { kubernetesService, qualify } from './host.ts'
import { list, map, mapOrEmpty, number, text, texts } from './json.ts'
import type { Protocol } from './protocol.ts'
import type { Service } from './service.ts'
import { WORKLOAD_KINDS } from './workload.ts'

/**
 * What routes name and git does not hold, and that is taken to exist.
 *
 * The law: a repository that holds part of a registry is taken to hold that part whole. A Kubernetes
 * Service `x.ns.svc` is assumed only where neither side holds any Service or workload of `ns`; any other
 * name only where neither side holds a ServiceEntry; a subset only where neither side holds the service
 * itself, a DestinationRule for it, or one for a service of its namespace. A name that git holds in another
 * namespace is not assumed either: a short name means the namespace of its own object, often by mistake. Where a sibling is there, a missing name is what Istio would
 * answer: no such cluster. Both sides are read together, so that an object that head deletes is missed
 * and a port that head adds does not look like a new Service.
 */
export interface Assumed {
  readonly services: readonly Service[]
  /** `subset|host` of subsets that are taken to exist. */
  readonly subsets: ReadonlySet<string>
}

export const NOTHING_ASSUMED: Assumed = { services: [], subsets: new Set() }

interface Named {
  readonly ports: Map<number, Protocol>
  readonly subsets: Set<string>
  destination: boolean
  host: boolean
}

export function assumed(sides: readonly (readonly Manifest[])[], domain: string): Assumed {
  const known = registry(sides, domain)
  const named = new Map<string, Named>()
  // What the last side holds as well is read there alone: of two protocols that name a port the last one stands.
  const last = sides.at(-1) ?? []
  const again = new Map(
    sides.length < 2 ? [] : last.map(({ object, ref }) => [object, ref.namespace])
  )
  for (const manifests of sides) {
    for (const manifest of manifests) {
      const isRead = again.get(manifest.object) === manifest.ref.namespace
      if (isRead && manifests !== last) continue
      if (manifest.ref.kind === 'VirtualService') readVirtualService(manifest, domain, named)
      if (manifest.ref.kind === 'DestinationRule') readDestinationRule(manifest, domain, named)
      if (manifest.ref.kind === 'Ingress') readIngress(manifest, domain, named)
    }
  }
  const services: Service[] = []
  const subsets = new Set<string>()
  for (const host of [...named.keys()].sort()) {
    const use = named.get(host)
    if (use === undefined) continue
    const kubernetes = kubernetesService(host, domain)
    if (canBeAssumed(host, kubernetes, use, known)) {
      services.push(assumedService(host, kubernetes, use))
    }
    const ruled =
      known.hosts.has(host) ||
      known.ruledHosts.has(host) ||
      known.ruledNamespaces.has(kubernetes?.namespace ?? '')
    if (!ruled) for (const subset of use.subsets) subsets.add(`${subset}|${host}`)
  }
  if (standsOn80(named, services, known)) services.push(someService)
  return { services, subsets }
}

/**
 * A name that no registry knows is served on port 80, where some service has that port. Every mesh has one; where git
 * holds no service at all, one is taken to be there, else routes of such names would reach nobody and no change of
 * them would be seen.
 */
function standsOn80(
  named: ReadonlyMap<string, Named>,
  services: readonly Service[],
  known: Registry
): boolean {
  if (known.entries || known.serviceNames.size > 0) return false
  const hosts = new Set(services.map(({ host }) => host))
  const isServed = services.some(({ ports }) => ports.some(port => port.number === 80))
  return !isServed && [...named].some(([host, use]) => use.host && !hosts.has(host))
}

const someService: Service = assumedService(
  'some-service.some-namespace.svc.cluster.local',
  { name: 'some-service', namespace: 'some-namespace' },
  { ports: new Map([[80, 'HTTP']]), subsets: new Set(), destination: false, host: false },
  { host: 'some HTTP service', namespace: '', ports: '80' }
)

interface Registry {
  readonly hosts: ReadonlySet<string>
  readonly wildcards: readonly string[]
  readonly serviceNamespaces: ReadonlySet<string>
  readonly serviceNames: ReadonlySet<string>
  readonly namespaces: ReadonlySet<string>
  readonly entries: boolean
  readonly ruledHosts: ReadonlySet<string>
  readonly ruledNamespaces: ReadonlySet<string>
}

function registry(sides: readonly (readonly Manifest[])[], domain: string): Registry {
  const hosts = new Set<string>()
  const serviceNamespaces = new Set<string>()
  const serviceNames = new Set<string>()
  const namespaces = new Set<string>()
  const ruledHosts = new Set<string>()
  const ruledNamespaces = new Set<string>()
  let entries = false
  for (const { ref, spec } of sides.flat()) {
    namespaces.add(ref.namespace)
    if (WORKLOAD_KINDS.includes(ref.kind)) serviceNamespaces.add(ref.namespace)
    if (ref.kind === 'Service' && ref.group === '') {
      serviceNamespaces.add(ref.namespace)
      serviceNames.add(ref.name)
      hosts.add(`${ref.name}.${ref.namespace}.svc.${domain}`)
    } else if (ref.kind === 'ServiceEntry') {
      entries = true
      for (const host of texts(spec.hosts)) hosts.add(host)
    } else if (ref.kind === 'DestinationRule') {
      const host = qualify(text(spec.host) ?? '', ref.namespace, domain)
      ruledHosts.add(host)
      const owner = kubernetesService(host, domain)?.namespace
      if (owner !== undefined) ruledNamespaces.add(owner)
    }
  }
  const wildcards = [...hosts].filter(host => host.startsWith('*'))
  return {
    hosts,
    wildcards,
    serviceNamespaces,
    serviceNames,
    namespaces,
    entries,
    ruledHosts,
    ruledNamespaces
  }
}

function canBeAssumed(
  host: string,
  kubernetes: { name: string; namespace: string } | null,
  use: Named,
  known: Registry
): boolean {
  if (known.hosts.has(host) || host.startsWith('*')) return false
  if (kubernetes !== null) {
    const { name, namespace } = kubernetes
    return !known.serviceNamespaces.has(namespace) && !known.serviceNames.has(name)
  }
  if (!use.destination || known.entries) return false
  // `reviews.prod` is no host of any registry: a short name with a dot is never expanded.
  const labels = host.split('.')
  if (labels.length < 2) return false
  return !(labels.length <= 3 && known.namespaces.has(labels[1] ?? ''))
}

function assumedService(
  host: string,
  kubernetes: { name: string; namespace: string } | null,
  use: Named,
  params?: Readonly<Record<string, string>>
): Service {
  const numbers = use.ports.size === 0 ? new Map<number, Protocol>([[80, 'HTTP']]) : use.ports
  const ports = [...numbers].sort(([a], [b]) => a - b)
  return {
    host,
    namespace: kubernetes?.namespace ?? '',
    name: kubernetes?.name ?? host,
    registry: 'assumed',
    ports: ports.map(([port, protocol]) => ({
      number: port,
      name: `${protocol.toLowerCase()}-${port}`,
      protocol,
      targetPort: null,
      path: []
    })),
    resolution: kubernetes === null ? 'dns' : 'static',
    addresses: [],
    exportTo: 'public',
    exportToWritten: '',
    labels: {},
    selector: null,
    headless: false,
    externalName: null,
    meshExternal: kubernetes === null,
    created: null,
    manifest: null,
    assumptions: [
      {
        kind: 'service-exists',
        params: params ?? {
          host,
          namespace: kubernetes?.namespace ?? '',
          ports: ports.map(([port]) => port).join(', ')
        }
      }
    ]
  }
}

const SECTIONS: readonly (readonly [string, Protocol])[] = [
  ['http', 'HTTP'],
  ['tls', 'TLS'],
  ['tcp', 'TCP']
]

function readVirtualService(manifest: Manifest, domain: string, named: Map<string, Named>): void {
  const { spec, ref } = manifest
  const gateways = texts(spec.gateways)
  const inMesh = gateways.length === 0 || gateways.includes('mesh')
  const hosts = texts(spec.hosts).map(host => qualify(host, ref.namespace, domain))
  if (inMesh) for (const host of hosts) entry(named, host.toLowerCase()).host = true
  for (const [section, protocol] of SECTIONS) {
    for (const rule of list(spec[section])) {
      const fields = mapOrEmpty(rule)
      for (const route of list(fields.route)) {
        destination(mapOrEmpty(route).destination, ref.namespace, domain, protocol, named)
      }
      destination(fields.mirror, ref.namespace, domain, protocol, named)
      for (const mirror of list(fields.mirrors)) {
        destination(mapOrEmpty(mirror).destination, ref.namespace, domain, protocol, named)
      }
      for (const match of list(fields.match)) {
        const port = number(mapOrEmpty(match).port)
        if (!inMesh || port === undefined || port === 0) continue
        for (const host of hosts) setPort(entry(named, host.toLowerCase()), port, protocol)
      }
    }
  }
}

/** Backends of an Ingress are Services of its own namespace; a port by name is one that git would have to hold. */
function readIngress({ spec, ref }: Manifest, domain: string, named: Map<string, Named>): void {
  for (const rule of list(spec.rules)) {
    for (const path of list(mapOrEmpty(mapOrEmpty(rule).http).paths)) {
      const service = mapOrEmpty(mapOrEmpty(mapOrEmpty(path).backend).service)
      const name = text(service.name)
      const port = number(mapOrEmpty(service.port).number)
      if (name === undefined || port === undefined) continue
      const use = entry(named, qualify(name, ref.namespace, domain))
      use.destination = true
      setPort(use, port, 'HTTP')
    }
  }
}

function destination(
  value: Json | undefined,
  namespace: string,
  domain: string,
  protocol: Protocol,
  named: Map<string, Named>
): void {
  const fields = map(value)
  const host = text(fields?.host)
  if (fields === undefined || host === undefined || host === '') return
  const use = entry(named, qualify(host, namespace, domain))
  use.destination = true
  const port = number(mapOrEmpty(fields.port).number)
  if (port !== undefined) setPort(use, port, protocol)
  const subset = text(fields.subset)
  if (subset !== undefined && subset !== '') use.subsets.add(subset)
}

function readDestinationRule(manifest: Manifest, domain: string, named: Map<string, Named>): void {
  const { spec, ref } = manifest
  const host = qualify(text(spec.host) ?? '', ref.namespace, domain)
  if (host === '' || host.startsWith('*')) return
  const use = entry(named, host)
  for (const setting of list(mapOrEmpty(spec.trafficPolicy).portLevelSettings)) {
    const port = number(mapOrEmpty(mapOrEmpty(setting).port).number)
    if (port !== undefined) setPort(use, port, 'HTTP')
  }
}

/** A port that HTTP rules name speaks HTTP, whatever else names it. */
function setPort(use: Named, port: number, protocol: Protocol): void {
  if (use.ports.get(port) !== 'HTTP') use.ports.set(port, protocol)
}

function entry(named: Map<string, Named>, host: string): Named {
  let use = named.get(host)
  if (use === undefined) {
    use = { ports: new Map(), subsets: new Set(), destination: false, host: false }
    named.set(host, use)
  }
  return use
}
