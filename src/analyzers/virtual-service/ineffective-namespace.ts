import { list, texts } from '../../mesh/json.ts'
import { ambientServices } from '../ambient-services.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const ineffectiveNamespace = defineAnalyzer({
  id: 'virtual-service/ineffective-namespace',
  severity: 'warning',
  summary:
    'Routes for a service behind a waypoint stand in a namespace where the waypoint does not look.',
  why: 'A waypoint takes VirtualServices of the namespace of the service and of its own; those of callers, which sidecars use, do not count for it.',
  fix: 'Move the VirtualService to the namespace of the service.',
  message:
    'The waypoint of service "{service}" does not read this: it looks in namespace "{namespace}", not in "{own}".',
  sources: ['KIA1114'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      const { spec, ref } = manifest
      if (list(spec.http).length === 0 && list(spec.tls).length === 0) continue
      const gateways = texts(spec.gateways)
      if (gateways.length > 0 && !gateways.includes('mesh')) continue
      for (const [index, host] of texts(spec.hosts).entries()) {
        for (const { service, waypoint } of ambientServices(mesh, host, manifest)) {
          if (waypoint === null || service.namespace === ref.namespace) continue
          if (waypoint.namespace === ref.namespace) continue
          report(manifest, ['spec', 'hosts', index], {
            service: `${service.namespace}/${service.name}`,
            namespace: service.namespace,
            own: ref.namespace
          })
        }
      }
    }
  }
})
