import { list, texts } from '../../mesh/json.ts'
import { ambientServices } from '../ambient-services.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const missingWaypoint = defineAnalyzer({
  id: 'virtual-service/missing-waypoint',
  severity: 'warning',
  summary: 'Routes are written for a service in ambient mode that no waypoint serves.',
  why: 'In ambient mode ztunnel opens connections and reads no VirtualService. Callers in ambient mode reach the service as if there were no routes; only callers with sidecars and gateways use them.',
  fix: 'Label the Service or its Namespace with `istio.io/use-waypoint`.',
  message: 'Callers in ambient mode are not routed by this: service "{service}" uses no waypoint.',
  sources: ['KIA1109', 'KIA1113'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      const { spec } = manifest
      if (list(spec.http).length === 0 && list(spec.tls).length === 0) continue
      const gateways = texts(spec.gateways)
      if (gateways.length > 0 && !gateways.includes('mesh')) continue
      for (const [index, host] of texts(spec.hosts).entries()) {
        const [bare] = ambientServices(mesh, host, manifest).filter(one => one.waypoint === null)
        if (bare === undefined) continue
        const service = `${bare.service.namespace}/${bare.service.name}`
        report(manifest, ['spec', 'hosts', index], { service })
      }
    }
  }
})
