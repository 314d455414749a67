import type { CaseResult, CaseStatus, RequestResult } from '../expectations/run.ts'
import { outcomeWords } from '../expectations/words.ts'
import { jsonText } from '../report/escape.ts'
import { redact } from '../report/redact.ts'
import { describeCaller } from '../report/request-words.ts'

/** What a run of `meshproof test` found. */
export interface TestReport {
  readonly version: string
  readonly mesh: string
  readonly istio: { readonly minor: string; readonly why: string }
  /** Test files. */
  readonly files: number
  readonly cases: readonly CaseResult[]
}

export type Counts = Readonly<Record<CaseStatus, number>> & { readonly requests: number }

export function countsOf({ cases }: TestReport): Counts {
  const counts = { passed: 0, failed: 0, unknown: 0, skipped: 0, requests: 0 }
  for (const { status, requests } of cases) {
    counts[status] += 1
    counts.requests += requests.length
  }
  return counts
}

/** What stands for a case: its id, its description, or its place. */
export function caseName({ test }: CaseResult): string {
  const parts = [test.id, test.description === '' ? undefined : test.description]
  const name = parts.filter(part => part !== undefined).join(': ')
  return name === '' ? `${test.file}:${test.line}` : name
}

/** One line for each thing that a request misses, or why nobody can tell. */
export function missLines({ request, outcome, misses }: RequestResult): readonly string[] {
  const caller = describeCaller(request.from)
  const port = request.port === 80 ? '' : `, port ${request.port}`
  const asked = `${request.method} ${request.authority}${request.path} from ${caller}${port}`
  if (outcome.outcome === 'unknown') return [`${asked}: unknown: ${outcome.reason ?? 'not told'}`]
  return misses.map(({ what, wanted, got }) => `${asked}: ${what} is ${got}, not ${wanted}`)
}

/** The line of the configuration that decided, the last one that a step names. */
export function decidingPlace({ outcome }: RequestResult): string | null {
  const step = [...outcome.steps].reverse().find(({ file }) => file !== undefined)
  if (step === undefined) return null
  return step.line === undefined ? (step.file ?? null) : `${step.file}:${step.line}`
}

/** The whole run as data: `schema` names its shape, which only grows. */
export function testJson(report: TestReport): string {
  const cases = report.cases.map(result => {
    const { test, status, reason, requests } = result
    return {
      name: caseName(result),
      ...(test.id !== undefined && { id: test.id }),
      file: test.file,
      line: test.line,
      status,
      ...(reason !== undefined && { reason }),
      warnings: test.warnings,
      requests: requests.map(({ request, outcome, misses, undecided }) => ({
        request,
        outcome: outcome.outcome,
        words: outcomeWords(outcome),
        misses,
        undecided,
        certainty: outcome.certainty,
        steps: outcome.steps
      }))
    }
  })
  const { version, mesh, istio, files } = report
  const whole = {
    schema: 'meshproof/tests/v1',
    versions: { meshproof: version },
    mesh,
    istio,
    files,
    counts: countsOf(report),
    cases
  }
  return `${jsonText(redact(whole))}\n`
}
