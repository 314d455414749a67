import { text } from '../../mesh/json.ts'
import { ambientServices } from '../ambient-services.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const ineffectiveNamespace = defineAnalyzer({
  id: 'destination-rule/ineffective-namespace',
  severity: 'warning',
  summary:
    'Settings for a service behind a waypoint stand in a namespace where the waypoint does not look.',
  why: 'A waypoint looks DestinationRules up as every client does, with itself as the client: in its own namespace, in that of the service and in the root namespace. Those of the callers do not count for it.',
  fix: 'Move the DestinationRule to the namespace of the service.',
  message:
    'The waypoint of service "{service}" does not read this: it looks in namespace "{namespace}", not in "{own}".',
  sources: ['KIA0212'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('DestinationRule')) {
      const { namespace: own } = manifest.ref
      if (own === mesh.config.rootNamespace) continue
      const host = text(manifest.spec.host) ?? ''
      for (const { service, waypoint } of ambientServices(mesh, host, manifest)) {
        if (waypoint === null || service.namespace === own || waypoint.namespace === own) continue
        const { namespace } = service
        report(manifest, ['spec', 'host'], {
          service: `${namespace}/${service.name}`,
          namespace,
          own
        })
      }
    }
  }
})
