import type { Manifest } from '../../manifest/manifest.ts'
import { list } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { type Labels, selectorText, selects } from '../../mesh/selector.ts'
import { workload } from '../../mesh/workload.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { inMesh } from '../in-mesh.ts'
import { podsOf } from '../pods.ts'
import { absence, matchLabels } from '../selector-text.ts'

export const unknownWorkload = defineAnalyzer({
  id: 'authorization-policy/unknown-workload',
  severity: 'warning',
  summary: 'An AuthorizationPolicy holds for no workload of the mesh.',
  why: 'It protects nothing. A misspelt label is the usual reason, or a policy for pods that have no proxy to enforce it.',
  fix: 'Select by labels that the pod templates carry, in the namespace of the policy, and see to it that those pods are in the mesh.',
  message: 'This policy protects nothing: {reason}.',
  sources: ['IST0127', 'KIA0004'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      const { namespace } = manifest.ref
      const { selector, targetRef, targetRefs } = manifest.spec
      // Those are attached by reference, not by labels.
      if (targetRef !== undefined || list(targetRefs).length > 0) continue
      const wide = namespace === mesh.config.rootNamespace
      const unselected = selector === undefined || selector === null
      if (wide && unselected) continue
      const labels = matchLabels(selector)
      if (protects(mesh, manifest, labels, wide)) continue
      const where = wide ? 'the mesh' : `namespace "${namespace}"`
      const reason = unselected
        ? `${where} has no workload in the mesh`
        : `no workload in ${where} carries ${selectorText(labels)} and is in the mesh`
      report(
        manifest,
        unselected ? ['metadata', 'name'] : ['spec', 'selector'],
        { reason },
        { certainty: absence(mesh), ...(!unselected && { part: 'key' }) }
      )
    }
  }
})

/** Whether the policy holds for some pod in the mesh, or may hold for one that git does not hold. */
function protects(mesh: Mesh, { ref }: Manifest, labels: Labels, wide: boolean): boolean {
  const pods = podsOf(mesh)
  const held = wide ? pods.all : pods.in(ref.namespace)
  if (held.length === 0 && !mesh.complete) return true
  // Gateway pods and the like come from elsewhere: only where some pod has such labels is another value a mistake.
  if (wide && !mesh.complete && !held.some(pod => hasKeys(pod.labels, labels))) return true
  const found = pods.selectedBy(labels, wide ? undefined : ref.namespace)
  if (found.some(pod => inMesh(pod, mesh) !== false)) return true
  // A WorkloadEntry is protected by the proxy beside it; istioctl does not look at them.
  if (mesh.complete) return false
  return mesh
    .of('WorkloadEntry')
    .flatMap(entry => workload(entry) ?? [])
    .some(one => (wide || one.namespace === ref.namespace) && selects(labels, one.labels))
}

function hasKeys(labels: Labels, wanted: Labels): boolean {
  return Object.keys(wanted).every(key => labels[key] !== undefined)
}
