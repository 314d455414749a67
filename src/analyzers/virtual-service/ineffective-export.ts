import { texts } from '../../mesh/json.ts'
import { isVisible, visibility } from '../../mesh/visibility.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { boundGateways, gatewayPods } from '../bound-gateways.ts'

export const ineffectiveExport = defineAnalyzer({
  id: 'virtual-service/ineffective-export',
  severity: 'warning',
  summary: 'Routes of a gateway are not exported to the namespace of its pods.',
  why: 'A gateway sees what is exported to the namespace in which its pods run, wherever the Gateway and the VirtualService are: these routes are sent to no pod, and their hosts are answered 404.',
  fix: 'Add the namespace of the gateway pods to `exportTo`, or leave `exportTo` out.',
  message:
    'The gateway pods run in namespace "{namespace}", to which these routes are not exported.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      const entries = texts(manifest.spec.exportTo)
      if (entries.length === 0) continue
      const to = visibility(entries, manifest.ref.namespace, entries)
      if (to === 'public') continue
      const gateways = boundGateways(mesh, manifest)
      const pods = gateways === null ? [] : gatewayPods(mesh, gateways)
      const [first] = pods
      if (first === undefined || pods.some(pod => isVisible(to, pod.namespace))) continue
      report(manifest, ['spec', 'exportTo'], { namespace: first.namespace }, { part: 'key' })
    }
  }
})
