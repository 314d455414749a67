import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { qualify } from '../../mesh/host.ts'
import { list, texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { destinationsOf } from '../destinations.ts'
import { put } from '../pods.ts'

export const ineffectiveSubsetRouting = defineAnalyzer({
  id: 'virtual-service/ineffective-subset-routing',
  severity: 'warning',
  summary:
    'A gateway route leads to a host whose own VirtualService shares requests out among subsets.',
  why: 'A gateway sends the request straight to the cluster of the destination. Routes that another VirtualService has for that host hold for sidecars only, so the requests of the gateway reach all subsets.',
  fix: 'Repeat the subsets in the route of the gateway, or let the gateway use the other VirtualService as a delegate.',
  message:
    'Requests of this gateway route reach every subset of "{host}": the subsets that {others} chooses hold inside the mesh only.',
  sources: ['IST0140'],
  check({ mesh, report }) {
    const byHost = subsetRoutes(mesh)
    for (const manifest of mesh.of('VirtualService')) {
      if (list(manifest.spec.gateways).length === 0) continue
      for (const { host, written, path, role, subset } of destinationsOf(
        manifest,
        mesh.config.clusterDomain
      )) {
        if (role !== 'route' || path[1] !== 'http' || subset !== undefined) continue
        const others = (byHost.get(host) ?? []).slice(0, 6).filter(other => other !== manifest)
        if (others.length === 0) continue
        const names = [...new Set(others)].map(other => describeRef(other.ref)).sort()
        report(
          manifest,
          [...path, 'host'],
          { host: written, others: names.join(', ') },
          {
            related: others.slice(0, 5).map(other => ({
              at: { manifest: other, path: ['spec', 'http'] },
              note: 'chooses here'
            }))
          }
        )
      }
    }
  }
})

/** VirtualServices that route to subsets of a host that is their own, by that host. */
function subsetRoutes(mesh: Mesh): ReadonlyMap<string, readonly Manifest[]> {
  const found = new Map<string, Manifest[]>()
  const domain = mesh.config.clusterDomain
  for (const manifest of mesh.of('VirtualService')) {
    const own = texts(manifest.spec.hosts).map(host =>
      qualify(host, manifest.ref.namespace, domain)
    )
    const hosts = new Set<string>()
    for (const { host, subset, path, role } of destinationsOf(manifest, domain)) {
      if (role !== 'route' || path[1] !== 'http' || subset === undefined) continue
      if (own.includes(host)) hosts.add(host)
    }
    for (const host of hosts) put(found, host, manifest)
  }
  return found
}
