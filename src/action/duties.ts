import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import * as core from '@actions/core'
import { annotate } from '../publish/annotate.ts'
import { selectAnnotations } from '../publish/annotations.ts'
import { log } from '../publish/log.ts'
import { SUMMARY_BUDGET, writeSummary } from '../publish/summary.ts'
import { headline } from '../report/headline.ts'
import { json } from '../report/json.ts'
import { markdown } from '../report/markdown.ts'
import type { RenderOptions, Report } from '../report/report.ts'
import { text } from '../report/text.ts'
import type { JobContext } from './context.ts'

/** The verdicts that end the step red. */
export function fails(report: Report): boolean {
  const { outcome } = report.verdict
  return outcome === 'approve' || outcome === 'block' || outcome === 'error'
}

export function renderOptions(report: Report, context: JobContext, budget: number): RenderOptions {
  const { base, head } = report.sides
  const blob = (commit: string) => `${context.serverUrl}/${context.repository}/blob/${commit}/`
  const known = base?.commit !== undefined && head.commit !== undefined && context.repository !== ''
  return {
    color: false,
    budget,
    ...(known && { links: { base: blob(base.commit), head: blob(head.commit) } }),
    ...(context.run.id !== '' && { fullReport: context.runUrl })
  }
}

/** Outputs are words of a closed set, numbers, and a path that we chose: nothing of a manifest. */
export function writeOutputs(report: Report): void {
  core.setOutput('verdict', report.verdict.outcome)
  core.setOutput('effects', report.effects.length)
  core.setOutput('introduced', report.findings.introduced.length)
}

/** The whole report as JSON, for later steps and the companion. */
export function writeReportFile(report: Report, context: JobContext, given: string | null): void {
  const path =
    given === null
      ? join(context.temporary || tmpdir(), 'meshproof', 'report.json')
      : resolve(context.workspace, given)
  write(path, json.render(report, { color: false, budget: 0 }))
  core.setOutput('report-file', path)
}

/** The report for code scanning; loaded and written only where it is asked for. */
export async function writeSarifFile(
  report: Report,
  context: JobContext,
  given: string | null
): Promise<void> {
  if (given === null) return
  const { sarif } = await import('../report/sarif.ts')
  const path = resolve(context.workspace, given)
  const pages = context.pages === null ? {} : { pages: context.pages }
  write(path, sarif.render(report, { color: false, budget: 0, ...pages }))
  core.setOutput('sarif-file', path)
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

export async function writeJobSummary(report: Report, context: JobContext): Promise<void> {
  await writeSummary(markdown.render(report, renderOptions(report, context, SUMMARY_BUDGET)))
}

/** What the log says to those who have nothing else, and the lines of the change that it is about. */
export function writeLog(report: Report, changed: readonly string[]): void {
  log.line(headline(report))
  log.block('Report', text.render(report, { color: false, budget: 0 }).trim())
  annotate(selectAnnotations(report, new Set(changed)))
}
