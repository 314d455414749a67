import { isWildcard } from '../../mesh/host.ts'
import { text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { servicesFor } from '../destination-lookup.ts'
import { absence } from '../selector-text.ts'

export const unknownHost = defineAnalyzer({
  id: 'destination-rule/unknown-host',
  severity: 'warning',
  summary: 'A DestinationRule is for a host that is no Service and no ServiceEntry of the mesh.',
  why: 'Nothing looks it up, so none of its settings hold. A name with a dot, such as `reviews.prod`, is never completed to `reviews.prod.svc.cluster.local`.',
  fix: 'Correct the name, or add the Service or ServiceEntry.',
  message:
    'No Service or ServiceEntry has the host "{host}", so this DestinationRule holds for nothing.',
  sources: ['IST0174', 'KIA0202'],
  since: '1.25',
  check({ mesh, report }) {
    for (const manifest of mesh.of('DestinationRule')) {
      const host = text(manifest.spec.host) ?? ''
      if (host === '') continue
      // A pattern over hosts is a default for those that may come.
      if (isWildcard(host) && !mesh.complete) continue
      if (servicesFor(mesh, host, manifest).length > 0) continue
      report(manifest, ['spec', 'host'], { host }, { certainty: absence(mesh) })
    }
  }
})
