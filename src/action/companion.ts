import * as core from '@actions/core'
import { UserError } from '../errors.ts'
import { ApiFailure, explainFailure } from '../publish/failure.ts'
import { connect, startDeadline } from '../publish/github.ts'
import { annotation, log } from '../publish/log.ts'
import { markdown } from '../report/markdown.ts'
import { reportState } from '../report/state.ts'
import { readArtifact } from './artifact.ts'
import { COMMENT_BUDGET, comment, wants } from './commenting.ts'
import { readContext } from './context.ts'
import { fails, renderOptions } from './duties.ts'
import { readCompanionInputs } from './inputs.ts'
import { findPullRequest, readReviewedRun } from './reviewed-run.ts'

const READING_TIME = 60_000

/**
 * Posts the report of a finished run on its pull request. It runs with a token that can write, beside code
 * that may come from a fork: nothing is checked out, and of the other run only its report is read, as data.
 */
export async function companion(): Promise<void> {
  try {
    await post()
  } catch (error) {
    process.exitCode = 1
    if (error instanceof UserError) core.setFailed(annotation(`${error.message} ${error.hint}`))
    else if (error instanceof ApiFailure) core.setFailed(annotation(explainFailure(error)))
    else
      core.setFailed(
        annotation(error instanceof Error ? (error.stack ?? error.message) : String(error))
      )
  }
}

async function post(): Promise<void> {
  const inputs = readCompanionInputs()
  const context = readContext(process.env)
  const run = readReviewedRun(context.event.name, context.event.payload)
  if (inputs.comment === 'never') return
  const [owner = '', name = ''] = context.repository.split('/')
  const repository = { owner, name, token: inputs.token }
  const ask = await connect(repository, startDeadline(READING_TIME))
  const pullRequest = await findPullRequest(ask, repository, run)
  if (pullRequest === null) {
    log.notice(
      `No comment: no open pull request has ${run.headSha.slice(0, 12)} as its head. It was closed, or a newer commit was pushed, whose run comments.`
    )
    return
  }
  const report = await readArtifact(ask, repository, run.run.id, inputs.artifact)
  const source = { ...context, runUrl: run.url, run: run.run }
  await comment({
    repository: context.repository,
    token: inputs.token,
    pullRequest,
    key: inputs.commentKey ?? run.workflow,
    sha: run.headSha,
    run: run.run,
    verdict: report.verdict.outcome,
    text: markdown.render(report, renderOptions(report, source, COMMENT_BUDGET)),
    wanted: wants(inputs.comment, fails(report), reportState(report) === 'nothing-relevant')
  })
}
