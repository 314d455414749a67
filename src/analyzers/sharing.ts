import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isEmptySelector, type Labels } from '../mesh/selector.ts'
import type { Workload } from '../mesh/workload.ts'
import { podsOf, put } from './pods.ts'

/** A workload with every object of one kind that selects it by labels. */
export interface Shared {
  readonly pod: Workload
  readonly by: readonly Manifest[]
}

/** Workloads that some object of a kind selects; objects without labels select nobody here. */
export function selectedWorkloads(
  mesh: Mesh,
  kind: string,
  labelsOf: (manifest: Manifest) => Labels
): readonly Shared[] {
  const byPod = new Map<Workload, Manifest[]>()
  const pods = podsOf(mesh)
  for (const manifest of mesh.of(kind)) {
    const labels = labelsOf(manifest)
    if (isEmptySelector(labels)) continue
    for (const pod of pods.selectedBy(labels, manifest.ref.namespace)) put(byPod, pod, manifest)
  }
  return [...byPod].map(([pod, by]) => ({ pod, by }))
}

/** Objects by namespace, of namespaces that hold more than one. */
export function severalInNamespace(
  manifests: readonly Manifest[]
): readonly (readonly Manifest[])[] {
  const byNamespace = new Map<string, Manifest[]>()
  for (const manifest of manifests) put(byNamespace, manifest.ref.namespace, manifest)
  return [...byNamespace.values()].filter(group => group.length > 1)
}

/** Others that a message names; many on one thing cost no more than few. */
const NAMED = 5

/** Names of the others, for people. */
export function othersOf(manifest: Manifest, all: readonly Manifest[]): string {
  const first = all.slice(0, NAMED + 1).filter(other => other !== manifest)
  const names = first.slice(0, NAMED).map(other => `"${other.ref.name}"`)
  const more = all.length - 1 - names.length
  return `${names.sort().join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
