import type { Dataplane } from '../dataplane/dataplane.ts'
import { dataplane } from '../dataplane/dataplane.ts'
import { proxyClasses } from '../dataplane/proxies.ts'
import type { Outcome, OutcomeKind } from '../dataplane/request.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { refKey } from '../mesh/order.ts'
import { subjectWords } from './draft-parts.ts'
import type { Witness } from './effect.ts'
import { type ManifestChange, manifestChanges } from './manifest-change.ts'
import { outcomeWords } from './outcome-words.ts'
import { orderCanMatter, phaseGroups, type Step, stepOf, stepWords } from './phases.ts'
import { podsIn } from './pods.ts'
import { routingEffects } from './routing-effects.ts'
import { listWords } from './words.ts'

/** More changed objects than this are brought out in steps of their own, which nobody can foresee. */
const changeLimit = 200

/** How a change is brought out. */
export interface Rollout {
  /** What is applied at once, in a safe order where there is one. */
  readonly groups: readonly (readonly ManifestChange[])[]
  /** What another order breaks for a while, in sentences; empty where every order of the groups is harmless. */
  readonly hazards: readonly string[]
}

/**
 * What the order in which a change is applied can break for a while. States in between are compiled and compared as
 * both sides are: a request counts that base serves, that head serves, and that in between fails or goes where neither
 * sends it.
 */
export function rollout(base: Mesh, head: Mesh, changes: readonly ManifestChange[]): Rollout {
  const moving = changes.filter(one => !one.equal)
  const groups = phaseGroups(moving)
  if (groups.length < 2 || moving.length > changeLimit || !orderCanMatter(moving)) {
    return { groups, hazards: [] }
  }
  const steps = groups.map(stepOf)
  const between = statesBetween(base, head, steps)
  const order = safeOrder(steps.length, between)
  if (order === null) return { groups, hazards: [noSafeOrder(steps, between)] }
  const ordered = order.map(index => steps[index]).filter(step => step !== undefined)
  const hazards = order.flatMap((index, place) => {
    const step = steps[index]
    // One part alone, before those that should come first.
    const failing = place === 0 || step === undefined ? [] : between(new Set([index]))
    if (failing.length === 0 || step === undefined) return []
    const before = ordered.slice(0, place).map(stepWords).join(', then ')
    return [
      `order matters: ${listWords(failing)} until the rest is applied, if this comes first: ${stepWords(step)}. Safe: ${before} before it`
    ]
  })
  return { groups: order.map(index => groups[index] ?? []), hazards }
}

/** What goes wrong where just these steps are applied. */
type Between = (done: ReadonlySet<number>) => readonly string[]

function statesBetween(base: Mesh, head: Mesh, steps: readonly Step[]): Between {
  const end = dataplane(head)
  const known = new Map<string, readonly string[]>()
  return done => {
    const key = [...done].sort((a, b) => a - b).join()
    let failing = known.get(key)
    if (failing === undefined) {
      const state = steps.filter((_, index) => done.has(index)).reduce(applied, base)
      failing = failuresBetween(base, state, end)
      known.set(key, failing)
    }
    return failing
  }
}

/** The order as given where it is safe, else the first one that is; null: none is. */
function safeOrder(count: number, between: Between): readonly number[] | null {
  const all = Array.from({ length: count }, (_, index) => index)
  const from = (done: readonly number[]): readonly number[] | null => {
    if (done.length === count) return done
    for (const next of all) {
      if (done.includes(next)) continue
      const further = [...done, next]
      const isLast = further.length === count
      if (!isLast && between(new Set(further)).length > 0) continue
      const found = from(further)
      if (found !== null) return found
    }
    return null
  }
  return from([])
}

function noSafeOrder(steps: readonly Step[], between: Between): string {
  const done = new Set<number>()
  for (const [index, step] of steps.entries()) {
    done.add(index)
    const failing = between(done)
    if (failing.length > 0) {
      return `no order of whole objects is safe: ${listWords(failing)} after "${stepWords(step)}", until the rest is applied. First apply a version of what is changed that holds the old and the new names, take the old ones out last`
    }
  }
  return ''
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
    const { kind, subject, region, witness } = effect.draft
    if (kind !== 'traffic-lost' && kind !== 'rerouted') continue
    const last = effect.again(end, podsIn(end.mesh))
    if (!isServed(last) || isThere(witness, last)) continue
    if (kind === 'rerouted' && !strays(witness, last)) continue
    const becomes = witness === null ? 'fail' : failureWords(witness.after, subject.namespace)
    const which = region.startsWith('every ') ? '' : ` (${region})`
    failing.add(`requests to ${subjectWords(subject)}${which} ${becomes}`)
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

function isServed({ outcome, status, destinations }: Outcome): boolean {
  if (outcome === 'direct-response') return (status ?? 0) < 400
  return !fails.has(outcome) && !destinations.some(one => one.missing === true)
}

/** What the state in between gives is what the end gives. */
function isThere(witness: Witness | null, last: Outcome): boolean {
  if (witness === null || witness.after.outcome !== last.outcome) return false
  const places = ({ destinations }: Outcome) => destinations.map(placeOf).sort().join()
  return places(witness.after) === places(last)
}

/** Goes for a while to a place that neither side sends it to. */
function strays(witness: Witness | null, last: Outcome): boolean {
  if (witness === null) return false
  const { before, after } = witness
  if ([before, after, last].some(({ outcome }) => outcome !== 'served')) return false
  const known = new Set([...before.destinations, ...last.destinations].map(placeOf))
  return after.destinations.some(one => !known.has(placeOf(one)))
}

function placeOf({ host, subset, port }: Outcome['destinations'][number]): string {
  return JSON.stringify([host, subset ?? '', port])
}
