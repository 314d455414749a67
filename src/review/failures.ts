import { UserError } from '../errors.ts'
import type { FindingDraft, Unknown } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { unknownOf } from './findings.ts'

/** Parts of a review that broke: ours, never the user's. Everything else goes on, and the verdict is `error`. */
export interface Failures {
  /** Runs a part; where it throws, notes that and gives the fallback. */
  run<Value>(part: string, mesh: string, fallback: Value, work: () => Value): Value
  /** An analyzer or validator that throws leaves a finding that names it. */
  findings(
    part: string,
    manifests: readonly Manifest[],
    work: () => readonly FindingDraft[]
  ): readonly FindingDraft[]
  readonly unknown: readonly Unknown[]
}

export const failedAnalyzer = 'internal/analyzer-failed'

export function failures(): Failures {
  const unknown: Unknown[] = []
  return {
    unknown,
    run(part, mesh, fallback, work) {
      try {
        return work()
      } catch (error) {
        if (error instanceof UserError) throw error
        const message = `${part} failed, so nothing is known about what it would have said: ${reason(error)}. Please report this defect with the input.`
        unknown.push(unknownOf({ reason: 'internal', message, subject: null, at: null }, mesh))
        return fallback
      }
    },
    findings(part, manifests, work) {
      try {
        return work()
      } catch (error) {
        if (error instanceof UserError) throw error
        return [failedFinding(part, manifests, error)]
      }
    }
  }
}

function failedFinding(part: string, manifests: readonly Manifest[], error: unknown): FindingDraft {
  const [first] = manifests
  const start = { line: 1, column: 1 }
  return {
    id: failedAnalyzer,
    sources: [],
    severity: 'error',
    certainty: 'unknown',
    message: `${part} failed, so nothing is known about what it would have found: ${reason(error)}. Please report this defect with the input.`,
    params: { part },
    subject: manifests.length === 1 ? (first?.ref ?? null) : null,
    at: { file: first?.file ?? '', start, end: { line: 1, column: 2 } },
    related: []
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
