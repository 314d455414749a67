import type { Effect } from '../effects/effect.ts'
import type { Finding, Severity, SourceRange } from '../finding.ts'
import { riskOf } from './words.ts'

const SEVERITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** By risk, then severity, then names; never by file. */
export function effectsByRisk(effects: readonly Effect[]): Effect[] {
  return [...effects].sort(
    (a, b) =>
      riskOf(a.kind) - riskOf(b.kind) ||
      SEVERITY[a.severity] - SEVERITY[b.severity] ||
      byText(a.mesh, b.mesh) ||
      byText(a.subject.name, b.subject.name) ||
      byText(a.region, b.region) ||
      byText(a.fingerprint, b.fingerprint)
  )
}

/** Most severe first, then by place. */
export function findingsBySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      SEVERITY[a.severity] - SEVERITY[b.severity] ||
      byPlace(a.at, b.at) ||
      byText(a.id, b.id) ||
      byText(a.fingerprint, b.fingerprint)
  )
}

function byPlace(a: SourceRange, b: SourceRange): number {
  return byText(a.file, b.file) || a.start.line - b.start.line || a.start.column - b.start.column
}

/** Code-unit order: the same in every locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
