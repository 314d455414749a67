import { isEmptySelector, selectorText } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podsOf } from '../pods.ts'
import { workloadLabels } from '../selector-text.ts'

export const ineffectiveRootSelector = defineAnalyzer({
  id: 'sidecar/ineffective-root-selector',
  severity: 'warning',
  summary: 'A Sidecar of the root namespace selects workloads by labels.',
  why: 'Without a selector it holds for the whole mesh; with one only for pods of the root namespace itself, which are rarely meant.',
  fix: 'Remove `workloadSelector` to set the default of the mesh, or move the Sidecar to the namespace of the workloads.',
  message:
    'This Sidecar holds for no other namespace than "{namespace}", the root namespace, where no workload carries {selector}.',
  sources: ['KIA1006'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('Sidecar')) {
      const { namespace } = manifest.ref
      if (namespace !== mesh.config.rootNamespace) continue
      const selector = workloadLabels(manifest.spec.workloadSelector)
      if (isEmptySelector(selector)) continue
      if (podsOf(mesh).selectedBy(selector, namespace, 1).length > 0) continue
      const params = { namespace, selector: selectorText(selector) }
      report(manifest, ['spec', 'workloadSelector'], params, { part: 'key' })
    }
  }
})
