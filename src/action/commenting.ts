import * as core from '@actions/core'
import type { CommentWhen } from '../config/config.ts'
import type { VerdictOutcome } from '../gates/verdict.ts'
import { type CommentResult, publishComment } from '../publish/comment.ts'
import { ApiFailure, explainFailure } from '../publish/failure.ts'
import { commentApi, connect, startDeadline } from '../publish/github.ts'
import { log } from '../publish/log.ts'
import type { Marker, Run } from '../publish/marker.ts'
import { writeSummary } from '../publish/summary.ts'
import { markdownProse } from '../report/escape.ts'

/** GitHub's limit is 65,536 characters; the marker and the line of earlier verdicts are added to the text. */
export const COMMENT_BUDGET = 60_000

const PUBLISHING_TIME = 30_000

export interface Comment {
  /** `owner/name` */
  readonly repository: string
  readonly token: string
  readonly pullRequest: number
  readonly key: string
  readonly sha: string
  readonly run: Run
  readonly verdict: VerdictOutcome
  readonly text: string
  /** Whether it is worth a comment where none exists yet. */
  readonly wanted: boolean
}

/** Whether a mode asks for a new comment. `never` does not even look for one. */
export function wants(mode: CommentWhen, failing: boolean, nothingRelevant: boolean): boolean {
  if (mode === 'always') return true
  return mode === 'on-failure' ? failing : mode === 'changes' && !nothingRelevant
}

/** Never throws and never changes the verdict: what could not be posted is a notice that says why. */
export async function comment(request: Comment): Promise<void> {
  const deadline = startDeadline(PUBLISHING_TIME)
  const [owner = '', name = ''] = request.repository.split('/')
  const repository = { owner, name, token: request.token }
  try {
    const ask = await connect(repository, deadline)
    const result = await publishComment(commentApi(ask, repository, request.pullRequest), {
      marker: {
        key: request.key,
        sha: request.sha,
        run: request.run,
        verdict: request.verdict
      },
      text: earlier => `${request.text.trimEnd()}\n${earlierLine(earlier)}`,
      wanted: request.wanted
    })
    say(result)
  } catch (error) {
    const failure = error instanceof ApiFailure ? error : new ApiFailure(0, String(error))
    const message = `No comment: ${explainFailure(failure)}`
    log.notice(message)
    await writeSummary(`\n${markdownProse(message)}\n`)
  }
  // A pause of the client may still be running; it must not keep the job waiting once the rest is done.
  if (deadline.left() === 0) setTimeout(() => process.exit(), 1000).unref()
}

function say(result: CommentResult): void {
  switch (result.kind) {
    case 'created':
    case 'updated':
    case 'unchanged':
      core.setOutput('comment-url', result.url)
      log.line(`The comment was ${result.kind === 'unchanged' ? 'up to date' : result.kind}.`)
      return
    case 'overtaken':
      log.line('A newer commit or run is there: its comment stands, this run writes none.')
      return
    case 'none':
      log.line('No comment: there is nothing to say.')
  }
}

function earlierLine(earlier: Marker['earlier']): string {
  if (earlier.length === 0) return ''
  const items = earlier.map(({ sha, verdict }) => `\`${sha}\` ${verdict}`)
  return `\n<sub>earlier: ${items.join(' · ')}</sub>\n`
}
