import type { Effect } from '../effects/effect.ts'
import { canonical, fingerprint } from '../fingerprint.ts'
import { refKey } from '../mesh/order.ts'

/**
 * Equal effects of several meshes as one, whose members name the others: one base that three overlays build is told
 * once. Equal is all that a reader sees but the mesh; where each is set may differ.
 * @param effects in the order of the report; the first of equal ones stands for them
 */
export function foldedAcrossMeshes(effects: readonly Effect[]): Effect[] {
  const groups = new Map<string, Effect[]>()
  for (const effect of effects) {
    const key = likeness(effect)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [effect])
    // Two effects of one mesh are two, however alike.
    else if (group.every(({ mesh }) => mesh !== effect.mesh)) group.push(effect)
    else groups.set(`${key}\n${effect.fingerprint}`, [effect])
  }
  return [...groups.values()].flatMap(group => {
    const [first, ...rest] = group
    if (first === undefined) return []
    const others = rest.flatMap(({ mesh, subject, proxy, region, fingerprint: own, members }) => [
      { mesh, subject, proxy, region, fingerprint: own },
      ...members
    ])
    return [named({ ...first, members: [...first.members, ...others] })]
  })
}

/** An effect that stands for others is named by all of them: a waiver of one of them is no waiver of the rest. */
function named(effect: Effect): Effect {
  if (effect.members.length === 0) return effect
  const all = [effect, ...effect.members].map(one => one.fingerprint)
  return { ...effect, fingerprint: fingerprint([...new Set(all)].sort()) }
}

function likeness(effect: Effect): string {
  const { kind, direction, severity, certainty, subject, proxy, region, changes, causes } = effect
  return canonical([
    kind,
    direction,
    severity,
    certainty,
    subject,
    proxy,
    region,
    changes,
    [...new Set(causes.map(cause => refKey(cause.ref)))].sort(),
    effect.members.map(member => [member.subject, member.region]),
    effect.witness === null ? null : [effect.witness.before.outcome, effect.witness.after.outcome]
  ])
}
