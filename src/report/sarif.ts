import type { Effect } from '../effects/effect.ts'
import type { Finding, Severity, SourceRange, Unknown } from '../finding.ts'
import { jsonText, sarifText } from './escape.ts'
import { byText, effectsByRisk, findingsBySeverity } from './order.ts'
import { pageOf } from './page-of.ts'
import { redact } from './redact.ts'
import type { Report, Reporter } from './report.ts'
import { curl, describeOutcome } from './request-words.ts'
import { effectWords, unknownWords } from './words.ts'

/** GitHub keeps the 5,000 most severe results of an upload; what is left out is said in the run. */
const MOST_RESULTS = 5000

/**
 * SARIF 2.1.0 for code scanning: the findings of head, the effects at the line that causes them, and what was
 * not understood. Findings that the change resolves are left out, so that their alerts close.
 */
export const sarif: Reporter = {
  id: 'sarif',
  render(unsafe, { pages }) {
    const report = redact(unsafe)
    const results = resultsOf(report, pages)
    const shown = results.slice(0, MOST_RESULTS)
    const rules = [...new Map(shown.map(({ rule }) => [rule.id, rule])).values()]
    rules.sort((a, b) => byText(a.id, b.id))
    const indexes = new Map(rules.map((rule, index) => [rule.id, index]))
    const log = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'Meshproof', semanticVersion: report.versions.meshproof, rules }
          },
          columnKind: 'utf16CodeUnits',
          automationDetails: { id: 'meshproof/' },
          invocations: [
            {
              executionSuccessful: report.verdict.outcome !== 'error',
              toolExecutionNotifications: notifications(report, results.length - shown.length)
            }
          ],
          results: withOccurrence(shown).map(({ rule, ...result }) => ({
            ruleId: rule.id,
            ruleIndex: indexes.get(rule.id),
            ...result
          })),
          properties: { verdict: report.verdict.outcome }
        }
      ]
    }
    return `${jsonText(log)}\n`
  }
}

type SarifLevel = 'error' | 'warning' | 'note'

interface Rule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
  readonly helpUri?: string
  readonly properties: { readonly tags: readonly string[] }
}

interface Result {
  readonly rule: Rule
  readonly level: SarifLevel
  readonly message: { readonly text: string }
  readonly locations: readonly object[]
  readonly relatedLocations?: readonly object[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly baselineState?: 'new' | 'unchanged'
}

const LEVEL: Readonly<Record<Severity, SarifLevel>> = {
  error: 'error',
  warning: 'warning',
  info: 'note'
}

function resultsOf(report: Report, pages: string | undefined): Result[] {
  const { introduced, remaining } = report.findings
  const compared = report.sides.base !== null
  const all = [
    ...effectsByRisk(report.effects).map(effectResult),
    ...findingsBySeverity(introduced).map(one =>
      findingResult(one, compared ? 'new' : undefined, pages)
    ),
    ...findingsBySeverity(remaining).map(one =>
      findingResult(one, compared ? 'unchanged' : undefined, pages)
    ),
    ...report.unknown.map(unknownResult)
  ]
  const order: Readonly<Record<SarifLevel, number>> = { error: 0, warning: 1, note: 2 }
  return all.sort((a, b) => order[a.level] - order[b.level])
}

function findingResult(
  finding: Finding,
  baselineState: 'new' | 'unchanged' | undefined,
  pages: string | undefined
): Result {
  return {
    rule: {
      ...rule(finding.id, finding.id, ['finding', ...finding.sources]),
      ...(pages !== undefined && { helpUri: `${pages}${pageOf(finding.id)}` })
    },
    level: LEVEL[finding.severity],
    message: { text: sarifText(finding.message) },
    locations: [location(finding.at)],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.slice(0, 100).map(({ at, note }) => location(at, note))
    }),
    partialFingerprints: { 'meshproof/v1': finding.fingerprint },
    ...(baselineState !== undefined && { baselineState })
  }
}

function effectResult(effect: Effect): Result {
  const words = effectWords[effect.kind]
  const parts = [`${words.title} ${words.preposition} ${effect.subject.name}: ${effect.region}.`]
  for (const { facet, before, after } of effect.changes)
    parts.push(`${facet}: ${before} → ${after}.`)
  if (effect.witness !== null) {
    const { request, before, after } = effect.witness
    parts.push(
      `${curl(request, effect.subject)}: ${describeOutcome(before)} → ${describeOutcome(after)}.`
    )
  }
  // Code scanning shows an alert on a pull request only where its line is in the diff: head's cause first.
  const causes = [...effect.causes].sort((a, b) => byText(b.side, a.side))
  const [first, ...others] = causes
  return {
    rule: rule(`effect/${effect.kind}`, words.title, ['effect', effect.domain]),
    level: LEVEL[effect.severity],
    message: { text: sarifText(parts.join(' ')) },
    locations: first === undefined ? [] : [location(first.at)],
    ...(others.length > 0 && {
      relatedLocations: others
        .slice(0, 100)
        .map(({ at, side, note }) => location(at, `${side}: ${note}`))
    }),
    partialFingerprints: { 'meshproof/v1': effect.fingerprint }
  }
}

function unknownResult(unknown: Unknown): Result {
  return {
    rule: rule(`unknown/${unknown.reason}`, unknownWords[unknown.reason], ['unknown']),
    level: 'note',
    message: { text: sarifText(unknown.message) },
    locations: unknown.at === null ? [] : [location(unknown.at)],
    partialFingerprints: { 'meshproof/v1': unknown.fingerprint }
  }
}

function rule(id: string, text: string, tags: readonly string[]): Rule {
  // Code scanning shows at most ten tags.
  return {
    id,
    shortDescription: { text: sarifText(text) },
    properties: { tags: tags.slice(0, 10) }
  }
}

function location({ file, start, end }: SourceRange, note?: string): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uri(file), uriBaseId: '%SRCROOT%' },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column
      }
    },
    ...(note !== undefined && { message: { text: sarifText(note) } })
  }
}

/** A relative reference (RFC 3986): every segment encoded; a first segment with `:` would be a scheme. */
function uri(file: string): string {
  const path = file.replace(/\p{Cs}/gu, '\ufffd')
  return path.split('/').map(encodeURIComponent).join('/')
}

/** Equal facts in one object are told apart by their number, or GitHub would fold them into one alert. */
function withOccurrence(results: readonly Result[]): Result[] {
  const seen = new Map<string, number>()
  return results.map(result => {
    const key = `${result.rule.id} ${result.partialFingerprints['meshproof/v1']}`
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    if (n === 1) return result
    const own = `${result.partialFingerprints['meshproof/v1']}:${n}`
    return { ...result, partialFingerprints: { 'meshproof/v1': own } }
  })
}

function notifications(report: Report, missing: number): object[] {
  const texts: string[] = []
  if (missing > 0) texts.push(`${missing} results of lower severity are left out.`)
  for (const { message, level } of report.verdict.reasons) {
    if (report.verdict.outcome === 'error' && level === 'error') texts.push(message)
  }
  return texts.slice(0, 20).map(text => ({ level: 'warning', message: { text: sarifText(text) } }))
}
