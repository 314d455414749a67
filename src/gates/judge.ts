import type { Evidence, Gate } from './gate.ts'
import type {
  AppliedWaiver,
  GateResult,
  Level,
  Verdict,
  VerdictOutcome,
  VerdictReason
} from './verdict.ts'
import { holds, type Waiver, waived, without } from './waiver.ts'

const strictness: Readonly<Record<Level, number>> = {
  off: 0,
  note: 1,
  warn: 2,
  approve: 3,
  error: 4
}

const outcomeOf: Readonly<Record<Level, VerdictOutcome>> = {
  off: 'pass',
  note: 'pass',
  warn: 'warn',
  approve: 'approve',
  error: 'block'
}

const rank: Readonly<Record<VerdictOutcome, number>> = {
  pass: 0,
  warn: 1,
  approve: 2,
  block: 3,
  error: 4
}

export interface JudgeOptions {
  readonly gates: readonly Gate[]
  /** By gate; those that are not named have their own default. */
  readonly levels: Readonly<Record<string, Level>>
  readonly waivers: readonly Waiver[]
  /** RFC 3339: the head commit's time. Waivers expire by it. */
  readonly now: string | undefined
  /** Fingerprints of the findings and unknowns that stand for a defect of ours. */
  readonly defects: readonly string[]
}

/**
 * The verdict of all gates. A defect of ours makes it `error`: what a failed part would have said is not known,
 * so it can never pass, but the reasons of everything else stay readable.
 */
export function judge(evidence: Evidence, options: JudgeOptions): Verdict {
  const reasons: VerdictReason[] = []
  const results: GateResult[] = []
  const applied: AppliedWaiver[] = []
  if (options.defects.length > 0) {
    reasons.push({
      gate: 'internal',
      level: 'error',
      message: `${options.defects.length} part${options.defects.length === 1 ? '' : 's'} of the review failed; please report it`,
      evidence: options.defects
    })
  }
  for (const gate of options.gates) {
    const level = options.levels[gate.id] ?? gate.level
    if (level === 'off') continue
    const excepted = exceptions(gate, evidence, options, applied)
    const before = countEvidence(reasons)
    for (const violation of gate.violatedBy(without(evidence, excepted))) {
      const { message, evidence: shown } = violation
      reasons.push({
        gate: gate.id,
        level: milder(level, violation.atMost ?? level),
        message,
        evidence: shown
      })
    }
    results.push({
      gate: gate.id,
      level,
      violations: countEvidence(reasons) - before,
      waived: excepted.size
    })
  }
  // Strictest first; the sort is stable, so gates of one level stay in the order of their names.
  reasons.sort((a, b) => strictness[b.level] - strictness[a.level])
  const outcome = outcomeOfAll(reasons, options.defects.length > 0)
  return {
    outcome,
    reasons,
    gates: results,
    ...(applied.length > 0 && { waivers: applied })
  }
}

/** What waivers take out of one gate: only what would have violated it. */
function exceptions(
  gate: Gate,
  evidence: Evidence,
  options: JudgeOptions,
  applied: AppliedWaiver[]
): ReadonlySet<string> {
  const excepted = new Set<string>()
  const waivers = options.waivers.filter(
    waiver => waiver.gate === gate.id && holds(waiver, options.now)
  )
  if (waivers.length === 0) return excepted
  const violating = new Set(gate.violatedBy(evidence).flatMap(violation => violation.evidence))
  for (const waiver of waivers) {
    const matched = [...waived(waiver, evidence)].filter(one => violating.has(one)).sort()
    if (matched.length === 0) continue
    for (const one of matched) excepted.add(one)
    applied.push({ ...waiver, evidence: matched })
  }
  return excepted
}

function outcomeOfAll(reasons: readonly VerdictReason[], defect: boolean): VerdictOutcome {
  let outcome: VerdictOutcome = defect ? 'error' : 'pass'
  for (const { level } of reasons) {
    if (rank[outcomeOf[level]] > rank[outcome]) outcome = outcomeOf[level]
  }
  return outcome
}

function countEvidence(reasons: readonly VerdictReason[]): number {
  let count = 0
  for (const reason of reasons) count += reason.evidence.length
  return count
}

function milder(a: Level, b: Level): Level {
  return strictness[a] <= strictness[b] ? a : b
}
