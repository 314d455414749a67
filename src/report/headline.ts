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

function clauses(state: ReportState, report: Report): string[] {
  const { introduced, resolved } = report.findings
  switch (state) {
    case 'failed':
      return []
    case 'findings':
    case 'clean':
      return [
        ...(report.unknown.length > 0 && state === 'findings'
          ? [`${report.unknown.length} not understood`]
          : []),
        `${count(report.coverage.manifests.head, 'object')} read`
      ]
    case 'unknown':
    case 'proven-unchanged':
    case 'nothing-relevant':
      return resolved.length > 0 ? [`${count(resolved.length, 'finding')} fixed`] : []
    case 'blocked':
    case 'needs-approval':
    case 'changed':
      return [
        ...effectCounts(report.effects),
        ...(introduced.length > 0 ? [`${count(introduced.length, 'finding')} introduced`] : []),
        ...rest(report)
      ]
  }
}

function notProven(report: Report): number {
  return report.unknown.length + uncompared(report)
}

/** What is said of everything that is not listed. */
function rest(report: Report): string[] {
  if (notProven(report) > 0) return [`${notProven(report)} not proven`]
  if (report.effects.length > 0) return ['everything else proven unchanged']
  return report.coverage.changed.manifests > 0 ? ['no behavioural change (proven)'] : []
}

/** As many clauses as fit; the count of the rest is said. */
function within(start: string, parts: readonly string[]): string {
  let text = start
  let first = true
  for (const [index, part] of parts.entries()) {
    const next = `${text}${first ? ': ' : ', '}${part}`
    const rest = parts.length - index
    if (next.length > LIMIT) {
      const more = `${text}${first ? ': ' : ', '}and ${rest} more`
      return more.length <= LIMIT ? more : text
    }
    text = next
    first = false
  }
  return text
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
