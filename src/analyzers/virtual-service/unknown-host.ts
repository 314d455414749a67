import type { Manifest } from '../../manifest/manifest.ts'
import { isSubset } from '../../mesh/host.ts'
import { texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { isVisible, visibility } from '../../mesh/visibility.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { destinationsOf } from '../destinations.ts'

export const unknownHost = defineAnalyzer({
  id: 'virtual-service/unknown-host',
  severity: 'error',
  summary:
    'A VirtualService sends requests to a host that is no Service and no ServiceEntry of the mesh.',
  why: 'Istio builds no cluster for a host that its registry does not hold, so Envoy answers 503 to every request of that route. A name with a dot, such as `reviews.prod`, is taken as it stands and never completed to `reviews.prod.svc.cluster.local`.',
  fix: 'Correct the name, add the Service or ServiceEntry, or export it (`exportTo`) to the namespace of the VirtualService.',
  message:
    'Host "{host}" is neither a Service nor a ServiceEntry that namespace "{namespace}" can see.',
  sources: ['IST0101', 'KIA1101'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      const namespaces = clientsOf(manifest, mesh)
      const [namespace = manifest.ref.namespace] = namespaces
      for (const { host, path } of destinationsOf(manifest, mesh.config.clusterDomain)) {
        if (namespaces.some(client => isKnown(mesh, host, client))) continue
        // A Service may always be applied from elsewhere: what git lacks is never more than assumed.
        report(manifest, [...path, 'host'], { host, namespace }, { certainty: 'assumed' })
      }
    }
  }
})

/** Namespaces whose proxies read the VirtualService; its own stands for all where everybody does. */
function clientsOf({ spec, ref }: Manifest, mesh: Mesh): readonly string[] {
  const exportTo = visibility(
    texts(spec.exportTo),
    ref.namespace,
    mesh.config.defaultVirtualServiceExportTo
  )
  return exportTo === 'public' || exportTo === 'none' ? [ref.namespace] : [...exportTo].sort()
}

/** Services that neither side holds and that are taken to exist stand in the registry too. */
function isKnown(mesh: Mesh, host: string, namespace: string): boolean {
  const { registry } = mesh
  const name = host.toLowerCase()
  if (registry.byHost(name).some(service => isVisible(service.exportTo, namespace))) return true
  return registry.wildcards.some(
    service => isSubset(name, service.host) && isVisible(service.exportTo, namespace)
  )
}
