import type { UnknownDraft } from '../finding.ts'
import type { Workload } from '../mesh/workload.ts'
import { bears, keyOf, standingOf } from './membership.ts'
import type { SecurityContext } from './security-context.ts'
import { listWords } from './words.ts'

/**
 * Workloads that begin to be guarded by ztunnel and waypoints, or by a sidecar in their place: what the former let in
 * is not built. Those that leave the mesh from there are guarded by nothing, which is known.
 */
export function ambientMoves({ base, head, changes }: SecurityContext): readonly UnknownDraft[] {
  if (changes.every(({ equal }) => equal)) return []
  const before = new Map(base.mesh.workloads.map(one => [keyOf(one), one]))
  const moved = new Map<string, Workload[]>()
  for (const now of head.mesh.workloads) {
    const old = before.get(keyOf(now))
    if (old === undefined) continue
    const [was, is] = [standingOf(base.mesh, old).mode, standingOf(head.mesh, now).mode]
    if (was === is || is === 'none' || (was !== 'ambient' && is !== 'ambient')) continue
    const known = moved.get(now.namespace) ?? []
    moved.set(now.namespace, known)
    known.push(now)
  }
  return [...moved].map(([namespace, workloads]) => {
    const names = workloads.slice(0, 4).map(({ name }) => name)
    const more = workloads.length - names.length
    const who = more > 0 ? `${names.join(', ')} and ${more} more` : listWords(names)
    const message = `what ${who} in ${namespace} let in: pods of the ambient mesh are guarded by ztunnel and waypoints, which are not analysed yet`
    const [first] = workloads
    const cause = changes.find(one => !one.equal && first !== undefined && bears(one, first))
    const manifest = cause?.head ?? cause?.base ?? null
    const at = manifest === null ? null : { manifest, path: ['metadata'] }
    return { reason: 'opaque', message, subject: manifest?.ref ?? null, at }
  })
}
