import type { CaseResult } from '../expectations/run.ts'
import { escapeHtml } from '../report/escape.ts'
import { redactText } from '../report/redact.ts'
import { caseName, countsOf, missLines, type TestReport } from './test-report.ts'

/** JUnit XML, a suite for each test file. What nobody can tell is an error, so that it never counts as passed. */
export function testJunit(report: TestReport): string {
  const counts = countsOf(report)
  const byFile = new Map<string, CaseResult[]>()
  for (const result of report.cases) {
    byFile.set(result.test.file, [...(byFile.get(result.test.file) ?? []), result])
  }
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="meshproof test" tests="${report.cases.length}" failures="${counts.failed}" errors="${counts.unknown}" skipped="${counts.skipped}">`
  ]
  for (const [file, cases] of byFile) {
    const own = countsOf({ ...report, cases })
    lines.push(
      `  <testsuite name="${escapeHtml(file)}" tests="${cases.length}" failures="${own.failed}" errors="${own.unknown}" skipped="${own.skipped}">`
    )
    for (const result of cases) lines.push(...caseLines(result))
    lines.push('  </testsuite>')
  }
  lines.push('</testsuites>')
  return `${lines.join('\n')}\n`
}

function caseLines(result: CaseResult): string[] {
  const { test, status, reason = '', requests } = result
  const open = `    <testcase classname="${escapeHtml(test.file)}" name="${text(caseName(result))}" file="${escapeHtml(test.file)}" line="${test.line}"`
  const misses = requests.flatMap(one => missLines(one))
  const [first = ''] = misses
  const all = misses.map(miss => text(miss)).join('\n')
  const inner: string[] = []
  if (status === 'failed') {
    inner.push(`      <failure message="${text(first, 200)}">${all}</failure>`)
  } else if (status === 'unknown') {
    inner.push(`      <error message="${text(first, 200)}">${all}</error>`)
  } else if (status === 'skipped') inner.push(`      <skipped message="${text(reason)}"/>`)
  const output = [...test.warnings, ...new Set(requests.flatMap(one => one.undecided))]
  if (output.length > 0) {
    inner.push(`      <system-out>${output.map(one => text(one)).join('\n')}</system-out>`)
  }
  return inner.length === 0 ? [`${open}/>`] : [`${open}>`, ...inner, '    </testcase>']
}

function text(value: string, limit?: number): string {
  return limit === undefined ? escapeHtml(redactText(value)) : escapeHtml(redactText(value), limit)
}
