import type { ProxyConfig } from '../../src/dataplane/config.ts'
import type { Outcome } from '../../src/dataplane/request.ts'
import { isHttpOrSniffed } from '../../src/mesh/protocol.ts'
import type { ProxyOf, World } from '../generate/world.ts'
import type { Answer } from '../judge/protocol.ts'
import { judgedAccess, ourAccess } from './access-decision.ts'
import type { CanonicalCluster, CanonicalConfig } from './canonical.ts'
import { judgedDecision, ourDecision } from './decision.ts'
import { type Difference, differences } from './difference.ts'
import { Engine } from './engine.ts'
import { clustersOf, type Gaps, routeConfigOf } from './engine-config.ts'
import { listenersOf } from './engine-listeners.ts'
import { upstreamOf } from './engine-upstream.ts'
import { normaliseListeners, normaliseRouteConfig, normaliseUpstream } from './normalise.ts'
import { observedDifferences } from './observe.ts'

/** What two judges say differently about one thing. */
export interface Mismatch {
  readonly level: 'configuration' | 'decision' | 'envoy' | 'judge' | 'crash'
  /** The proxy and the part of its configuration, or the request. */
  readonly subject: string
  readonly differences: readonly Difference[]
}

/** How much was compared, and what could not be. */
export interface Tally {
  proxies: number
  routeConfigs: number
  /** Clusters that lead out of a proxy, with their whole settings. */
  clusters: number
  listeners: number
  decisions: number
  /** Decisions that a real Envoy confirmed, or not. */
  observed: number
  /** The engine says that it does not know. */
  unknown: number
  /** The judge met something that it cannot evaluate. */
  unjudged: number
}

export interface Comparison {
  readonly mismatches: readonly Mismatch[]
  readonly tally: Tally
  /** Why the engine did not know, or the judge could not say, with how often. */
  readonly reasons: ReadonlyMap<string, number>
}

export function emptyTally(): Tally {
  return {
    proxies: 0,
    routeConfigs: 0,
    clusters: 0,
    listeners: 0,
    decisions: 0,
    observed: 0,
    unknown: 0,
    unjudged: 0
  }
}

/** Adds the figures of another comparison. */
export function addTally(into: Tally, more: Tally): void {
  into.proxies += more.proxies
  into.routeConfigs += more.routeConfigs
  into.clusters += more.clusters
  into.listeners += more.listeners
  into.decisions += more.decisions
  into.observed += more.observed
  into.unknown += more.unknown
  into.unjudged += more.unjudged
}

/** The telling difference of a mismatch: the outcome, else the first; for a line of a log. */
export function describeMismatch({ subject, differences }: Mismatch): string {
  const first = differences.find(({ path }) => path === '.outcome') ?? differences[0]
  if (first === undefined) return subject
  const value = (side: unknown) => JSON.stringify(side)?.slice(0, 200) ?? 'nothing'
  return `${subject}${first.path}: ours ${value(first.ours)}, Istio ${value(first.theirs)}`
}

/** Differences that are printed of one subject. */
const most = 6

/** Meshproof against the judge's answer, on a world without the objects that Istio refuses. */
export function compareWorld(world: World, minor: string, answer: Answer): Comparison {
  const run = new Run(world)
  try {
    const engine = new Engine(world, minor)
    for (const config of answer.configs ?? []) run.configuration(engine, config)
    run.decisions(engine, answer)
    run.observations(engine, answer)
  } catch (error) {
    run.crash(error)
  }
  return { mismatches: run.mismatches, tally: run.tally, reasons: run.reasons }
}

class Run {
  readonly mismatches: Mismatch[] = []
  readonly tally = emptyTally()
  readonly reasons = new Map<string, number>()
  private readonly world: World

  constructor(world: World) {
    this.world = world
  }

  configuration(engine: Engine, theirs: CanonicalConfig): void {
    const proxy = this.world.proxies.find(each => each.pod === theirs.proxy)
    if (proxy === undefined) throw new Error(`the judge answers for ${theirs.proxy}, unasked`)
    this.tally.proxies += 1
    for (const field of theirs.unread ?? []) this.because(`not in canonical words: ${field}`)
    const config = engine.config(proxy)
    for (const wanted of theirs.routeConfigs ?? []) {
      this.tally.routeConfigs += 1
      const gaps: Gaps = { unknown: [] }
      const found = config.routeConfigs.get(wanted.name)
      const ours = found === undefined ? undefined : routeConfigOf(found, gaps)
      for (const reason of gaps.unknown) this.because(`engine: ${reason}`)
      this.differ(
        'configuration',
        `${theirs.proxy} route configuration ${wanted.name}`,
        ours === undefined ? undefined : normaliseRouteConfig(ours),
        normaliseRouteConfig(wanted)
      )
    }
    if (theirs.inbound !== undefined) {
      const { ours, theirs: wanted } = engine.inbound(proxy, theirs.inbound)
      this.differ('configuration', `${theirs.proxy} inbound`, ours, wanted)
    }
    if (theirs.clusters !== undefined) this.clusters(engine, proxy, config, theirs.clusters)
    if (theirs.listeners !== undefined) {
      this.tally.listeners += theirs.listeners.length
      this.differ(
        'configuration',
        `${theirs.proxy} listeners`,
        normaliseListeners(listenersOf(config)),
        normaliseListeners(theirs.listeners)
      )
    }
  }

  private clusters(
    engine: Engine,
    proxy: ProxyOf,
    config: ProxyConfig,
    all: readonly CanonicalCluster[]
  ): void {
    const outbound = all.filter(({ name }) => name.startsWith('outbound|'))
    this.differ(
      'configuration',
      `${proxy.pod} clusters`,
      Object.fromEntries(clustersOf(config).map(({ name, type }) => [name, type])),
      Object.fromEntries(outbound.map(({ name, type }) => [name, type]))
    )
    for (const { name, upstream } of outbound) {
      const ours = config.clusters.get(name)
      if (upstream === undefined || ours === undefined) continue
      const { protocol, isHidden } = engine.portOf(proxy, ours)
      if (isHidden) {
        this.because('judge: mutual TLS to a service that is exported nowhere')
        continue
      }
      this.tally.clusters += 1
      const speaksHttp = isHttpOrSniffed(protocol)
      this.differ(
        'configuration',
        `${proxy.pod} cluster ${name}`,
        normaliseUpstream(upstreamOf(ours, protocol, proxy.type), speaksHttp),
        normaliseUpstream(upstream, speaksHttp)
      )
    }
  }

  decisions(engine: Engine, answer: Answer): void {
    const judged = new Map((answer.outcomes ?? []).map(outcome => [outcome.id, outcome]))
    for (const request of this.world.requests) {
      const theirs = judged.get(request.id)
      if (theirs === undefined) continue
      const [unjudged] = theirs.unjudged ?? []
      if (unjudged !== undefined) {
        this.tally.unjudged += 1
        this.because(`judge: ${unjudged}`)
        continue
      }
      const ours = engine.answer(request)
      if (ours.outcome === 'unknown') {
        this.tally.unknown += 1
        this.because(`engine: ${ours.reason ?? 'unknown'}`)
        continue
      }
      // That Envoy refuses a listener is no part of the judge's reading: the observation decides.
      const ofListener = ours.trace?.routeConfig === undefined
      if (ours.outcome === 'config-refused' && (ofListener || theirs.outcome !== ours.outcome)) {
        this.tally.unjudged += 1
        this.because('judge: whether Envoy refuses a listener')
        continue
      }
      this.tally.decisions += 1
      const subject = `request ${request.id}`
      if (request.to === undefined) {
        this.differ('decision', subject, ourDecision(ours), judgedDecision(theirs))
      } else this.differ('decision', subject, ourAccess(ours), judgedAccess(theirs))
    }
  }

  /** Envoy decides: about the engine, and about the judge's own reading of Envoy. */
  observations(engine: Engine, answer: Answer): void {
    const judged = new Map((answer.outcomes ?? []).map(outcome => [outcome.id, outcome]))
    const seen = new Map((answer.observations ?? []).map(each => [each.id, each]))
    for (const request of this.world.requests) {
      const observation = seen.get(request.id)
      if (observation === undefined) continue
      const ours = engine.answer(request)
      if (ours.outcome === 'unknown') continue
      const found = observedDifferences(request, ours, observation)
      if (found === null) continue
      this.tally.observed += 1
      this.note('envoy', `request ${request.id}`, found)
      const theirs = judged.get(request.id)
      // That Envoy refuses a listener is no part of the judge's reading.
      if (theirs === undefined || theirs.unjudged !== undefined) continue
      if (observation.end === 'refused') continue
      // The words of the judge are those of OutcomeKind.
      const outcome = theirs.outcome as Outcome['outcome']
      const reading = { ...theirs, outcome, upstreamHeaders: theirs.headers }
      this.note(
        'judge',
        `request ${request.id}`,
        observedDifferences(request, reading, observation) ?? []
      )
    }
  }

  crash(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.mismatches.push({
      level: 'crash',
      subject: 'engine',
      differences: [{ path: '', ours: text, theirs: undefined }]
    })
  }

  private differ(level: Mismatch['level'], subject: string, ours: unknown, theirs: unknown): void {
    this.note(level, subject, differences(ours, theirs, most))
  }

  private note(level: Mismatch['level'], subject: string, found: readonly Difference[]): void {
    if (found.length > 0) this.mismatches.push({ level, subject, differences: found })
  }

  private because(reason: string): void {
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1)
  }
}
