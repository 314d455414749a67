import type { CaseResult, CaseStatus } from '../expectations/run.ts'
import { plain } from '../report/escape.ts'
import type { Paint } from '../report/paint.ts'
import { redactText } from '../report/redact.ts'
import { caseName, countsOf, decidingPlace, missLines, type TestReport } from './test-report.ts'

/** Misses of one case beyond this many are counted. */
const SHOWN = 10

/** The results for a terminal: what failed with its reasons, what passed in a line each. */
export function testText(report: TestReport, look: Paint): string {
  const lines: string[] = []
  for (const result of report.cases) lines.push(...caseLines(result, look))
  const { passed, failed, unknown, skipped, requests } = countsOf(report)
  const counts = [
    ...(passed > 0 ? [`${passed} passed`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : [])
  ]
  const total = `${report.cases.length} ${report.cases.length === 1 ? 'case' : 'cases'}`
  const { minor, why } = report.istio
  lines.push(
    '',
    `${total}, ${requests} ${requests === 1 ? 'request' : 'requests'}: ${look.strong(counts.join(', '))} (mesh ${safe(report.mesh)}, Istio ${minor}, ${safe(why)})`
  )
  return `${lines.join('\n')}\n`
}

function caseLines(result: CaseResult, look: Paint): string[] {
  const { test, status, reason, requests } = result
  const marks: Readonly<Record<CaseStatus, string>> = {
    passed: look.good('pass'),
    failed: look.bad('FAIL'),
    unknown: look.warn('????'),
    skipped: look.warn('skip')
  }
  const count = requests.length > 1 ? look.dim(` (${requests.length} requests)`) : ''
  const place = look.dim(` ${safe(test.file)}:${test.line}`)
  const lines = [`${marks[status]} ${safe(caseName(result))}${count}${place}`]
  if (reason !== undefined) lines.push(`     ${safe(reason)}`)
  if (status === 'failed' || status === 'unknown') {
    const missing = requests.filter(one => missLines(one).length > 0)
    for (const one of missing.slice(0, SHOWN)) {
      for (const line of missLines(one)) lines.push(`     ${safe(line)}`)
      const decided = decidingPlace(one)
      if (decided !== null) lines.push(look.dim(`       decided at ${safe(decided)}`))
    }
    if (missing.length > SHOWN) lines.push(`     … and ${missing.length - SHOWN} more requests`)
  }
  const undecided = new Set(requests.flatMap(one => one.undecided))
  if (reason === undefined)
    for (const one of undecided) lines.push(look.dim(`     note: ${safe(one)}`))
  for (const warning of test.warnings) lines.push(look.dim(`     note: ${safe(warning)}`))
  return lines
}

function safe(text: string): string {
  return plain(redactText(text))
}
