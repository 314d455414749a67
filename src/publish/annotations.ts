import type { Finding, SourceRange, Unknown } from '../finding.ts'
import { effectsByRisk, findingsBySeverity } from '../report/order.ts'
import type { Report } from '../report/report.ts'
import { describeOutcome } from '../report/request-words.ts'
import { effectWords } from '../report/words.ts'

type Effect = Report['effects'][number]
type Level = Report['verdict']['reasons'][number]['level']

/** A message at a line of the change, as the runner's `error`, `warning` and `notice` commands take it. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly at: SourceRange
}

/**
 * The runner keeps ten messages of a level per step and drops the others without a word; the failure of the
 * step is itself one of the errors.
 */
const PER_LEVEL = 9

/**
 * What a reviewer should see beside the code: what blocks first, then by severity and risk. Of the places of
 * one message the first in a changed file counts, since GitHub shows it in the diff only there.
 */
export function selectAnnotations(report: Report, changed: ReadonlySet<string>): Annotation[] {
  const levels = evidenceLevels(report)
  const all: Annotation[] = []
  for (const finding of findingsBySeverity(report.findings.introduced)) {
    all.push(ofFinding(finding, levels.get(finding.fingerprint), changed))
  }
  for (const effect of effectsByRisk(report.effects)) {
    const annotation = ofEffect(effect, levels.get(effect.fingerprint), changed)
    if (annotation !== null) all.push(annotation)
  }
  for (const unknown of report.unknown) {
    const annotation = ofUnknown(unknown, levels.get(unknown.fingerprint))
    if (annotation !== null) all.push(annotation)
  }
  return [...kept(all, 'error'), ...kept(all, 'warning'), ...kept(all, 'notice')]
}

/** The last one that fits says how many more there are. */
function kept(all: readonly Annotation[], level: Annotation['level']): Annotation[] {
  const own = all.filter(annotation => annotation.level === level)
  const rest = own.length - PER_LEVEL
  if (rest <= 0) return own
  const shown = own.slice(0, PER_LEVEL)
  const last = shown.pop()
  if (last === undefined) return shown
  return [...shown, { ...last, message: `${last.message}\n${rest} more in the job summary.` }]
}

/** The strictest level of a gate that a fingerprint is evidence for. */
function evidenceLevels(report: Report): Map<string, Level> {
  const levels = new Map<string, Level>()
  // Reasons stand strictest first.
  for (const { level, evidence } of report.verdict.reasons) {
    for (const fingerprint of evidence) if (!levels.has(fingerprint)) levels.set(fingerprint, level)
  }
  return levels
}

function ofFinding(
  finding: Finding,
  level: Level | undefined,
  changed: ReadonlySet<string>
): Annotation {
  const severity = finding.severity === 'info' ? 'notice' : finding.severity
  const codes = finding.sources.length === 0 ? '' : ` (${finding.sources.join(', ')})`
  return {
    level: blocks(level) ? 'error' : severity === 'error' ? 'warning' : severity,
    title: `${finding.id}${codes}`,
    message: finding.message,
    at: inChange([finding.at, ...finding.related.map(({ at }) => at)], changed)
  }
}

function ofEffect(
  effect: Effect,
  level: Level | undefined,
  changed: ReadonlySet<string>
): Annotation | null {
  // Lines of base are not lines of the files that the pull request shows.
  const [first, ...others] = effect.causes.filter(cause => cause.side === 'head')
  if (first === undefined) return null
  const { title, preposition } = effectWords[effect.kind]
  const { subject, witness } = effect
  const where = subject.namespace === undefined ? '' : ` in ${subject.namespace}`
  const facets = effect.changes.map(({ facet, before, after }) => `${facet}: ${before} → ${after}`)
  if (facets.length === 0 && witness !== null) {
    facets.push(`${describeOutcome(witness.before)} → ${describeOutcome(witness.after)}`)
  }
  return {
    level: blocks(level) ? 'error' : level === 'warn' ? 'warning' : 'notice',
    title: `${title} ${preposition} ${subject.name}${where}`,
    message: [effect.region, ...facets].filter(text => text !== '').join('\n'),
    at: inChange([first.at, ...others.map(({ at }) => at)], changed)
  }
}

function ofUnknown(unknown: Unknown, level: Level | undefined): Annotation | null {
  if (unknown.at === null || level === undefined) return null
  return {
    level: blocks(level) ? 'error' : 'warning',
    title: 'Not proven',
    message: unknown.message,
    at: unknown.at
  }
}

function blocks(level: Level | undefined): boolean {
  return level === 'error' || level === 'approve'
}

function inChange(places: readonly [SourceRange, ...SourceRange[]], changed: ReadonlySet<string>) {
  return places.find(({ file }) => changed.has(file)) ?? places[0]
}
