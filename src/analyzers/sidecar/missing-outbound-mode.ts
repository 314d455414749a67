import { filled, map } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const missingOutboundMode = defineAnalyzer({
  id: 'sidecar/missing-outbound-mode',
  severity: 'warning',
  summary: 'A Sidecar has a policy for unknown traffic and no mode.',
  why: 'The mode that is not written is REGISTRY_ONLY, whatever the mesh configuration says: the workloads reach nothing outside of the registry. People who leave it out mostly mean the default of the mesh.',
  fix: 'Write `mode`, or remove `outboundTrafficPolicy` to take the one of the mesh.',
  message:
    'Field outboundTrafficPolicy has no mode, which means REGISTRY_ONLY; the mesh configuration says {mode}.',
  sources: ['KIA1007'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('Sidecar')) {
      const policy = map(manifest.spec.outboundTrafficPolicy)
      if (policy === undefined || filled(policy.mode) !== undefined || policy.mode === 0) continue
      const { outboundTrafficPolicy: mode } = mesh.config
      report(manifest, ['spec', 'outboundTrafficPolicy'], { mode }, { part: 'key' })
    }
  }
})
