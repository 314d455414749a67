import { membership } from '../../mesh/membership.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podsOf } from '../pods.ts'
import { namedWaypoint, USE_WAYPOINT } from '../waypoint-use.ts'

export const ineffectiveWaypoint = defineAnalyzer({
  id: 'workload/ineffective-waypoint',
  severity: 'warning',
  summary: 'Pods that are not in ambient mode are to use a waypoint.',
  why: 'The label counts for pods whose connections ztunnel takes. A sidecar in the pod takes them itself, and never asks a waypoint.',
  fix: 'Remove the label, or bring the pods into ambient mode with `istio.io/dataplane-mode: ambient`.',
  message:
    'Workload "{workload}" is not in ambient mode, so that no connection to it passes waypoint "{waypoint}".',
  sources: ['KIA1312'],
  check({ mesh, report }) {
    for (const pod of podsOf(mesh).all) {
      const waypoint = namedWaypoint(pod.labels, pod.namespace)
      if (waypoint === undefined || waypoint === null) continue
      const { mode, known } = membership(pod, mesh.namespaceLabelsOf(pod.namespace))
      if (mode === 'ambient' || (!known && !mesh.complete)) continue
      report(pod.manifest, [...pod.labelsPath, USE_WAYPOINT], {
        workload: pod.name,
        waypoint: waypoint.name
      })
    }
  }
})
