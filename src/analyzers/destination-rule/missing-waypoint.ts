import type { JsonMap } from '../../manifest/manifest.ts'
import { isMap, mapOrEmpty, text } from '../../mesh/json.ts'
import { ambientServices } from '../ambient-services.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { policiesOf } from '../traffic-policies.ts'

export const missingWaypoint = defineAnalyzer({
  id: 'destination-rule/missing-waypoint',
  severity: 'warning',
  summary: 'HTTP settings are written for a service in ambient mode that no waypoint serves.',
  why: 'In ambient mode ztunnel opens connections and reads no DestinationRule: limits, outlier detection and hashing by header or cookie are applied by waypoints, gateways and sidecars alone.',
  fix: 'Label the Service or its Namespace with `istio.io/use-waypoint`.',
  message: 'Callers in ambient mode do not use {field}: service "{service}" has no waypoint.',
  sources: ['KIA0210', 'KIA0211'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('DestinationRule')) {
      const used = [...policiesOf(manifest)].flatMap(({ policy, path }) => {
        const field = httpSetting(policy)
        return field === null ? [] : [{ field, path }]
      })
      const [first] = used
      if (first === undefined) continue
      const host = text(manifest.spec.host) ?? ''
      const [bare] = ambientServices(mesh, host, manifest).filter(one => one.waypoint === null)
      if (bare === undefined) continue
      const { field, path } = first
      const service = `${bare.service.namespace}/${bare.service.name}`
      report(manifest, [...path, field.split('.')[0] ?? ''], { field, service }, { part: 'key' })
    }
  }
})

function httpSetting({ loadBalancer, connectionPool, outlierDetection }: JsonMap): string | null {
  const hash = mapOrEmpty(mapOrEmpty(loadBalancer).consistentHash)
  if (hash.httpHeaderName !== undefined || hash.httpCookie !== undefined) {
    return 'loadBalancer.consistentHash'
  }
  if (isMap(mapOrEmpty(connectionPool).http)) return 'connectionPool.http'
  return isMap(outlierDetection) ? 'outlierDetection' : null
}
