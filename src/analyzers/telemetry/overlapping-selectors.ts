import type { Manifest } from '../../manifest/manifest.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { matchLabels } from '../selector-text.ts'
import { othersOf, selectedWorkloads } from '../sharing.ts'

export const overlappingSelectors = defineAnalyzer({
  id: 'telemetry/overlapping-selectors',
  severity: 'error',
  summary: 'Several Telemetries select one workload.',
  why: 'Only one of them holds for the pod, the one that was created first; what the others say about logs, metrics and traces is not done.',
  fix: 'Make the selectors exclude each other, or merge the Telemetries.',
  message:
    'Workload "{workload}" is selected by {others} as well; only the oldest of them takes effect.',
  sources: ['IST0159', 'KIA0003'],
  check({ mesh, report }) {
    const labelsOf = ({ spec }: Manifest) => matchLabels(spec.selector)
    for (const { pod, by } of selectedWorkloads(mesh, 'Telemetry', labelsOf)) {
      if (by.length < 2) continue
      for (const manifest of by) {
        report(manifest, ['spec', 'selector', 'matchLabels'], {
          workload: pod.name,
          others: othersOf(manifest, by)
        })
      }
    }
  }
})
