import type { Effect } from '../effects/effect.ts'
import type { Finding, ResourceRef, Unknown } from '../finding.ts'
import type { Level } from './verdict.ts'

/** What a merge condition may look at. One-sided commands (`analyze`, `validate`) put all they found in `introduced`. */
export interface Evidence {
  /** Two sides are compared; otherwise one state is judged by itself. */
  readonly comparison: boolean
  readonly effects: readonly Effect[]
  readonly unknown: readonly Unknown[]
  readonly findings: {
    readonly introduced: readonly Finding[]
    readonly resolved: readonly Finding[]
    readonly remaining: readonly Finding[]
  }
  /** True where the object was added, removed or edited between the sides. */
  changed(mesh: string, ref: ResourceRef): boolean
}

export interface Violation {
  readonly message: string
  /** Fingerprints of the effects, findings or unknowns that show it; at least one. */
  readonly evidence: readonly string[]
  /** The strictest level this violation deserves, whatever the gate is set to. */
  readonly atMost?: Level
}

export interface Gate {
  /** Kebab-case: also the file's name and the key in the configuration. */
  readonly id: string
  /** One sentence for the configuration reference. */
  readonly summary: string
  /** Why somebody would want it, for its page. */
  readonly why: string
  /** The level without configuration. */
  readonly level: Level
  violatedBy(evidence: Evidence): readonly Violation[]
}

export function defineGate(gate: Gate): Gate {
  return gate
}
