import { type Dataplane, dataplane } from '../dataplane/dataplane.ts'
import { proxyClasses } from '../dataplane/proxies.ts'
import { describeRef, type UnknownDraft } from '../finding.ts'
import { canonical, fingerprint } from '../fingerprint.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { EffectDraft, FacetChange } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'
import { changedFirst, inOrder, ordersOf } from './orders.ts'
import { outcomeWords } from './outcome-words.ts'
import { podsIn } from './pods.ts'
import { domainOf } from './risk.ts'
import { type Rivals, rivalsOf } from './rivals.ts'
import type { RouteEffect } from './route-effect.ts'
import { type RoutingResult, routingEffects } from './routing-effects.ts'
import { listWords } from './words.ts'

/** More comparisons than this for the sake of orders are not made. */
const runLimit = 96

/** One comparison of both sides under one order of creation. */
interface Run extends Pick<RoutingResult, 'reached' | 'effects'> {
  readonly order: readonly string[]
}

/**
 * What both sides route differently, whatever the order in which rivals were created. Git does not hold that order:
 * effects that all orders share are effects; where orders disagree there is one `order-dependent` effect that says
 * what each of them gives.
 */
export function routingInEveryOrder(
  base: Mesh,
  head: Mesh,
  changes: readonly ManifestChange[]
): RoutingResult {
  const classes = proxyClasses(base, head)
  const compiled = { base: dataplane(base), head: dataplane(head) }
  const given = routingEffects({ ...compiled, classes, changes })
  const unknown: UnknownDraft[] = [...given.unknown]
  const dependent: RouteEffect[] = []
  const disputed = new Set<string>()
  let left = runLimit
  for (const rivals of rivalsOf(base, head, changes)) {
    const all = ordersOf(rivals, left)
    const isAll = all !== null && all.length <= left + 1
    if (!isAll) unknown.push(unchecked(rivals))
    const orders = isAll ? all : changedFirst(rivals).slice(0, left + 1)
    const [first, ...others] = orders
    if (first === undefined || others.length === 0) continue
    left -= others.length
    const within = rivals.members.map(key => ({
      base: objectOf(base, rivals, key),
      head: objectOf(head, rivals, key)
    }))
    const run = (order: readonly string[], sides: { base: Dataplane; head: Dataplane }): Run => {
      const { reached, effects } = routingEffects({ ...sides, classes, changes, within })
      return { order, reached, effects }
    }
    const ordered = (order: readonly string[]): Run =>
      run(order, {
        base: dataplane(inOrder(base, rivals.kind, order)),
        head: dataplane(inOrder(head, rivals.kind, order))
      })
    // Services are ordered by host, not by the names of the objects that bring them.
    const runs = [rivals.kind === 'ServiceEntry' ? ordered(first) : run(first, compiled)]
    for (const order of others) runs.push(ordered(order))
    const common = inAll(runs)
    for (const { effects } of runs) {
      for (const effect of effects) if (!common.has(keyOf(effect))) disputed.add(keyOf(effect))
    }
    dependent.push(...dependentEffects(runs, common, rivals))
  }
  const shared = given.effects.filter(effect => !disputed.has(keyOf(effect)))
  return { ...given, unknown, effects: [...shared, ...dependent] }
}

/** The object as a side has it; null where it does not. */
function objectOf(mesh: Mesh, { manifests }: Rivals, key: string): Manifest | null {
  const manifest = manifests.get(key)
  return manifest === undefined ? null : (mesh.get(manifest.ref) ?? null)
}

/** Which Gateways and Ingresses a host is told with follows from their order, and no request shows it. */
function keyOf({ draft: { kind, mesh, subject, changes, region }, proxy }: RouteEffect): string {
  const { gateway: _, ...place } = subject
  return canonical([proxy.id, kind, mesh, place, changes, region])
}

function inAll([first, ...rest]: readonly Run[]): Set<string> {
  const common = new Set((first?.effects ?? []).map(keyOf))
  for (const { effects } of rest) {
    const own = new Set(effects.map(keyOf))
    for (const key of common) if (!own.has(key)) common.delete(key)
  }
  return common
}

/** One effect for each proxy class, subject and region about which the orders disagree. */
function dependentEffects(
  runs: readonly Run[],
  common: ReadonlySet<string>,
  rivals: Rivals
): RouteEffect[] {
  const disputed = new Map<string, RouteEffect[]>()
  for (const { effects } of runs) {
    for (const effect of effects) {
      if (common.has(keyOf(effect))) continue
      const key = placeOf(effect)
      disputed.set(key, [...(disputed.get(key) ?? []), effect])
    }
  }
  return [...disputed.values()].flatMap(effects => dependentEffect(effects, runs, rivals) ?? [])
}

function placeOf({ draft: { subject, region }, proxy }: RouteEffect): string {
  const { name, namespace, port, gateway } = subject
  return [proxy.id, name, namespace, port, gateway, region].join('\n')
}

function dependentEffect(
  effects: readonly RouteEffect[],
  runs: readonly Run[],
  rivals: Rivals
): RouteEffect | null {
  const chosen = effects.find(({ draft }) => draft.direction === 'break') ?? effects[0]
  const request = chosen?.draft.witness?.request
  if (chosen === undefined || request === undefined) return null
  const { draft, proxy } = chosen
  const changes = outcomesByOrder(runs, chosen, rivals)
  const names = rivals.members.map(key => nameOf(rivals, key))
  const breaks = effects.some(effect => effect.draft.direction === 'break')
  const made: EffectDraft = {
    ...draft,
    kind: 'order-dependent',
    domain: domainOf['order-dependent'],
    direction: breaks ? 'break' : 'move',
    severity: breaks ? 'error' : 'warning',
    changes,
    causes: distinctCauses(effects),
    certainty: 'assumed',
    assumptions: [
      ...draft.assumptions,
      {
        kind: 'creation-order',
        params: { first: names[0] ?? '', second: listWords(names.slice(1)) }
      }
    ],
    fingerprint: fingerprint(['order-dependent', draft.mesh, draft.subject, names, draft.region])
  }
  return { draft: made, proxy, again: chosen.again }
}

/** What each order makes of the witness, orders with the same answer in one line. */
function outcomesByOrder(runs: readonly Run[], chosen: RouteEffect, rivals: Rivals): FacetChange[] {
  const { draft, again } = chosen
  const request = draft.witness?.request
  if (request === undefined) return []
  const routed = runs.map(({ order, reached }) => {
    const [before = '', after = ''] = [reached.base, reached.head].map(side =>
      outcomeWords(again(side, podsIn(side.mesh)), draft.subject.namespace)
    )
    return { order, before, after }
  })
  const isOne = new Set(routed.map(({ before, after }) => `${before}\n${after}`)).size < 2
  const told = isOne ? settingsByOrder(runs, placeOf(chosen), rivals) : routed
  const answers = new Map<string, Answer>()
  for (const { order, before, after } of told) {
    const key = `${before}\n${after}`
    const known = answers.get(key) ?? { before, after, orders: [] }
    answers.set(key, {
      ...known,
      orders: [...known.orders, order.map(one => shortName(rivals, one))]
    })
  }
  const all = [...answers.values()]
  return all.map(answer => ({
    facet: `if ${orderWords(answer, all)}`,
    before: answer.before,
    after: answer.after
  }))
}

/** Where requests go alike in every order: what is set otherwise for them. */
function settingsByOrder(
  runs: readonly Run[],
  place: string,
  { manifests, members }: Rivals
): (Pick<Run, 'order'> & { before: string; after: string })[] {
  const found = runs.map(
    ({ effects }) => effects.find(one => placeOf(one) === place)?.draft.changes
  )
  // One rival alone has no order: base is the same in each.
  const [first] = runs
  const mesh = first?.reached.base.mesh
  const inBase = members.filter(key => {
    const manifest = manifests.get(key)
    return manifest !== undefined && mesh?.get(manifest.ref) !== undefined
  })
  const told = found.find(changes => changes !== undefined) ?? []
  const words = (side: 'before' | 'after', changes: readonly FacetChange[]) =>
    changes.map(one => `${one.facet} ${one[side]}`).join(', ')
  const unchanged = inBase.length < 2 ? words('before', told) : 'as before'
  return runs.map(({ order }, index) => {
    const changes = found[index]
    return changes === undefined
      ? { order, before: unchanged, after: unchanged }
      : { order, before: words('before', changes), after: words('after', changes) }
  })
}

interface Answer {
  readonly before: string
  readonly after: string
  /** Names of the rivals, oldest first. */
  readonly orders: readonly (readonly string[])[]
}

/** Mostly the oldest alone decides; only where it does not, whole orders are named. */
function orderWords({ orders }: Answer, all: readonly Answer[]): string {
  const oldest = new Set(orders.map(([first = '']) => first))
  const decides = all.every(
    other => other.orders === orders || !other.orders.some(([first = '']) => oldest.has(first))
  )
  if (decides) {
    const isPair = orders[0]?.length === 2
    return `${[...oldest].sort().join(' or ')} is ${isPair ? 'older' : 'the oldest'}`
  }
  const said = orders.slice(0, 3).map(order => `${order.join(', ')} are of that age`)
  return `${said.join(' or ')}${orders.length > 3 ? ` or ${orders.length - 3} more orders` : ''}`
}

function shortName({ manifests }: Rivals, key: string): string {
  const ref = manifests.get(key)?.ref
  return ref === undefined ? key : `${ref.namespace}/${ref.name}`
}

function nameOf({ manifests }: Rivals, key: string): string {
  const ref = manifests.get(key)?.ref
  return ref === undefined ? key : describeRef(ref)
}

function distinctCauses(effects: readonly RouteEffect[]): EffectDraft['causes'] {
  const seen = new Map<string, EffectDraft['causes'][number]>()
  for (const { draft } of effects) {
    for (const cause of draft.causes) {
      seen.set(JSON.stringify([cause.side, cause.ref, cause.at.path]), cause)
    }
  }
  return [...seen.values()]
}

function unchecked(rivals: Rivals): UnknownDraft {
  const names = rivals.members.map(key => nameOf(rivals, key))
  const [first] = rivals.members
  const manifest = first === undefined ? undefined : rivals.manifests.get(first)
  return {
    reason: 'budget',
    message: `${names.length} objects compete (${names.slice(0, 3).join(', ')}, …), the older ones win, git does not hold their age, and there are too many orders to compare`,
    subject: manifest?.ref ?? null,
    at: manifest === undefined ? null : { manifest, path: ['metadata', 'name'] }
  }
}
