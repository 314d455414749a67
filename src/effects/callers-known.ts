import { identity } from '../dataplane/security/caller-identity.ts'
import type { Mesh } from '../mesh/mesh.ts'

/** Identities that people know: of the workloads in git, then one that stands for any other. */
export interface Callers {
  readonly principals: readonly string[]
}

/** More accounts than this are not named one by one. */
const MOST = 200

export function knownCallers(base: Mesh, head: Mesh): Callers {
  const found = new Set<string>()
  for (const mesh of [base, head]) {
    for (const { namespace, serviceAccount, manifest } of mesh.workloads) {
      if (manifest.ref.kind === 'WorkloadEntry' || serviceAccount === '') continue
      if (found.size < MOST) found.add(identity(mesh, namespace, serviceAccount))
    }
  }
  return { principals: [...[...found].sort(), identity(head, 'elsewhere', 'default')] }
}
