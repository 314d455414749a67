import * as core from '@actions/core'
import type { CommentWhen } from '../config/config.ts'
import { UserError } from '../errors.ts'
import { annotation, log } from '../publish/log.ts'
import { writeSummary } from '../publish/summary.ts'
import { markdownCode, markdownProse } from '../report/escape.ts'
import { headline } from '../report/headline.ts'
import type { Report } from '../report/report.ts'
import { reportState } from '../report/state.ts'
import { type JobContext, readContext } from './context.ts'
import {
  fails,
  renderOptions,
  writeJobSummary,
  writeLog,
  writeOutputs,
  writeReportFile,
  writeSarifFile
} from './duties.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { type Reading, readEvent } from './read.ts'
import { type Reviewed, review } from './reviewing.ts'

/**
 * The action. The verdict comes first and without the network; then outputs and the report's file, summary,
 * annotations, comment, exit code. Nothing after the verdict can change it, and a step without a verdict is red.
 */
export async function main(): Promise<void> {
  core.saveState('started', 'true')
  const context = readContext(process.env)
  try {
    const inputs = readInputs()
    const reading = await readEvent(inputs, context, process.env)
    log.line(`Comparing ${reading.base.name} with ${reading.head.name}: ${reading.why}.`)
    const reviewed = await review(reading, inputs, process.env)
    core.saveState('verdict', reviewed.report.verdict.outcome)
    await publish(reviewed, reading, inputs, context)
  } catch (error) {
    await fail(error)
  }
}

async function publish(
  { report, config }: Reviewed,
  reading: Reading,
  inputs: Inputs,
  context: JobContext
): Promise<void> {
  if (fails(report)) process.exitCode = 1
  writeOutputs(report)
  await duty('The report file', () => writeReportFile(report, context, inputs.reportFile))
  await duty('The job summary', () => writeJobSummary(report, context))
  await duty('The SARIF file', () => writeSarifFile(report, context, inputs.sarifFile))
  await duty('The annotations', () => writeLog(report, reading.changed))
  const mode = inputs.comment ?? config.comment.when
  const key = inputs.commentKey ?? config.comment.key ?? context.workflow
  await duty('The comment', () => commentOn(report, reading, inputs.token, mode, key, context))
  if (fails(report)) core.setFailed(headline(report))
}

/** A duty that fails is said and does not keep the next from being done. */
async function duty(name: string, work: () => void | Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    log.warning(`${name} could not be written: ${why}`)
    await writeSummary(`\n${name} could not be written: ${markdownCode(why)}\n`).catch(() => {
      // The summary is what fails: the warning has said it.
    })
  }
}

async function commentOn(
  report: Report,
  { pullRequest }: Reading,
  token: string,
  mode: CommentWhen,
  key: string,
  context: JobContext
): Promise<void> {
  if (pullRequest === null || mode === 'never') return
  if (token === '' || context.repository === '') {
    log.notice('No comment: there is no "github-token".')
    return
  }
  const { comment, wants, COMMENT_BUDGET } = await import('./commenting.ts')
  const { markdown } = await import('../report/markdown.ts')
  await comment({
    repository: context.repository,
    token,
    pullRequest: pullRequest.number,
    key,
    sha: pullRequest.headSha,
    run: context.run,
    verdict: report.verdict.outcome,
    text: markdown.render(report, renderOptions(report, context, COMMENT_BUDGET)),
    wanted: wants(mode, fails(report), reportState(report) === 'nothing-relevant')
  })
}

/** No verdict is never a pass. The user's mistake is told with its cure, ours with its stack. */
async function fail(error: unknown): Promise<void> {
  process.exitCode = 1
  core.setOutput('verdict', 'error')
  core.saveState('verdict', 'error')
  if (error instanceof UserError) {
    core.setFailed(annotation(`${error.message} ${error.hint}`))
    await writeSummary(
      `### Meshproof could not compare\n\n${markdownProse(error.message)}\n\n${markdownProse(error.hint)}\n`
    )
    return
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  log.block(
    'Meshproof failed. This is a defect of Meshproof; please report it with these lines',
    stack
  )
  core.setFailed(
    'Meshproof failed: nothing is proven. This is a defect of Meshproof, not of the change; please report it with the lines of the log.'
  )
  await writeSummary(
    '### 💥 Meshproof failed: nothing is proven\n\nThis is a defect of Meshproof, not of the change. Please report it with the lines of the log.\n'
  )
}
