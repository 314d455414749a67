import type { FieldPath } from '../../finding.ts'
import type { JsonMap } from '../../manifest/manifest.ts'
import { text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { ambientHttpPolicies } from '../http-policies.ts'
import { usedWaypoint } from '../waypoint-use.ts'

export const missingWaypoint = defineAnalyzer({
  id: 'policy/missing-waypoint',
  severity: 'warning',
  summary: 'A policy about HTTP is for something in ambient mode that no waypoint serves.',
  why: 'Connections pass a waypoint only where the Service, the pod or the Namespace carries `istio.io/use-waypoint`. Without it they go from ztunnel to ztunnel, and nobody reads HTTP on the way.',
  fix: 'Label the Service or the Namespace with `istio.io/use-waypoint`, and add the waypoint if there is none.',
  message: 'What this {kind} says about HTTP is enforced nowhere: {what} uses no waypoint.',
  sources: ['KIA0109', 'KIA1110', 'KIA1111', 'KIA1112', 'KIA1317'],
  since: '1.22',
  check({ mesh, report }) {
    for (const { manifest, targets, codes } of ambientHttpPolicies(mesh)) {
      const { kind, namespace } = manifest.ref
      const sources = codes.waypoint
      if (targets.length === 0) {
        if (usedWaypoint(mesh, {}, namespace) !== null) continue
        const what = `namespace "${namespace}"`
        report(manifest, ['metadata', 'name'], { kind, what }, { sources })
        continue
      }
      for (const [index, target] of targets.entries()) {
        const what = unserved(mesh, target, namespace)
        const several = manifest.spec.targetRef !== target
        const path: FieldPath = several ? ['spec', 'targetRefs', index] : ['spec', 'targetRef']
        if (what !== null) report(manifest, [...path, 'name'], { kind, what }, { sources })
      }
    }
  }
})

/** A Service or ServiceEntry of git without a waypoint; a Gateway is one itself. */
function unserved(mesh: Mesh, target: JsonMap, namespace: string): string | null {
  const kind = text(target.kind)
  if (kind !== 'Service' && kind !== 'ServiceEntry') return null
  const group = kind === 'Service' ? '' : 'networking.istio.io'
  const name = text(target.name) ?? ''
  const held = mesh.get({ group, kind, namespace, name })
  if (held === undefined || usedWaypoint(mesh, held.labels, namespace) !== null) return null
  return `${kind} "${name}"`
}
