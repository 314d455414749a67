import type { Request } from '../../src/dataplane/request.ts'
import type { Effect } from '../../src/effects/effect.ts'
import type { Report } from '../../src/report/report.ts'
import type { SchemaSource } from '../../src/schema/schemas.ts'
import type { World } from '../generate/world.ts'
import type { IstioJudge } from '../judge/istio.ts'
import type { Answer, Job, ProxySpec } from '../judge/protocol.ts'
import { type Asked, askedBy, dialled } from './asked.ts'
import type { TellingEdit } from './edit.ts'
import { whyUnjudged } from './judged.ts'
import { diffPair, pairIn, shownBy, type TellingPair, type Verdict, verdictOf } from './telling.ts'
import { copyOf, nameOf, namespaceOf, type Tree, textAt } from './tree.ts'
import { choicesOf } from './worlds.ts'
import { oneFile } from './write.ts'

export interface BatchOptions {
  readonly minor: string
  readonly schemas: SchemaSource
  readonly judge: IstioJudge
  /** Puts witnesses to a real Envoy as well. */
  readonly envoy: boolean
  readonly seed: string
  readonly index: number
}

interface Prepared {
  readonly pair: TellingPair
  readonly report: Report
  readonly shown: Effect | null
  readonly asked: Asked | null
}

/** Of pairs of which nothing is said, Istio is asked about one in so many: most of them hold nothing to see. */
const silentShare = 3

/**
 * One world and many edits of it: Istio compiles the world once, with the witnesses of all its edits, and each edited
 * world with its own.
 */
export async function judgeBatch(
  world: World,
  edits: readonly TellingEdit[],
  options: BatchOptions
): Promise<ReadonlyMap<TellingEdit, Verdict>> {
  const verdicts = new Map<TellingEdit, Verdict>()
  const choices = ({ name }: TellingEdit) => choicesOf(name, options.seed, options.index)
  const applied = edits.filter(edit => edit.apply(copyOf(world.objects), choices(edit)))
  if (applied.length === 0) return verdicts
  const taken = await takenObjects(world, options)
  if (taken === null) return verdicts
  const prepared: Prepared[] = []
  for (const edit of applied) {
    const pair = pairIn(world, taken, edit, choices(edit))
    if (pair === null) continue
    const one = prepare(pair, `w${prepared.length}`, options)
    const isSilent = one.report.effects.length === 0 && one.report.unknown.length === 0
    if (isSilent && !isAsked(edit, options)) {
      verdicts.set(edit, { finding: 'not asked', detail: '' })
    } else prepared.push(one)
  }
  if (prepared.length === 0) return verdicts
  const alike = askedTogether(world, prepared)
  const base = alike.length === 0 ? null : ask(world, taken, alike, options)
  const together = new Set(alike)
  // All at once, so that the judge never waits for a comparison.
  const all = prepared.map(async one => {
    const pods = one.asked?.pods ?? []
    const isAlike = base !== null && together.has(one)
    const [own, head] = await Promise.all([
      isAlike ? base : ask(world, [...taken, ...pods], [one], options),
      ask(world, [...one.pair.head, ...pods], [one], options)
    ])
    return [one.pair.edit, await judged(one, own, head, options)] as const
  })
  for (const [edit, verdict] of await Promise.all(all)) verdicts.set(edit, verdict)
  return verdicts
}

/**
 * Pods that one witness wants would be pods of the others' worlds too, and of one pod one kind of proxy is dumped: what
 * asks for others is asked by itself.
 */
function askedTogether(world: World, prepared: readonly Prepared[]): Prepared[] {
  const kinds = new Map<string, ProxySpec['type']>()
  for (const request of world.requests) {
    const sender = senderOf(request)
    if (sender !== null) kinds.set(sender.pod, sender.type)
  }
  return prepared.filter(({ asked }) => {
    if (asked === null) return true
    if (asked.pods.length > 0) return false
    const { pod, type } = asked.proxy ?? { pod: '', type: undefined }
    if (!kinds.has(pod)) kinds.set(pod, type)
    return kinds.get(pod) === type
  })
}

/** By lot, the same for the same seed. */
function isAsked({ name }: TellingEdit, { seed, index }: BatchOptions): boolean {
  return choicesOf(`asked ${name}`, seed, index).between(1, silentShare) === 1
}

async function judged(
  one: Prepared,
  base: Answer,
  head: Answer,
  options: BatchOptions
): Promise<Verdict> {
  const { pair, report, shown, asked } = one
  const pods = asked?.pods ?? []
  if (base.result !== 'answered' || head.result !== 'answered') {
    return { finding: 'not taken', detail: base.error ?? head.error ?? base.result }
  }
  const [refused] = (head.refused ?? []).filter(each => each.leftOut)
  if (refused !== undefined) {
    return { finding: 'not taken', detail: `${refused.kind} ${refused.errors.join('; ')}` }
  }
  const requests = asked === null ? pair.world.requests : [asked.request]
  const unresolved = (side: Answer) =>
    asked !== null && whyUnjudged(asked.request, side)?.includes('DNS') === true
  if (asked === null || !(unresolved(base) || unresolved(head))) {
    const verdict = verdictOf(pair, report, shown, { requests, base, head })
    const isRefused = verdict.told !== undefined && (await refusesBoth(one, verdict.told, options))
    return isRefused ? { finding: 'nothing to see', detail: 'Envoy takes neither side' } : verdict
  }
  const again = {
    ...one,
    asked: { ...asked, request: dialled(asked.request, [pair.base, pair.head]) }
  }
  const [before, after] = await Promise.all([
    ask(pair.world, [...pair.base, ...pods], [again], options),
    ask(pair.world, [...pair.head, ...pods], [again], options)
  ])
  const sides = { base: before, head: after }
  return verdictOf(pair, report, shown, { requests: [again.asked.request], ...sides })
}

/** Does Envoy refuse what both sides say of a request? Then the last good configuration stays, and nothing changes. */
async function refusesBoth(
  one: Prepared,
  request: Request,
  options: BatchOptions
): Promise<boolean> {
  const { world, base, head } = one.pair
  const again = { ...one, asked: { request, proxy: senderOf(request), pods: [] } }
  const seen = await Promise.all([base, head].map(side => ask(world, side, [again], options)))
  const ends = seen.map(({ observations }) => observations?.find(({ id }) => id === request.id))
  // A lot is not drawn at Envoy.
  const isOpen = ends.some(
    end => end !== undefined && end.end !== 'refused' && end.error === undefined
  )
  return !isOpen && ends.some(end => end?.end === 'refused')
}

function prepare(pair: TellingPair, id: string, { minor, schemas }: BatchOptions): Prepared {
  const report = diffPair(pair, minor, schemas)
  const shown = shownBy(report, pair)
  const asked = shown === null ? null : askedBy(shown, [pair.head, pair.base], id)
  return { pair, report, shown, asked }
}

/** The objects of a world that the webhook takes; null where istiod does not take the world. */
async function takenObjects(world: World, { judge }: BatchOptions): Promise<Tree[] | null> {
  const objects = copyOf(world.objects)
  const { result, refused = [] } = await judge.ask({ world: jobWorld(world, objects) })
  if (result !== 'answered') return null
  const gone = new Set(
    refused.filter(one => one.leftOut).map(one => `${one.kind} ${one.namespace}/${one.name}`)
  )
  return objects.filter(
    one => !gone.has(`${textAt(one, 'kind')} ${namespaceOf(one)}/${nameOf(one)}`)
  )
}

/** A witness is asked by itself; where nothing is said, the requests of the world are, and no Envoy. */
function ask(
  world: World,
  objects: readonly Tree[],
  prepared: readonly Prepared[],
  { judge, envoy }: BatchOptions
): Promise<Answer> {
  const asked = prepared.flatMap(one => one.asked ?? [])
  const proxies = new Map<string, ProxySpec>()
  const own = prepared.some(one => one.asked === null) ? world.requests : []
  for (const request of own) {
    const sender = senderOf(request)
    if (sender !== null) proxies.set(sender.pod, sender)
  }
  for (const { proxy } of asked) if (proxy !== null) proxies.set(proxy.pod, proxy)
  const requests: readonly Request[] = [...own, ...asked.map(one => one.request)]
  return judge.ask({
    world: jobWorld(world, objects),
    proxies: [...proxies.values()],
    dump: ['routes', 'clusters'],
    requests,
    ...(envoy && asked.length > 0 && { envoy })
  })
}

/** The proxy whose configuration decides a request of a world. */
function senderOf({ from }: Request): Asked['proxy'] {
  if (typeof from === 'string' || 'waypoint' in from) return null
  if ('gateway' in from) return { type: 'gateway', pod: from.gateway }
  return from.pod === undefined ? null : { type: 'sidecar', pod: `${from.namespace}/${from.pod}` }
}

function jobWorld(world: World, objects: readonly Tree[]): NonNullable<Job['world']> {
  return {
    yaml: oneFile(objects)['mesh.yaml'] ?? '',
    meshConfig: JSON.stringify(world.meshConfig),
    admission: true,
    ...(Object.keys(world.flags).length === 0 ? {} : { flags: world.flags })
  }
}
