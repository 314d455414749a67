import type { Manifest } from '../../manifest/manifest.ts'
import { isEmptySelector } from '../../mesh/selector.ts'
import { isAmbientNamespace } from '../ambient.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { isRedirected } from '../in-mesh.ts'
import { workloadLabels } from '../selector-text.ts'
import { selectedWorkloads } from '../sharing.ts'

export const ineffectiveSidecar = defineAnalyzer({
  id: 'sidecar/ineffective-sidecar',
  severity: 'warning',
  summary: 'A Sidecar is meant for workloads that have no sidecar.',
  why: 'In ambient mode ztunnel and waypoints carry the traffic, and they read no Sidecar.',
  fix: 'Remove the Sidecar, or take the workloads out of ambient mode.',
  message: 'This Sidecar does nothing: {what} in ambient mode.',
  sources: ['IST0167'],
  since: '1.21',
  check({ mesh, report }) {
    const labelsOf = ({ spec }: Manifest) => workloadLabels(spec.workloadSelector)
    const reported = new Set<Manifest>()
    for (const { pod, by } of selectedWorkloads(mesh, 'Sidecar', labelsOf)) {
      if (!isRedirected(pod)) continue
      for (const manifest of by) {
        if (reported.has(manifest)) continue
        reported.add(manifest)
        report(
          manifest,
          ['spec', 'workloadSelector', 'labels'],
          { what: `workload "${pod.name}" is` },
          { part: 'key' }
        )
      }
    }
    for (const manifest of mesh.of('Sidecar')) {
      if (!isEmptySelector(labelsOf(manifest))) continue
      const { namespace } = manifest.ref
      if (!isAmbientNamespace(mesh, namespace)) continue
      report(manifest, ['metadata', 'name'], { what: `namespace "${namespace}" is` })
    }
  }
})
