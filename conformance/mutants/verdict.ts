import type { Request } from '../../src/dataplane/request.ts'
import type { Effect, EffectSubject } from '../../src/effects/effect.ts'
import type { Report } from '../../src/report/report.ts'
import type { JudgedOutcome } from '../judge/protocol.ts'

/** What a pair showed. */
export interface PairVerdict {
  /** Some probe or witness gained, or lost, at least one step of: fails, a provider decides, passes. */
  readonly widened: boolean
  readonly narrowed: boolean
  /** Such requests for which no effect of that direction is told, where nothing was left unknown. */
  readonly missed: readonly string[]
  /** Such requests where something was left unknown instead. */
  readonly untold: readonly string[]
  /** Effects whose witness the judge answers otherwise, on either side. */
  readonly contradicted: readonly string[]
  readonly confirmed: number
  /** Effects that lead elsewhere than to who is let in, or whose witness cannot be put to the judge. */
  readonly unasked: number
  /** Why the engine does not know. */
  readonly unknown: readonly string[]
  /** Effects of any direction. */
  readonly effects: readonly Effect[]
}

/** The judge's outcome where providers are silent, and where all agree. */
export interface Truth {
  readonly silent: JudgedOutcome
  readonly agreed: JudgedOutcome
}

/** A request with the judge's answers on both sides. */
export interface Asked {
  readonly request: Request
  readonly base: Truth
  readonly head: Truth
}

/** What Envoy does, if the providers agree: the word, and how far the request comes. */
export function fateOf({ silent, agreed }: Truth): {
  readonly word: string
  readonly step: number
} {
  if (silent.outcome === 'served') return { word: 'served', step: 2 }
  if (silent.outcome !== 'delegated') return { word: silent.outcome, step: 0 }
  return agreed.outcome === 'served'
    ? { word: 'delegated', step: 1 }
    : { word: agreed.outcome, step: 0 }
}

export function isJudged({ base, head }: Asked): boolean {
  return [base, head].every(
    ({ silent, agreed }) => silent.unjudged === undefined && agreed.unjudged === undefined
  )
}

function isWider(effect: Effect): boolean {
  return effect.direction === 'widen' || effect.direction === 'repair' || movement(effect) > 0
}

/** What weakens mutual TLS may also end connections that need it: its witness shows that. */
function isNarrower(effect: Effect): boolean {
  return effect.direction === 'narrow' || effect.direction === 'break' || movement(effect) < 0
}

function movement({ kind, witness }: Effect): number {
  if (witness === null || kind === 'audit-changed') return 0
  return stepOf(witness.after.outcome) - stepOf(witness.before.outcome)
}

function stepOf(outcome: string): number {
  return outcome === 'served' ? 2 : outcome === 'delegated' ? 1 : 0
}

/** @param witnesses of the effects, by their place */
export function verdictOf(
  { effects, unknown }: Pick<Report, 'effects' | 'unknown'>,
  probes: readonly Asked[],
  witnesses: ReadonlyMap<number, Asked>
): PairVerdict {
  const missed: string[] = []
  const untold: string[] = []
  const contradicted: string[] = []
  let [widened, narrowed, confirmed] = [false, false, 0]
  // What stays open about other proxies than those that are asked hides nothing here.
  const open = unknown.filter(({ message }) => !message.includes('whose proxies are not compared'))
  for (const asked of [...probes, ...witnesses.values()].filter(isJudged)) {
    const [before, after] = [fateOf(asked.base), fateOf(asked.head)]
    if (before.step === after.step) continue
    const widens = after.step > before.step
    if (widens) widened = true
    else narrowed = true
    const told = effects.some(
      effect => covers(effect, asked.request) && (widens ? isWider(effect) : isNarrower(effect))
    )
    if (told) continue
    const line = `${before.word} → ${after.word}: ${JSON.stringify(asked.request)}`
    if (open.length === 0) missed.push(line)
    else untold.push(line)
  }
  for (const [place, asked] of witnesses) {
    const effect = effects[place]
    if (effect === undefined || effect.witness === null || !isJudged(asked)) continue
    const said = [effect.witness.before.outcome, effect.witness.after.outcome].join(' → ')
    const truth = [fateOf(asked.base).word, fateOf(asked.head).word].join(' → ')
    if (said === truth) confirmed += 1
    else
      contradicted.push(
        `${effect.kind}: ${said}, judge: ${truth}: ${JSON.stringify(asked.request)}`
      )
  }
  return {
    widened,
    narrowed,
    missed,
    untold,
    contradicted,
    confirmed,
    unasked: effects.length - witnesses.size,
    unknown: unknown.map(({ message }) => message),
    effects
  }
}

/** The server of the request is one that the effect is about. */
function covers({ subject, members }: Effect, { to = '' }: Request): boolean {
  const [namespace = ''] = to.split('/')
  const subjects: readonly EffectSubject[] = [subject, ...members.map(member => member.subject)]
  return subjects.some(
    one => one.kind === 'mesh' || one.namespace === undefined || one.namespace === namespace
  )
}
