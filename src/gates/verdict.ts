export type Level = 'off' | 'note' | 'warn' | 'approve' | 'error'

/** error > block > approve > warn > pass. `error` is our defect, never a pass. */
export type VerdictOutcome = 'pass' | 'warn' | 'approve' | 'block' | 'error'

export interface VerdictReason {
  readonly gate: string
  readonly level: Level
  readonly message: string
  /** Fingerprints of the effects, findings or unknowns behind it: no reason without evidence. */
  readonly evidence: readonly string[]
}

/** One line of the gates table: a gate that ran, with what it counted; `off` gates are not listed. */
export interface GateResult {
  readonly gate: string
  readonly level: Level
  /** Violations that count, waived ones left out. */
  readonly violations: number
  readonly waived: number
}

/** A waiver that took a violation out, shown in every report. */
export interface AppliedWaiver {
  readonly gate: string
  readonly target: string
  readonly reason: string
  readonly owner: string
  /** `YYYY-MM-DD`. */
  readonly expires: string
  readonly evidence: readonly string[]
}

export interface Verdict {
  readonly outcome: VerdictOutcome
  readonly reasons: readonly VerdictReason[]
  /** Every gate that ran, in the order of its id. */
  readonly gates?: readonly GateResult[]
  readonly waivers?: readonly AppliedWaiver[]
}
