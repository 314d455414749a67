import type { Manifest } from '../../manifest/manifest.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { isEmptySelector, type Labels, selectorText, selects } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { targetsOf } from '../http-policies.ts'
import { podsOf } from '../pods.ts'
import { absence, matchLabels, workloadLabels } from '../selector-text.ts'

/** Kinds that have no analyzer of their own for this. */
const KINDS: Readonly<Record<string, (manifest: Manifest) => Labels>> = {
  EnvoyFilter: ({ spec }) => workloadLabels(spec.workloadSelector),
  PeerAuthentication: ({ spec }) => matchLabels(spec.selector),
  ProxyConfig: ({ spec }) => matchLabels(spec.selector),
  RequestAuthentication: ({ spec }) => matchLabels(spec.selector),
  TrafficExtension: ({ spec }) => matchLabels(spec.selector),
  WasmPlugin: ({ spec }) => matchLabels(spec.selector)
}

export const unknownWorkload = defineAnalyzer({
  id: 'policy/unknown-workload',
  severity: 'warning',
  summary: 'A policy selects no workload.',
  why: 'It does nothing. A misspelt label is the usual reason, or a policy in another namespace than its workloads; only those of the root namespace reach beyond their own.',
  fix: 'Select by labels that the pod templates carry, in the namespace of the policy.',
  message: 'No workload of {where} carries {selector}.',
  sources: ['KIA0004'],
  check({ mesh, report }) {
    for (const [kind, labelsOf] of Object.entries(KINDS)) {
      for (const manifest of mesh.of(kind)) {
        const labels = labelsOf(manifest)
        if (isEmptySelector(labels) || targetsOf(manifest).length > 0) continue
        const { namespace } = manifest.ref
        const isRoot = namespace === mesh.config.rootNamespace
        // Told by an analyzer of its own: it selects nothing, whatever is there.
        if (isRoot && kind === 'PeerAuthentication') continue
        if (isSelected(mesh, labels, isRoot ? null : namespace)) continue
        const field = kind === 'EnvoyFilter' ? 'workloadSelector' : 'selector'
        const where = isRoot ? 'the mesh' : `namespace "${namespace}"`
        report(
          manifest,
          ['spec', field],
          { where, selector: selectorText(labels) },
          { part: 'key', certainty: absence(mesh) }
        )
      }
    }
  }
})

/** Whether some workload is meant, or may be meant that git does not hold. */
function isSelected(mesh: Mesh, labels: Labels, namespace: string | null): boolean {
  const pods = podsOf(mesh)
  if (pods.selectedBy(labels, namespace ?? undefined, 1).length > 0) return true
  const entries = mesh.workloads.filter(({ manifest }) => manifest.ref.kind === 'WorkloadEntry')
  const inReach = entries.filter(one => namespace === null || one.namespace === namespace)
  if (inReach.some(one => selects(labels, one.labels))) return true
  if (mesh.complete) return false
  // What is in reach of the root namespace is mostly applied from other repositories.
  if (namespace === null) return true
  // Where git holds no workload with such labels in the namespace, they are taken to live elsewhere.
  return !pods
    .in(namespace)
    .some(pod => Object.keys(labels).every(key => pod.labels[key] !== undefined))
}
