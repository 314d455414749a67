import { filled, mapOrEmpty } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'

/** Service accounts that git knows: declared ones, those of pods and workload entries, and `default` of each namespace. */
export interface ServiceAccounts {
  /** `undefined`: git holds neither accounts nor workloads of the namespace, so that nobody can tell. */
  has(namespace: string, name: string): boolean | undefined
  /** As `<namespace>/sa/<name>`, for patterns. */
  readonly all: readonly { readonly namespace: string; readonly name: string }[]
}

export function serviceAccounts(mesh: Mesh): ServiceAccounts {
  const byNamespace = new Map<string, Set<string>>()
  const add = (namespace: string, name: string): void => {
    const known = byNamespace.get(namespace) ?? new Set(['default'])
    byNamespace.set(namespace, known.add(name))
  }
  for (const { ref } of mesh.of('ServiceAccount')) add(ref.namespace, ref.name)
  for (const { namespace, serviceAccount } of mesh.workloads) {
    if (serviceAccount !== '') add(namespace, serviceAccount)
  }
  for (const { ref, spec } of mesh.of('WorkloadGroup')) {
    const name = filled(mapOrEmpty(spec.template).serviceAccount)
    if (name !== undefined) add(ref.namespace, name)
  }
  return {
    has(namespace, name) {
      const known = byNamespace.get(namespace)
      if (known !== undefined) return known.has(name)
      return mesh.complete ? false : undefined
    },
    all: [...byNamespace].flatMap(([namespace, names]) =>
      [...names].map(name => ({ namespace, name }))
    )
  }
}
