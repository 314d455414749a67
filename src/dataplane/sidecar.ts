import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { map, mapOrEmpty, textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { type Labels, selects } from '../mesh/selector.ts'

export const sidecarReads = [['Sidecar', 'spec.workloadSelector.labels.*']] as const

/** Sidecar resources in the order in which a pod takes the first that fits. */
export interface SidecarIndex {
  /** The Sidecar of a pod; `null`: none, everything that is exported to the namespace. */
  for(namespace: string, labels: Labels): Manifest | null
  /** Those of a namespace that select by labels. */
  selecting(namespace: string): readonly Manifest[]
}

/**
 * Of the own namespace the oldest whose labels fit, else the oldest without selector, else the oldest
 * without selector of the root namespace. Source: pilot model/push_context.go doGetSidecarScope.
 */
export function sidecarIndex(mesh: Mesh): SidecarIndex {
  const selecting = new Map<string, Manifest[]>()
  const whole = new Map<string, Manifest>()
  for (const manifest of mesh.of('Sidecar')) {
    const { namespace } = manifest.ref
    if (map(manifest.spec.workloadSelector) !== undefined) {
      const known = selecting.get(namespace)
      if (known === undefined) selecting.set(namespace, [manifest])
      else known.push(manifest)
    } else if (!whole.has(namespace)) whole.set(namespace, manifest)
  }
  return {
    for(namespace, labels) {
      const found = selecting
        .get(namespace)
        ?.find(manifest => selects(selectorOf(manifest.spec), labels))
      return found ?? whole.get(namespace) ?? whole.get(mesh.config.rootNamespace) ?? null
    },
    selecting: namespace => selecting.get(namespace) ?? []
  }
}

export function selectorOf(spec: JsonMap): Labels {
  return textMap(mapOrEmpty(spec.workloadSelector).labels)
}
