import { qualify } from '../../mesh/host.ts'
import { list, map, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { destinationsOf } from '../destinations.ts'
import { absence } from '../selector-text.ts'
import { wildcardIndex } from '../wildcards.ts'

export const unknownSubset = defineAnalyzer({
  id: 'virtual-service/unknown-subset',
  severity: 'error',
  summary:
    'A VirtualService sends requests to a subset that no DestinationRule of the host defines.',
  why: 'Istio builds a cluster for a subset only from a DestinationRule. Without it Envoy answers 503 to the share of requests that the route gives to the subset; no other subset takes them over.',
  fix: 'Add the subset to the DestinationRule of the host, and apply that before the VirtualService.',
  message: 'Subset "{subset}" of host "{host}" is defined by no DestinationRule.',
  sources: ['IST0101', 'KIA1107'],
  check({ mesh, report }) {
    const subsets = subsetsByHost(mesh)
    for (const manifest of mesh.of('VirtualService')) {
      for (const { host, subset, path } of destinationsOf(manifest, mesh.config.clusterDomain)) {
        if (subset === undefined || mesh.assumed.subsets.has(`${subset}|${host}`)) continue
        if (isDefined(subsets, host, subset)) continue
        report(manifest, [...path, 'subset'], { host, subset }, { certainty: absence(mesh) })
      }
    }
  }
})

interface Subsets {
  readonly exact: ReadonlyMap<string, ReadonlySet<string>>
  /** Subsets of every pattern that takes a host. */
  covering(host: string): readonly ReadonlySet<string>[]
}

function subsetsByHost(mesh: Mesh): Subsets {
  const found = new Map<string, Set<string>>()
  for (const { ref, spec } of mesh.of('DestinationRule')) {
    const host = qualify(text(spec.host) ?? '', ref.namespace, mesh.config.clusterDomain)
    const names = found.get(host) ?? new Set<string>()
    for (const subset of list(spec.subsets)) {
      const name = text(map(subset)?.name)
      if (name !== undefined) names.add(name)
    }
    found.set(host, names)
  }
  return { exact: found, covering: wildcardIndex(found) }
}

function isDefined({ exact, covering }: Subsets, host: string, subset: string): boolean {
  if (exact.get(host)?.has(subset) === true) return true
  return covering(host).some(names => names.has(subset))
}
