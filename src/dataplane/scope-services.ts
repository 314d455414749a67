import type { Features } from '../mesh/features.ts'
import { byAge } from '../mesh/order.ts'
import type { Registry } from '../mesh/registry.ts'
import type { Service } from '../mesh/service.ts'
import { isVisible } from '../mesh/visibility.ts'
import type { EgressHosts } from './egress-hosts.ts'

/** Whose services go first where several namespaces have one host. */
export interface Preference {
  /** The namespace itself. */
  readonly own: boolean
  /** Those that Kubernetes knows. */
  readonly kubernetes: boolean
}

/**
 * Without a Sidecar the own namespace did not count, and with one Kubernetes did not, until both became one.
 * Source: release notes 1.24, Sidecar scoping; pilot model/sidecar.go selectServices.
 */
export function preference(hasSidecar: boolean, features: Features): Preference {
  if (!hasSidecar) return { own: features.has('default-scope-own-namespace'), kubernetes: true }
  return { own: true, kubernetes: features.has('unified-sidecar-scope') }
}

/**
 * The services of one host that an egress listener of a namespace imports: of several namespaces with
 * the same host, the own one, else the one that Kubernetes knows, else the first.
 * Source: pilot model/sidecar.go selectServices.
 */
export function importedServices(
  candidates: readonly Service[],
  namespace: string,
  hosts: EgressHosts,
  prefers: Preference
): readonly Service[] {
  const visible = candidates.filter(
    service =>
      isVisible(service.exportTo, namespace) &&
      hosts.importsService(service.namespace, service.host)
  )
  if (visible.length < 2) return visible
  const ordered = exportedFirst(visible)
  const chosen = chooseNamespace(ordered, namespace, prefers)
  return ordered.filter(service => service.namespace === chosen)
}

/** Services that name the namespace come before public ones. Source: push_context.go servicesExportedToNamespace. */
export function exportedFirst(services: readonly Service[]): Service[] {
  return [
    ...services.filter(service => service.exportTo !== 'public'),
    ...services.filter(service => service.exportTo === 'public')
  ]
}

function chooseNamespace(
  services: readonly Service[],
  namespace: string,
  prefers: Preference
): string {
  let chosen: { isOwn: boolean; isKubernetes: boolean; namespace: string } | undefined
  for (const service of services) {
    const candidate = {
      isOwn: prefers.own && service.namespace === namespace,
      isKubernetes: prefers.kubernetes && isKubernetes(service),
      namespace: service.namespace
    }
    const isBetter =
      chosen !== undefined && !chosen.isOwn && !chosen.isKubernetes && candidate.isKubernetes
    if (chosen === undefined || candidate.isOwn || isBetter) chosen = candidate
  }
  return chosen?.namespace ?? ''
}

/** All services of a listener, exported ones first, by age. */
export function allImported(
  registry: Registry,
  namespace: string,
  hosts: EgressHosts,
  features: Features,
  prefers: Preference
): readonly Service[] {
  const winners = new Map<string, readonly Service[]>()
  const result: Service[] = []
  const { lone } = ordered(registry)
  for (const service of candidates(registry, hosts, features)) {
    if (lone.has(service)) {
      const isImported =
        isVisible(service.exportTo, namespace) &&
        hosts.importsService(service.namespace, service.host)
      if (isImported) result.push(service)
      continue
    }
    let imported = winners.get(service.host)
    if (imported === undefined) {
      imported = importedServices(
        registry.byHost(service.host.toLowerCase()).filter(one => one.host === service.host),
        namespace,
        hosts,
        prefers
      )
      winners.set(service.host, imported)
    }
    if (imported.includes(service)) result.push(service)
  }
  return result
}

/**
 * Exported ones first, in the order of the registry: what lies in other namespaces than those that are imported cannot
 * be.
 */
function candidates(
  registry: Registry,
  { namespaces }: EgressHosts,
  features: Features
): readonly Service[] {
  if (namespaces === null) return ordered(registry).all
  const [only] = namespaces
  if (namespaces.length < 2) {
    return only === undefined ? [] : exportedFirst(registry.inNamespace(only))
  }
  return exportedFirst(namespaces.flatMap(one => registry.inNamespace(one)).sort(byAge(features)))
}

interface Ordered {
  /** Exported ones first. */
  readonly all: readonly Service[]
  /** Those of whose host there is no other. */
  readonly lone: ReadonlySet<Service>
}

const orders = new WeakMap<Registry, Ordered>()

/** What every namespace asks for alike is found once. */
function ordered(registry: Registry): Ordered {
  let found = orders.get(registry)
  if (found === undefined) {
    const isLone = ({ host }: Service) => registry.byHost(host.toLowerCase()).length === 1
    found = { all: exportedFirst(registry.all), lone: new Set(registry.all.filter(isLone)) }
    orders.set(registry, found)
  }
  return found
}

/**
 * One service out of several of one host, in order: Kubernetes before others; the ports of equal ones
 * of one namespace are joined. Source: pilot model/sidecar.go appendSidecarServices.
 */
export function mergedService(services: readonly Service[]): Service | undefined {
  let merged: Service | undefined
  for (const service of services) {
    if (merged === undefined) merged = service
    else if (isKubernetes(merged) !== isKubernetes(service)) {
      if (isKubernetes(service)) merged = service
    } else if (mergeable(merged, service)) {
      const known = new Set(merged.ports.map(port => port.number))
      const added = service.ports.filter(port => !known.has(port.number))
      if (added.length > 0) merged = { ...merged, ports: [...merged.ports, ...added] }
    }
  }
  return merged
}

function isKubernetes(service: Service): boolean {
  return service.registry !== 'External'
}

function mergeable(a: Service, b: Service): boolean {
  return (
    a.namespace === b.namespace &&
    a.resolution === b.resolution &&
    a.registry === b.registry &&
    sameMap(a.labels, b.labels) &&
    sameMap(a.selector ?? {}, b.selector ?? {}) &&
    a.exportToWritten === b.exportToWritten
  )
}

function sameMap(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>
): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key])
}
