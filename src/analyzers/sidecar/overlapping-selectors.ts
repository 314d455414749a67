import type { Manifest } from '../../manifest/manifest.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { isRedirected } from '../in-mesh.ts'
import { workloadLabels } from '../selector-text.ts'
import { othersOf, selectedWorkloads } from '../sharing.ts'

export const overlappingSelectors = defineAnalyzer({
  id: 'sidecar/overlapping-selectors',
  severity: 'error',
  summary: 'Several Sidecars select one workload.',
  why: 'Sidecars are never merged: the one that was created first holds for the pod, the others do nothing. Which one that is does not stand in git.',
  fix: 'Make the selectors exclude each other, or merge the Sidecars.',
  message:
    'Workload "{workload}" is selected by {others} as well; only the oldest of them takes effect.',
  sources: ['IST0110', 'KIA0003'],
  check({ mesh, report }) {
    const labelsOf = ({ spec }: Manifest) => workloadLabels(spec.workloadSelector)
    for (const { pod, by } of selectedWorkloads(mesh, 'Sidecar', labelsOf)) {
      if (by.length < 2 || isRedirected(pod)) continue
      for (const manifest of by) {
        report(manifest, ['spec', 'workloadSelector', 'labels'], {
          workload: pod.name,
          others: othersOf(manifest, by)
        })
      }
    }
  }
})
