import { isEmptySelector, selectorText } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podsOf } from '../pods.ts'
import { absence, matchLabels } from '../selector-text.ts'

export const unknownWorkload = defineAnalyzer({
  id: 'telemetry/unknown-workload',
  severity: 'error',
  summary: 'A Telemetry selects no workload of its namespace.',
  why: 'It does nothing: the pods that were meant keep what the namespace or the mesh says about logs, metrics and traces.',
  fix: 'Select by labels that the pod templates carry.',
  message: 'No workload of namespace "{namespace}" carries {selector}.',
  sources: ['IST0101', 'KIA0004'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('Telemetry')) {
      const { namespace } = manifest.ref
      const selector = matchLabels(manifest.spec.selector)
      if (isEmptySelector(selector)) continue
      const pods = podsOf(mesh)
      // Where git holds no workload of the namespace at all, they are taken to live elsewhere.
      if (pods.in(namespace).length === 0 && !mesh.complete) continue
      if (pods.selectedBy(selector, namespace, 1).length > 0) continue
      report(
        manifest,
        ['spec', 'selector', 'matchLabels'],
        { namespace, selector: selectorText(selector) },
        { certainty: absence(mesh) }
      )
    }
  }
})
