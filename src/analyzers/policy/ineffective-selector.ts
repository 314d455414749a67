import { list } from '../../mesh/json.ts'
import { GATEWAY_NAME } from '../../mesh/policy-attachment.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podsOf } from '../pods.ts'
import { matchLabels } from '../selector-text.ts'

const kinds = ['AuthorizationPolicy', 'RequestAuthentication', 'Telemetry', 'WasmPlugin'] as const

export const ineffectiveSelector = defineAnalyzer({
  id: 'policy/ineffective-selector',
  severity: 'warning',
  summary: 'A policy selects the pods of a Gateway of the Gateway API by labels.',
  why: 'Such pods are meant by `targetRefs`; selection by labels is only still honoured where istiod is told so, and waypoints ignore it altogether.',
  fix: 'Attach the policy with `targetRefs` to the Gateway.',
  message:
    'This policy selects pods of Gateway "{gateway}" by labels; they are reached by targetRefs.',
  sources: ['IST0166'],
  since: '1.21',
  check({ mesh, report }) {
    for (const kind of kinds) {
      for (const manifest of mesh.of(kind)) {
        const { selector, targetRef, targetRefs } = manifest.spec
        if (selector === undefined || selector === null) continue
        if (targetRef !== undefined || list(targetRefs).length > 0) continue
        const gateways = new Set<string>()
        const labels = matchLabels(selector)
        for (const pod of podsOf(mesh).selectedBy(labels, manifest.ref.namespace)) {
          const gateway = pod.labels[GATEWAY_NAME]
          if (gateway !== undefined) gateways.add(gateway)
        }
        for (const gateway of gateways) {
          report(manifest, ['spec', 'selector'], { gateway }, { part: 'key' })
        }
      }
    }
  }
})
