import type { Report } from './report.ts'

/**
 * What a reader must be able to tell apart at once. "Unchanged" is only said where something was compared
 * and nothing was left unknown; a failed run never looks like a clean one.
 */
export type ReportState =
  /** Our defect: nothing was proven. */
  | 'failed'
  | 'blocked'
  | 'needs-approval'
  /** Something changes, or is new, and the gates let it pass. */
  | 'changed'
  /** No effect was found, but something was not understood. */
  | 'unknown'
  | 'proven-unchanged'
  /** No object that the flow uses differs between the sides. */
  | 'nothing-relevant'
  /** One side only (`analyze`, `validate`): with and without findings. */
  | 'findings'
  | 'clean'

export function reportState(report: Report): ReportState {
  if (report.verdict.outcome === 'error') return 'failed'
  const { introduced, resolved, remaining } = report.findings
  if (report.sides.base === null) {
    if (report.unknown.length > 0 && remaining.length === 0) return 'unknown'
    return remaining.length > 0 || report.verdict.outcome === 'block' ? 'findings' : 'clean'
  }
  if (report.verdict.outcome === 'block') return 'blocked'
  if (report.verdict.outcome === 'approve') return 'needs-approval'
  if (report.effects.length > 0 || introduced.length > 0) return 'changed'
  if (report.unknown.length > 0) return 'unknown'
  const isRelevant =
    report.coverage.changed.manifests > 0 || resolved.length > 0 || isUpgraded(report)
  if (!isRelevant) return 'nothing-relevant'
  return uncompared(report) > 0 ? 'unknown' : 'proven-unchanged'
}

/** Some mesh runs another version on each side, so that everything in it is compared. */
function isUpgraded({ meshes }: Report): boolean {
  return meshes.some(({ sides: { base, head } }) => base !== null && base.istio !== head.istio)
}

/**
 * Objects that changed in more than their text while no table was compared: nothing was proven about them,
 * whatever the rest of the report says.
 */
export function uncompared(report: Report): number {
  const { tables, textOnly } = report.unchanged
  if (tables > 0) return 0
  // What is listed as unknown is not told twice.
  const told = new Set(
    report.unknown.flatMap(one =>
      one.subject === null ? [] : [JSON.stringify([one.mesh, one.subject])]
    )
  )
  return Math.max(0, report.coverage.changed.manifests - textOnly.length - told.size)
}
