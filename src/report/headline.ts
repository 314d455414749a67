import type { Effect } from '../effects/effect.ts'
import type { Finding } from '../finding.ts'
import type { Report } from './report.ts'
import { type ReportState, reportState, uncompared } from './state.ts'
import { effectWords, riskOf } from './words.ts'

const LIMIT = 120

/** Redundant to the words beside it. */
export const stateMarkers: Readonly<Record<ReportState, string>> = {
  failed: '💥',
  blocked: '⛔',
  'needs-approval': '✋',
  changed: '🔀',
  unknown: '❓',
  'proven-unchanged': '✅',
  'nothing-relevant': '➖',
  findings: '⚠️',
  clean: '✅'
}

/**
 * Answers "may I merge, and what will be different?" in at most 120 characters. It counts and never quotes:
 * nothing that the author of a change controls is in it.
 */
export function headline(report: Report): string {
  const state = reportState(report)
  return within(`Meshproof: ${opening(state, report)}`, clauses(state, report))
}

function opening(state: ReportState, report: Report): string {
  switch (state) {
    case 'failed':
      return 'the analysis failed, nothing is proven'
    case 'blocked':
      return 'blocked'
    case 'needs-approval':
      return 'needs approval'
    case 'changed':
      return 'may be merged'
    case 'unknown':
      return report.sides.base === null
        ? `${count(report.unknown.length, 'thing')} not understood`
        : `no effect found, but ${count(notProven(report), 'thing')} not proven`
    case 'proven-unchanged':
      return 'no behavioural change (proven)'
    case 'nothing-relevant':
      return 'nothing relevant changed'
    case 'findings':
      return severities(report.findings.remaining)
    case 'clean':
      return 'no findings'
  }
}

interface Clauses {
  readonly parts: readonly string[]
  /** What is said of everything that is not listed. */
  readonly last?: string
}

function clauses(state: ReportState, report: Report): Clauses {
  const { introduced, resolved } = report.findings
  switch (state) {
    case 'failed':
      return { parts: [] }
    case 'findings':
    case 'clean':
      return {
        parts:
          report.unknown.length > 0 && state === 'findings'
            ? [`${report.unknown.length} not understood`]
            : [],
        last: `${count(report.coverage.manifests.head, 'object')} read`
      }
    case 'unknown':
    case 'proven-unchanged':
    case 'nothing-relevant':
      return { parts: resolved.length > 0 ? [`${count(resolved.length, 'finding')} fixed`] : [] }
    case 'blocked':
    case 'needs-approval':
    case 'changed':
      return {
        parts: [
          ...effectCounts(report.effects),
          ...(introduced.length > 0 ? [count(introduced.length, 'new finding')] : [])
        ],
        ...rest(report)
      }
  }
}

function notProven(report: Report): number {
  return report.unknown.length + uncompared(report)
}

function rest(report: Report): { last?: string } {
  if (notProven(report) > 0) return { last: `${notProven(report)} not proven` }
  if (report.effects.length > 0) return { last: 'the rest proven unchanged' }
  return report.coverage.changed.manifests > 0 ? { last: 'no behavioural change (proven)' } : {}
}

/** As many clauses as fit; how many are missing is said, and the last word is kept. */
function within(start: string, { parts, last }: Clauses): string {
  for (let kept = parts.length; kept >= 0; kept--) {
    const missing = parts.length - kept
    const said = [
      ...parts.slice(0, kept),
      ...(missing > 0 ? [`and ${missing} more`] : []),
      ...(last === undefined ? [] : [last])
    ]
    const text = said.length === 0 ? start : `${start}: ${said.join(', ')}`
    if (text.length <= LIMIT) return text
  }
  return start
}

function effectCounts(effects: readonly Effect[]): string[] {
  const counts = new Map<Effect['kind'], number>()
  for (const effect of effects) {
    counts.set(effect.kind, (counts.get(effect.kind) ?? 0) + 1 + effect.members.length)
  }
  return [...counts]
    .sort(([a], [b]) => riskOf(a) - riskOf(b))
    .map(([kind, n]) => effectWords[kind].count(n))
}

/** "2 errors, 1 warning". */
export function severities(findings: readonly Finding[]): string {
  const parts: string[] = []
  for (const severity of ['error', 'warning', 'info'] as const) {
    const n = findings.filter(finding => finding.severity === severity).length
    if (n > 0) parts.push(severity === 'info' ? `${n} info` : count(n, severity))
  }
  return parts.length === 0 ? 'no findings' : parts.join(', ')
}

/** "1 finding", "3 findings". */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
