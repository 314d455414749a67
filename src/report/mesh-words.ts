import type { Effect } from '../effects/effect.ts'
import { canonical } from '../fingerprint.ts'

/** The meshes of an effect, its own first: `dev`, `staging`. */
export function meshesOf({ mesh, members }: Effect): readonly string[] {
  return [...new Set([mesh, ...members.map(member => member.mesh)])]
}

/** Members that are another subject, each once; those that differ by their mesh alone are named by that. */
export function otherSubjects({ subject, members }: Effect): Effect['members'] {
  const distinct = new Map(members.map(member => [canonical(member.subject), member]))
  distinct.delete(canonical(subject))
  return [...distinct.values()]
}
