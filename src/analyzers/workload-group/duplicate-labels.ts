import type { Manifest } from '../../manifest/manifest.ts'
import { mapOrEmpty, textMap } from '../../mesh/json.ts'
import { isEmptySelector, selectorText } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { put } from '../pods.ts'
import { othersOf } from '../sharing.ts'

export const duplicateLabels = defineAnalyzer({
  id: 'workload-group/duplicate-labels',
  severity: 'warning',
  summary: 'Several WorkloadGroups of a namespace give their machines the same labels.',
  why: 'Services and policies select by labels: machines of one group take the traffic and the policies that are meant for the other.',
  fix: 'Give the machines of each group a label of their own.',
  message: 'Machines of {others} carry {labels} as well.',
  sources: ['KIA1702'],
  check({ mesh, report }) {
    const groups = new Map<string, Manifest[]>()
    for (const manifest of mesh.of('WorkloadGroup')) {
      const labels = labelsOf(manifest)
      if (isEmptySelector(labels)) continue
      put(groups, `${manifest.ref.namespace}\n${selectorText(labels)}`, manifest)
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue
      for (const manifest of group) {
        const params = {
          others: othersOf(manifest, group),
          labels: selectorText(labelsOf(manifest))
        }
        report(manifest, ['spec', 'metadata', 'labels'], params, { part: 'key' })
      }
    }
  }
})

function labelsOf({ spec }: Manifest): Readonly<Record<string, string>> {
  return textMap(mapOrEmpty(spec.metadata).labels)
}
