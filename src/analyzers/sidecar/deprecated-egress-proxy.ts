import { isMap, mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const deprecatedEgressProxy = defineAnalyzer({
  id: 'sidecar/deprecated-egress-proxy',
  severity: 'warning',
  summary: 'A Sidecar sends unknown traffic to an egress proxy by a field that is not supported.',
  why: 'The field is not part of what Istio documents, and may be ignored: unknown traffic then leaves by the rules of the mode alone.',
  fix: 'Route to the egress gateway with a ServiceEntry and a VirtualService.',
  message:
    'Field outboundTrafficPolicy.egressProxy is not supported; route to the egress gateway with a VirtualService.',
  sources: ['IST0002'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('Sidecar')) {
      if (!isMap(mapOrEmpty(manifest.spec.outboundTrafficPolicy).egressProxy)) continue
      report(manifest, ['spec', 'outboundTrafficPolicy', 'egressProxy'], {}, { part: 'key' })
    }
  }
})
