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

export interface Verdict {
  readonly outcome: VerdictOutcome
  readonly reasons: readonly VerdictReason[]
}
