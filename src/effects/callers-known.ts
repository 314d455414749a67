import { identity } from '../dataplane/security/caller-identity.ts'
import { membership } from '../mesh/membership.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Workload } from '../mesh/workload.ts'

/** Identities that people know: of the workloads in git, then one that stands for any other. */
export interface Callers {
  readonly principals: readonly string[]
  /** Workloads in git that have no proxy, and so no identity. */
  readonly outside: readonly Workload[]
}

/** More accounts than this are not named one by one. */
const MOST = 200

export function knownCallers(base: Mesh, head: Mesh): Callers {
  const found = new Set<string>()
  const outside = new Map<string, Workload>()
  for (const mesh of [base, head]) {
    for (const workload of mesh.workloads) {
      const { namespace, serviceAccount, manifest, name } = workload
      if (manifest.ref.kind === 'WorkloadEntry' || serviceAccount === '') continue
      if (membership(workload, mesh.namespaceLabelsOf(namespace)).mode === 'none') {
        if (outside.size < MOST) outside.set(`${namespace}/${name}`, workload)
      } else if (found.size < MOST) found.add(identity(mesh, namespace, serviceAccount))
    }
  }
  return {
    principals: [...[...found].sort(), identity(head, 'elsewhere', 'default')],
    outside: [...outside.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  }
}
