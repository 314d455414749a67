import { defineAnalyzer } from '../analyzer.ts'
import { servicesFor } from '../destination-lookup.ts'
import { destinationsOf, namelessOf } from '../destinations.ts'
import { readersOf } from '../readers.ts'
import { absence } from '../selector-text.ts'

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
      const namespace = readersOf(manifest).join('", "')
      for (const { host, written, path } of destinationsOf(manifest, mesh.config.clusterDomain)) {
        if (servicesFor(mesh, written, manifest).length > 0) continue
        // A Service may always be applied from elsewhere: what git lacks is no more than assumed.
        report(manifest, [...path, 'host'], { host, namespace }, { certainty: absence(mesh) })
      }
      // Schema and webhook refuse these, and where they do this is theirs (review/twins.ts).
      for (const path of namelessOf(manifest, mesh.config.clusterDomain)) {
        report(manifest, path, { host: '', namespace }, { part: 'key' })
      }
    }
  }
})
