import { isEmptySelector } from '../../mesh/selector.ts'
import { isAmbientNamespace } from '../ambient.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { workloadLabels } from '../selector-text.ts'
import { othersOf, severalInNamespace } from '../sharing.ts'

export const duplicateDefault = defineAnalyzer({
  id: 'sidecar/duplicate-default',
  severity: 'error',
  summary: 'A namespace has several Sidecars for all of its workloads.',
  why: 'They are not merged: the one that was created first holds, the others do nothing. Which one that is does not stand in git.',
  fix: 'Keep one Sidecar without `workloadSelector` in a namespace.',
  message:
    'Namespace "{namespace}" has another Sidecar without a selector, {others}; only the oldest takes effect.',
  sources: ['IST0111', 'KIA0002'],
  check({ mesh, report }) {
    const wide = mesh
      .of('Sidecar')
      .filter(({ spec }) => isEmptySelector(workloadLabels(spec.workloadSelector)))
    for (const group of severalInNamespace(wide)) {
      for (const manifest of group) {
        const { namespace } = manifest.ref
        if (isAmbientNamespace(mesh, namespace)) continue
        report(manifest, ['metadata', 'name'], { namespace, others: othersOf(manifest, group) })
      }
    }
  }
})
