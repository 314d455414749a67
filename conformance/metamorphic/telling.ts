import type { Outcome, Request } from '../../src/dataplane/request.ts'
import type { Effect } from '../../src/effects/effect.ts'
import type { Report } from '../../src/report/report.ts'
import type { SchemaSource } from '../../src/schema/schemas.ts'
import { observedDifferences } from '../compare/observe.ts'
import type { Random } from '../generate/random.ts'
import type { World } from '../generate/world.ts'
import type { Answer, Observation } from '../judge/protocol.ts'
import { diffTexts } from './diff.ts'
import type { TellingEdit } from './edit.ts'
import {
  behaviourAt,
  isReadAsHttp,
  isWhereDialled,
  sameBehaviour,
  sameDecision,
  saysExactly,
  saysTheSame,
  whyUnjudged
} from './judged.ts'
import { tellingObjects } from './telling-objects.ts'
import { tellingRoutes } from './telling-routes.ts'
import { copyOf, type Tree } from './tree.ts'
import { areaOf, choicesOf, worldOf } from './worlds.ts'
import { oneFile } from './write.ts'

export const tellingEdits: readonly TellingEdit[] = [...tellingRoutes, ...tellingObjects]

export interface TellingPair {
  readonly edit: TellingEdit
  readonly world: World
  readonly random: Random
  readonly base: readonly Tree[]
  readonly head: readonly Tree[]
}

/** What became of one pair. */
export type Finding =
  /** An effect of the right kind, and Istio's own answers to its witness differ as it says. */
  | 'confirmed'
  /** An effect of the right kind whose witness Istio or Envoy answers otherwise than it says. */
  | 'contradicted'
  /** An effect of the right kind; its witness shows a policy that the judge has no words for. */
  | 'unjudged'
  /** Effects, none of the right kind. */
  | 'other kind'
  /** Nothing but unknown, where Istio's answers differ. */
  | 'unknown'
  /** Neither effect nor unknown, although Istio's answers differ: a false "no change". */
  | 'missed'
  /** No request of many told the sides apart. */
  | 'nothing to see'
  /** Nothing is said, and Istio was not asked: it is of one in three of these. */
  | 'not asked'
  /** Istio does not take one of the sides. */
  | 'not taken'

export interface Verdict {
  readonly finding: Finding
  readonly detail: string
  /** Envoy answered the witness on both sides, as the effect says. */
  readonly observed?: boolean
  /** Istio's answers to it differ, and no effect of the right kind says so. */
  readonly told?: Request
}

/** A pair of a world of its own; null where the edit found nothing to do in it. */
export function tellingPair(
  edit: TellingEdit,
  seed: string,
  index: number,
  requests: number
): TellingPair | null {
  const world = worldOf(areaOf(index), `${seed}/${edit.name}`, index, requests)
  return pairIn(world, copyOf(world.objects), edit, choicesOf(edit.name, seed, index))
}

/** The same in a world that is given, with the objects of it that a cluster takes. */
export function pairIn(
  world: World,
  base: readonly Tree[],
  edit: TellingEdit,
  random: Random
): TellingPair | null {
  const head = copyOf(base)
  if (!edit.apply(head, random)) return null
  const differ = oneFile(base)['mesh.yaml'] !== oneFile(head)['mesh.yaml']
  return differ ? { edit, world, random, base, head } : null
}

export function diffPair(
  { world, base, head }: Pick<TellingPair, 'world' | 'base' | 'head'>,
  minor: string,
  schemas: SchemaSource
): Report {
  const { flags, meshConfig } = world
  return diffTexts(oneFile(base), oneFile(head), { flags, meshConfig, minor }, schemas)
}

/**
 * The effect that is held against Istio: of a right kind, with a witness. Exposure comes last: its witness goes on to
 * what the servers let in, and here Istio is asked where a request is sent.
 */
export function shownBy(report: Report, { edit }: TellingPair): Effect | null {
  const right = report.effects.filter(
    effect => edit.kinds.includes(effect.kind) && effect.witness !== null
  )
  return right.find(({ domain }) => domain !== 'exposure') ?? right[0] ?? null
}

/** Both answers to the same requests; the witness, where there is one, is the last. */
export interface Judged {
  readonly requests: readonly Request[]
  readonly base: Answer
  readonly head: Answer
}

export function verdictOf(
  pair: TellingPair,
  report: Report,
  shown: Effect | null,
  { requests, base, head }: Judged
): Verdict {
  const last = requests.at(-1)
  if (shown !== null && last !== undefined) return confirm(shown, last, base, head)
  const telling = requests.find(request => !sameBehaviour(request, base, head))
  if (telling === undefined) {
    const isSaid = report.effects.some(({ kind }) => pair.edit.kinds.includes(kind))
    return { finding: isSaid ? 'unjudged' : 'nothing to see', detail: 'no witness' }
  }
  const detail = `${JSON.stringify(telling)}: ${difference(telling, base, head)}`
  if (report.effects.length > 0) {
    const kinds = report.effects.map(({ kind }) => kind).join(', ')
    return { finding: 'other kind', detail: `${kinds}; ${detail}`, told: telling }
  }
  const unknown = report.unknown.map(({ message }) => message).join('; ')
  const finding = unknown === '' ? 'missed' : 'unknown'
  return { finding, detail: `${detail} ${unknown}`, told: telling }
}

function confirm(effect: Effect, request: Request, base: Answer, head: Answer): Verdict {
  const witness = effect.witness
  if (witness === null) return { finding: 'contradicted', detail: 'no witness' }
  const contradicted = (what: string): Verdict => ({
    finding: 'contradicted',
    detail: `${effect.kind} ${JSON.stringify(request)}: ${what}`
  })
  const [ours, theirs] = [atSender(witness.before), atSender(witness.after)]
  const [before, after] = [saysTheSame(request, base, ours), saysTheSame(request, head, theirs)]
  const wrong = [before, after].find(one => one !== true && one !== null)
  if (typeof wrong === 'string') return contradicted(wrong)
  if (before === null || after === null) {
    const why = whyUnjudged(request, base) ?? whyUnjudged(request, head) ?? 'Envoy refuses it'
    return { finding: 'unjudged', detail: `${effect.kind}: ${why}` }
  }
  const seen = [observed(request, base, ours), observed(request, head, theirs)] as const
  const other = seen.find(one => typeof one === 'string')
  if (other !== undefined) return contradicted(`Envoy ${other}`)
  const byEnvoy = seen.every(one => one === true)
  if (!sameBehaviour(request, base, head)) {
    return { finding: 'confirmed', detail: effect.kind, observed: byEnvoy }
  }
  if (ours !== witness.before || theirs !== witness.after) {
    return { finding: 'unjudged', detail: 'what servers make of it' }
  }
  const changed = effect.changes.map(({ facet }) => facet)
  const byPods = changed.includes('pods') && !changed.includes('destinations')
  if (byPods && isWhereDialled(request, base, head)) {
    return { finding: 'unjudged', detail: 'pods that DNS gives' }
  }
  if (effect.kind === 'upstream-changed') {
    return { finding: 'unjudged', detail: 'policy of a cluster' }
  }
  // From one failure to another: a client sees 503 both times, and Istio says as the effect does why.
  const exact =
    saysExactly(request, base, witness.before) && saysExactly(request, head, witness.after)
  if (exact && !sameDecision(request, base, head)) {
    return { finding: 'nothing to see', detail: 'unserved on both sides' }
  }
  return contradicted(`Istio answers ${difference(request, base, head)}`)
}

/** Where servers stop a request, the proxy that sends it serves it all the same; its path and host are not told. */
function atSender(outcome: Outcome): Outcome {
  if (outcome.destinations.length === 0 || leaving.has(outcome.outcome)) return outcome
  const { status: _, reason: __, trace: ___, path: ____, authority: _____, ...rest } = outcome
  return { ...rest, outcome: 'served' }
}

/** Outcomes that name destinations and are the sender's own. */
const leaving: ReadonlySet<Outcome['outcome']> = new Set([
  'served',
  'no-cluster',
  'no-endpoints',
  'closed',
  'config-refused',
  'unknown'
])

/** True where Envoy did as the outcome says, null where it was not asked, else what it did otherwise. */
function observed(request: Request, answer: Answer, outcome: Outcome): true | null | string {
  const seen = answer.observations?.find(({ id }: Observation) => id === request.id)
  // What Envoy refuses is for conformance/main.ts, which holds each listener against the engine.
  if (seen === undefined || seen.end === 'refused') return null
  if (request.protocol === 'http' && !methodsOfHttp1.has(request.method)) return null
  if (isReadAsHttp(outcome)) return seen.end === 'replied' || `ended ${seen.end}`
  // Bytes that are answered by bytes do not tell which cluster they came from.
  const isAnswered = seen.end === 'opaque' && (seen.arrivals ?? []).length === 0
  if (isAnswered && ['served', 'passthrough'].includes(outcome.outcome)) return null
  const found = observedDifferences(request, outcome, seen)
  if (found === null) return null
  const [first] = found
  return first === undefined
    ? true
    : `${first.path}: ours ${JSON.stringify(first.ours)}, seen ${JSON.stringify(first.theirs)}`
}

/** Of the methods that Envoy's parser of HTTP/1.1 takes; to others it answers 400. Source: Envoy http1/balsa_parser.cc. */
const methodsOfHttp1: ReadonlySet<string> = new Set([
  'CONNECT',
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
  'TRACE'
])

function difference(request: Request, base: Answer, head: Answer): string {
  const words = (side: Answer) => JSON.stringify(behaviourAt(request, side))
  return `${words(base)} → ${words(head)}`
}
