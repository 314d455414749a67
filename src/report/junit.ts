import type { Finding } from '../finding.ts'
import { escapeHtml } from './escape.ts'
import { byText, findingsBySeverity } from './order.ts'
import { redact } from './redact.ts'
import type { Report, Reporter } from './report.ts'

/** JUnit XML: gates and findings as test cases, for systems that show test results. */
export const junit: Reporter = {
  id: 'junit',
  render(unsafe) {
    const report = redact(unsafe)
    const suites = [gateSuite(report), findingSuite(report)]
    const total = (pick: (suite: Suite) => number) => {
      let sum = 0
      for (const suite of suites) sum += pick(suite)
      return sum
    }
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="meshproof" tests="${total(({ cases }) => cases.length)}" failures="${total(failures)}" errors="${total(errors)}">`
    ]
    for (const suite of suites) {
      lines.push(
        `  <testsuite name="${suite.name}" tests="${suite.cases.length}" failures="${failures(suite)}" errors="${errors(suite)}">`
      )
      for (const one of suite.cases) lines.push(...caseLines(one))
      lines.push('  </testsuite>')
    }
    lines.push('</testsuites>')
    return `${lines.join('\n')}\n`
  }
}

interface Case {
  readonly name: string
  readonly className: string
  readonly file?: string
  readonly line?: number
  readonly failures: readonly string[]
  /** What did not fail and is worth reading. */
  readonly output: readonly string[]
  readonly error?: string
}

interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
}

function failures({ cases }: Suite): number {
  return cases.filter(one => one.failures.length > 0).length
}

function errors({ cases }: Suite): number {
  return cases.filter(one => one.error !== undefined).length
}

/** A gate fails where it asks for a person: the levels `approve` and `error`. */
function gateSuite(report: Report): Suite {
  const { reasons, gates = [], outcome } = report.verdict
  const names = new Set([...gates.map(({ gate }) => gate), ...reasons.map(({ gate }) => gate)])
  const cases: Case[] = [...names].sort(byText).map(name => {
    const own = reasons.filter(({ gate }) => gate === name)
    const failed = own.filter(({ level }) => level === 'approve' || level === 'error')
    return {
      name,
      className: 'meshproof.gates',
      failures: failed.map(({ message }) => message),
      output: own.filter(reason => !failed.includes(reason)).map(({ message }) => message)
    }
  })
  if (outcome === 'error') {
    cases.push({
      name: 'analysis',
      className: 'meshproof.gates',
      failures: [],
      output: [],
      error: 'The analysis failed, nothing is proven.'
    })
  }
  return { name: 'gates', cases }
}

function findingSuite(report: Report): Suite {
  const { introduced, remaining } = report.findings
  const shown = report.sides.base === null ? remaining : introduced
  return { name: 'findings', cases: findingsBySeverity(shown).map(findingCase) }
}

function findingCase(finding: Finding): Case {
  const { file, start } = finding.at
  const text = `${file}:${start.line}:${start.column}: ${finding.message}`
  const fails = finding.severity === 'error'
  return {
    name: `${finding.id} ${file}:${start.line}:${start.column}`,
    className: 'meshproof.findings',
    file,
    line: start.line,
    failures: fails ? [text] : [],
    output: fails ? [] : [`${finding.severity}: ${text}`]
  }
}

function caseLines({ name, className, file, line, failures, output, error }: Case): string[] {
  const place = file === undefined ? '' : ` file="${escapeHtml(file)}" line="${line}"`
  const open = `    <testcase classname="${className}" name="${escapeHtml(name)}"${place}`
  const inner: string[] = []
  if (error !== undefined) inner.push(`      <error message="${escapeHtml(error)}"/>`)
  const [first] = failures
  if (first !== undefined) {
    inner.push(
      `      <failure message="${escapeHtml(first, 200)}">${failures.map(text => escapeHtml(text)).join('\n')}</failure>`
    )
  }
  if (output.length > 0) {
    inner.push(`      <system-out>${output.map(text => escapeHtml(text)).join('\n')}</system-out>`)
  }
  return inner.length === 0 ? [`${open}/>`] : [`${open}>`, ...inner, '    </testcase>']
}
