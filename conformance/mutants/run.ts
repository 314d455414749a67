import type { Request } from '../../src/dataplane/request.ts'
import { askIstio } from '../compare/ask.ts'
import { observedDifferences } from '../compare/observe.ts'
import { Random } from '../generate/random.ts'
import { mapOf } from '../generate/read.ts'
import { type Fields, type KubernetesObject, manifestText, type World } from '../generate/world.ts'
import type { IstioJudge } from '../judge/istio.ts'
import type { Answer } from '../judge/protocol.ts'
import type { States } from './edit.ts'
import { diffOf } from './engine.ts'
import { editKinds, isNeutral } from './kinds.ts'
import {
  agreement,
  aimed,
  expected,
  type Question,
  questionsOf,
  seen,
  withoutDetails,
  withoutProxy
} from './questions.ts'
import { type Asked, isJudged, type PairVerdict, type Truth, verdictOf } from './verdict.ts'
import { worldToEdit } from './worlds.ts'

export interface MutantRun {
  readonly judge: IstioJudge
  readonly envoy: boolean
  readonly seed: string
  readonly pairs: number
  readonly requests: number
  readonly seconds: number
  readonly workers: number
  /** Begin no further world: what was counted is the result. */
  readonly stop: AbortSignal
  /** Only edits of these kinds; empty: all. */
  readonly only: readonly string[]
  /** Keep the judge's answers, for a recording. */
  readonly record: boolean
  readonly log: (line: string) => void
}

/** One edit with the judge's answers on both sides. */
export interface RecordedPair {
  readonly name: string
  readonly kind: string
  readonly meshConfig: Fields
  readonly base: readonly KubernetesObject[]
  readonly head: readonly KubernetesObject[]
  readonly asked: readonly Asked[]
}

/** The figures of one kind of edit. */
export interface KindFigures {
  pairs: number
  /** Some request fares otherwise: in truth, on the two sides. */
  differing: number
  widened: number
  narrowed: number
  missed: number
  confirmed: number
  contradicted: number
  unknown: number
  /** Differing pairs of which nothing is said but that something is unknown. */
  untold: number
  /** Neutral edits for which anything was told. */
  falseAlarms: number
}

export interface MutantResult {
  readonly kinds: ReadonlyMap<string, KindFigures>
  readonly requests: number
  /** Requests that a real Envoy answered, and those for which the judge's own reading differs. */
  readonly observed: number
  readonly misread: number
  readonly worlds: number
  readonly recorded: readonly RecordedPair[]
}

interface Pair {
  readonly kind: string
  readonly states: States
  readonly report: ReturnType<typeof diffOf>
  /** Witnesses by the place of their effect. */
  readonly witnesses: ReadonlyMap<number, Request>
  readonly probes: readonly Request[]
}

/** Pairs of one world: its answer as base is asked once. */
const mostOfWorld = 8

/** Edits worlds, asks `diff` and the judge about both sides of each edit, and counts. */
export async function runMutants(options: MutantRun): Promise<MutantResult> {
  const run = new Mutants(options)
  await run.all()
  return run
}

class Mutants implements MutantResult {
  readonly kinds = new Map<string, KindFigures>()
  requests = 0
  observed = 0
  misread = 0
  worlds = 0
  readonly recorded: RecordedPair[] = []
  private made = 0
  private next = 0
  private readonly options: MutantRun

  constructor(options: MutantRun) {
    this.options = options
    for (const kind of Object.keys(editKinds)) {
      if (options.only.length > 0 && !options.only.includes(kind)) continue
      this.kinds.set(kind, {
        pairs: 0,
        differing: 0,
        untold: 0,
        widened: 0,
        narrowed: 0,
        missed: 0,
        confirmed: 0,
        contradicted: 0,
        unknown: 0,
        falseAlarms: 0
      })
    }
  }

  async all(): Promise<void> {
    const until = Date.now() + this.options.seconds * 1000
    const lane = async (): Promise<void> => {
      const { pairs, stop } = this.options
      while (this.made < pairs && Date.now() < until && !stop.aborted) await this.world(this.next++)
    }
    await Promise.all(Array.from({ length: this.options.workers * 2 }, lane))
  }

  private async world(index: number): Promise<void> {
    const { seed, requests, judge } = this.options
    const drawn = worldToEdit(seed, index, requests)
    // The webhook refuses what it refuses on both sides alike.
    const asked = await askIstio(judge, { ...drawn, requests: [] })
    if (asked.answer.result !== 'answered') return
    this.worlds += 1
    const world: World = { ...asked.world, requests: drawn.requests }
    const random = new Random(`${drawn.name} edits`)
    const pairs = this.pairsOf(random, world)
    const bases = new Map<readonly KubernetesObject[], Pair[]>()
    for (const pair of pairs) {
      const known = bases.get(pair.states.base)
      if (known === undefined) bases.set(pair.states.base, [pair])
      else known.push(pair)
    }
    for (const [base, all] of bases) await this.judged(world, base, all)
  }

  /** The kinds of which the fewest pairs differ come first, as far as their edits make a difference at all. */
  private pairsOf(random: Random, world: World): readonly Pair[] {
    const kinds = random
      .shuffle([...this.kinds])
      .sort(([a, one], [b, other]) => standing(a, one) - standing(b, other))
      .map(([kind]) => kind)
    const out: Pair[] = []
    for (const kind of kinds) {
      if (out.length >= mostOfWorld || this.made >= this.options.pairs) break
      const states = editKinds[kind]?.(random, world.objects)
      if (states === undefined || states === null) continue
      if (manifestText(states.base) === manifestText(states.head)) continue
      this.made += 1
      out.push(this.pair(kind, states, world))
    }
    return out
  }

  private pair(kind: string, states: States, world: World): Pair {
    const report = diffOf(seen(states), world.meshConfig, this.options.judge.minor)
    const witnesses = new Map<number, Request>()
    for (const [place, { witness, domain }] of report.effects.entries()) {
      if (domain === 'membership' || domain === 'observability') continue
      if (witness?.request.to !== undefined) witnesses.set(place, witness.request)
    }
    return { kind, states, report, witnesses, probes: [...world.requests, ...aimed(world, states)] }
  }

  private async judged(
    world: World,
    base: readonly KubernetesObject[],
    pairs: readonly Pair[]
  ): Promise<void> {
    const questions = pairs.map(questionsOf)
    const before = await this.ask(world, base, questions.flat())
    for (const [place, pair] of pairs.entries()) {
      const own = questions[place] ?? []
      const after = await this.ask(world, pair.states.head, own, pair.states.unguarded)
      if (before === null || after === null) {
        this.made -= 1
        continue
      }
      const both = new Map<string, Asked>()
      for (const { id = '', request } of own) {
        const [one, other] = [before.get(request), after.get(request)]
        if (one !== undefined && other !== undefined) {
          both.set(id, { request, base: one, head: other })
        }
      }
      const witnesses = new Map<number, Asked>()
      for (const effect of pair.witnesses.keys()) {
        const found = both.get(`w${effect}`)
        if (found !== undefined) witnesses.set(effect, found)
      }
      if (this.options.record) {
        const { kind, states } = pair
        const answers = [...both.values()].filter(isJudged).map(withoutDetails)
        const { name, meshConfig } = world
        this.recorded.push({ name, kind, meshConfig, ...states, asked: answers })
      }
      const probes = [...both].filter(([id]) => id.startsWith('p')).map(([, asked]) => asked)
      this.count(world.name, pair, verdictOf(pair.report, probes, witnesses))
    }
  }

  /** `null`: istiod does not take the state, or the webhook refuses a part of it. */
  private async ask(
    world: World,
    objects: readonly KubernetesObject[],
    questions: readonly Question[],
    unguarded?: string
  ): Promise<ReadonlyMap<Request, Truth> | null> {
    const { judge, envoy } = this.options
    const distinct = [...new Set(questions.map(({ request }) => request))]
    const asks = objects.some(({ spec }) => mapOf(spec).action === 'CUSTOM')
    const requests = distinct.flatMap((request, at) => [
      { ...request, id: `${at}`, providers: {} },
      ...(asks ? [{ ...request, id: `${at}+`, providers: agreement(world) }] : [])
    ])
    const asked = await askIstio(judge, { ...world, objects, proxies: [], requests }, envoy)
    if (asked.answer.result !== 'answered' || asked.refused > 0) return null
    this.requests += requests.length
    this.observe(requests, asked.answer)
    const outcomes = new Map(asked.answer.outcomes?.map(outcome => [outcome.id, outcome]))
    const out = new Map<Request, Truth>()
    for (const [at, request] of distinct.entries()) {
      const silent = outcomes.get(`${at}`)
      const agreed = asks ? outcomes.get(`${at}+`) : silent
      if (silent === undefined || agreed === undefined) continue
      out.set(request, withoutProxy(request, unguarded) ?? { silent, agreed })
    }
    return out
  }

  /** Envoy confirms the judge's reading wherever a client on this machine can be the peer. */
  private observe(requests: readonly Request[], { outcomes, observations }: Answer): void {
    const seen = new Map((observations ?? []).map(each => [each.id, each]))
    const judged = new Map((outcomes ?? []).map(each => [each.id, each]))
    for (const request of requests) {
      const [observation, outcome] = [seen.get(request.id), judged.get(request.id)]
      if (observation === undefined || outcome === undefined || outcome.unjudged !== undefined)
        continue
      if (request.ip?.startsWith('127.') !== true || request.remoteIp !== undefined) continue
      const found = observedDifferences(request, expected(outcome), observation)
      if (found === null || observation.end === 'refused') continue
      this.observed += 1
      if (found.length > 0) {
        this.misread += 1
        this.options.log(`Envoy: ${JSON.stringify(request)}: ${JSON.stringify(found)}`)
      }
    }
  }

  private count(world: string, { kind }: Pair, verdict: PairVerdict): void {
    const figures = this.kinds.get(kind)
    if (figures === undefined) return
    const { widened, narrowed, missed, untold, contradicted, confirmed, unknown, effects } = verdict
    figures.pairs += 1
    if (widened || narrowed) figures.differing += 1
    if (untold.length > 0) figures.untold += 1
    if (widened) figures.widened += 1
    if (narrowed) figures.narrowed += 1
    if (missed.length > 0) figures.missed += 1
    if (unknown.length > 0) figures.unknown += 1
    figures.confirmed += confirmed
    figures.contradicted += contradicted.length
    const { log } = this.options
    for (const line of missed.slice(0, 1)) log(`MISSED ${world}, ${kind}: ${line}`)
    for (const line of contradicted.slice(0, 1)) log(`CONTRADICTED ${world}, ${kind}: ${line}`)
    for (const line of untold.slice(0, 1)) log(`UNTOLD ${world}, ${kind}: ${line}: ${unknown[0]}`)
    if (isNeutral(kind) && effects.length + unknown.length > 0) {
      figures.falseAlarms += 1
      const [first] = effects
      log(`FALSE ALARM ${world}, ${kind}: ${first?.kind ?? ''} ${first?.region ?? unknown[0]}`)
    }
    if (isNeutral(kind) && (widened || narrowed)) log(`NOT NEUTRAL ${world}, ${kind}`)
  }
}

/** How far a kind has come; those that hardly ever make a difference do not keep the others waiting. */
function standing(kind: string, { pairs, differing }: KindFigures): number {
  return isNeutral(kind) ? pairs : differing + pairs / 6
}
