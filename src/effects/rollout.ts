import type { Dataplane } from '../dataplane/dataplane.ts'
import { dataplane } from '../dataplane/dataplane.ts'
import { proxyClasses } from '../dataplane/proxies.ts'
import type { Outcome, OutcomeKind } from '../dataplane/request.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { refKey } from '../mesh/order.ts'
import { subjectWords } from './draft-parts.ts'
import { type ManifestChange, manifestChanges } from './manifest-change.ts'
import { outcomeWords } from './outcome-words.ts'
import { orderCanMatter, phases, type Step, stepWords } from './phases.ts'
import { podsIn } from './pods.ts'
import type { RouteEffect } from './route-effect.ts'
import { routingEffects } from './routing-effects.ts'
import { listWords } from './words.ts'

/** More changed objects than this are brought out in steps of their own, which nobody can foresee. */
const changeLimit = 200

/**
 * What the order in which a change is applied can break for a while, in sentences; empty where every order of its
 * parts is harmless. States in between are compiled and compared as both sides are: a request counts that base serves,
 * that head serves, and that fails in between.
 */
export function rolloutHazards(
  base: Mesh,
  head: Mesh,
  changes: readonly ManifestChange[]
): string[] {
  const moving = changes.filter(one => !one.equal)
  const steps = phases(moving, 'forward')
  if (steps.length < 2 || moving.length > changeLimit || !orderCanMatter(moving)) return []
  const hazards: string[] = []
  const end = dataplane(head)
  const never = unsafe(base, end, steps)
  if (never.length > 0) return never
  // One part alone, before those that should come first.
  for (const [index, step] of steps.entries()) {
    if (index === 0) continue
    const failing = failuresBetween(base, applied(base, step), end)
    if (failing.length === 0) continue
    const before = steps.slice(0, index).map(stepWords).join(', then ')
    hazards.push(
      `order matters: ${listWords(failing)} until the rest is applied, if this comes first: ${stepWords(step)}. Safe: ${before} before it`
    )
  }
  return hazards
}

/** The order that is recommended, checked in the same way. */
function unsafe(base: Mesh, end: Dataplane, steps: readonly Step[]): string[] {
  let state = base
  for (const step of steps.slice(0, -1)) {
    state = applied(state, step)
    const failing = failuresBetween(base, state, end)
    if (failing.length === 0) continue
    return [
      `no order of whole objects is safe: ${listWords(failing)} after "${stepWords(step)}", until the rest is applied. First apply a version of what is changed that holds the old and the new names, take the old ones out last`
    ]
  }
  return []
}

function applied(mesh: Mesh, { apply, remove }: Step): Mesh {
  const gone = new Set([...apply, ...remove].map(({ ref }) => refKey(ref)))
  const kept = mesh.manifests.filter(({ ref }) => !gone.has(refKey(ref)))
  return mesh.over([...kept, ...apply])
}

/** More subjects than this are told by their number. */
const nameLimit = 3

/** "requests to reviews in shop, port 9080 are answered …": what base and the end serve and a state between does not. */
function failuresBetween(base: Mesh, between: Mesh, end: Dataplane): string[] {
  const changes = manifestChanges(base.manifests, between.manifests)
  const { effects } = routingEffects({
    base: dataplane(base),
    head: dataplane(between),
    classes: proxyClasses(base, between),
    changes
  })
  const failing = new Set<string>()
  for (const effect of effects) {
    if (effect.draft.kind !== 'traffic-lost' || !servedAtLast(effect, end)) continue
    const { subject, witness } = effect.draft
    const becomes = witness === null ? 'fail' : failureWords(witness.after, subject.namespace)
    failing.add(`requests to ${subjectWords(subject)} ${becomes}`)
  }
  const all = [...failing]
  return all.length <= nameLimit
    ? all
    : [...all.slice(0, nameLimit), `${all.length - nameLimit} more`]
}

function failureWords({ settings: _, ...outcome }: Outcome, namespace: string | undefined): string {
  return `become: ${outcomeWords(outcome, namespace)}`
}

const fails: ReadonlySet<OutcomeKind> = new Set<OutcomeKind>([
  'no-virtual-host',
  'no-route',
  'no-cluster',
  'no-endpoints',
  'reset',
  'closed',
  'blackhole',
  'config-refused',
  'unknown'
])

function servedAtLast({ again }: RouteEffect, end: Dataplane): boolean {
  const outcome = again(end, podsIn(end.mesh))
  if (outcome.outcome === 'direct-response') return (outcome.status ?? 0) < 400
  const lost = outcome.destinations.some(one => one.missing === true)
  return !fails.has(outcome.outcome) && !lost
}
