import { textMap } from '../../mesh/json.ts'
import { selectorText } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podsOf } from '../pods.ts'
import { absence } from '../selector-text.ts'

export const unknownWorkload = defineAnalyzer({
  id: 'gateway/unknown-workload',
  severity: 'error',
  summary: 'A Gateway selects no gateway pods.',
  why: 'Nobody opens its ports: hosts that only it serves cannot be reached.',
  fix: 'Select by labels of the gateway pods, such as `istio: ingressgateway`; they may run in any namespace.',
  message: 'No workload carries {selector}, so nobody opens the ports of this Gateway.',
  sources: ['IST0101', 'KIA0302'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('Gateway')) {
      const selector = textMap(manifest.spec.selector)
      const pods = podsOf(mesh)
      if (!mesh.complete) {
        // Gateway pods usually come with the installation, from elsewhere: only where git holds pods that
        // carry one of the labels with another value is a missing one a mistake.
        const [key] = Object.keys(selector)
        if (key === undefined || !pods.all.some(pod => isGatewayLike(pod.labels[key]))) continue
      }
      if (pods.selectedBy(selector, undefined, 1).length > 0) continue
      report(
        manifest,
        ['spec', manifest.spec.selector === undefined ? 'servers' : 'selector'],
        { selector: selectorText(selector) },
        { certainty: absence(mesh), ...(manifest.spec.selector === undefined && { part: 'key' }) }
      )
    }
  }
})

function isGatewayLike(value: string | undefined): boolean {
  return value !== undefined && /gateway/i.test(value)
}
