import { isEmptySelector, selectorText } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podsOf } from '../pods.ts'
import { absence, workloadLabels } from '../selector-text.ts'

export const unknownWorkload = defineAnalyzer({
  id: 'sidecar/unknown-workload',
  severity: 'error',
  summary: 'A Sidecar selects no workload of its namespace.',
  why: 'It does nothing: pods that were meant keep the configuration of the namespace or of the whole mesh, with every service in sight.',
  fix: 'Select by labels that the pod templates carry; a Sidecar never reaches into other namespaces.',
  message: 'No workload of namespace "{namespace}" carries {selector}.',
  sources: ['IST0101', 'KIA0004'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('Sidecar')) {
      const { namespace } = manifest.ref
      const selector = workloadLabels(manifest.spec.workloadSelector)
      if (isEmptySelector(selector)) continue
      const pods = podsOf(mesh)
      // Where git holds no workload of the namespace at all, they are taken to live elsewhere.
      if (pods.in(namespace).length === 0 && !mesh.complete) continue
      if (pods.selectedBy(selector, namespace, 1).length > 0) continue
      report(
        manifest,
        ['spec', 'workloadSelector', 'labels'],
        { namespace, selector: selectorText(selector) },
        { certainty: absence(mesh) }
      )
    }
  }
})
