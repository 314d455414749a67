import type { Mesh } from '../mesh/mesh.ts'
import { WORKLOAD_KINDS } from '../mesh/workload.ts'
import type { ManifestChange } from './manifest-change.ts'
import { sameJson } from './manifest-change.ts'

/** Which servers a change can reach. */
export interface ServerScope {
  /** `null`: those of every namespace. */
  readonly namespaces: ReadonlySet<string> | null
  /** Nothing that decides what servers let in has changed. */
  readonly empty: boolean
}

const POLICIES: ReadonlySet<string> = new Set([
  'AuthorizationPolicy',
  'RequestAuthentication',
  'PeerAuthentication'
])

const LOCAL: ReadonlySet<string> = new Set([
  ...WORKLOAD_KINDS,
  'Service',
  'ServiceEntry',
  'Sidecar',
  'Namespace'
])

/** Policies of the root namespace, the mesh configuration and the version reach every server. */
export function serverScope(
  base: Mesh,
  head: Mesh,
  changes: readonly ManifestChange[]
): ServerScope {
  const namespaces = new Set<string>()
  const roots = [base.config.rootNamespace, head.config.rootNamespace]
  const sameWorld =
    base.version.minor === head.version.minor && sameJson(base.config.raw, head.config.raw)
  let everywhere = !sameWorld
  for (const { base: before, head: after, equal } of changes) {
    const manifest = after ?? before
    if (equal || manifest === null) continue
    const { kind, namespace, name } = manifest.ref
    if (POLICIES.has(kind)) {
      if (roots.includes(namespace)) everywhere = true
      namespaces.add(namespace)
    } else if (LOCAL.has(kind)) {
      if (kind === 'Sidecar' && roots.includes(namespace)) everywhere = true
      namespaces.add(kind === 'Namespace' ? name : namespace)
    } else if (kind === 'Gateway') {
      // Gateway pods stand anywhere.
      for (const one of [...base.workloads, ...head.workloads]) namespaces.add(one.namespace)
    }
  }
  if (everywhere && !holdsPolicies(base) && !holdsPolicies(head)) everywhere = false
  return { namespaces: everywhere ? null : namespaces, empty: !everywhere && namespaces.size === 0 }
}

function holdsPolicies(mesh: Mesh): boolean {
  return [...POLICIES].some(kind => mesh.of(kind).length > 0)
}
