import type { Manifest } from '../../manifest/manifest.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { matchLabels } from '../selector-text.ts'
import { othersOf, selectedWorkloads } from '../sharing.ts'

export const overlappingSelectors = defineAnalyzer({
  id: 'peer-authentication/overlapping-selectors',
  severity: 'warning',
  summary: 'Several PeerAuthentications select one workload.',
  why: 'They are not merged, not even port by port: the one that was created first holds for the pod, the others do nothing. Which one that is does not stand in git.',
  fix: 'Make the selectors exclude each other, or merge the PeerAuthentications.',
  message:
    'Workload "{workload}" is selected by {others} as well; only the oldest of them takes effect.',
  sources: ['KIA0003'],
  check({ mesh, report }) {
    const labelsOf = ({ spec }: Manifest) => matchLabels(spec.selector)
    for (const { pod, by } of selectedWorkloads(mesh, 'PeerAuthentication', labelsOf)) {
      // Those of the root namespace are ignored.
      if (by.length < 2 || pod.namespace === mesh.config.rootNamespace) continue
      for (const manifest of by) {
        report(manifest, ['spec', 'selector', 'matchLabels'], {
          workload: pod.name,
          others: othersOf(manifest, by)
        })
      }
    }
  }
})
