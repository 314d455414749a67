import { UserError } from '../errors.ts'
import { type Ask, field, type Repository } from '../publish/github.ts'
import type { Run } from '../publish/marker.ts'

/** The run that a workflow_run event tells of: GitHub's own words, not the run's. */
export interface ReviewedRun {
  readonly run: Run
  readonly url: string
  readonly workflow: string
  readonly headSha: string
  /** `owner:branch` of the head, for the list of pull requests. */
  readonly head: string
}

/** @throws UserError for any other event, or a run that was not started by a pull request */
export function readReviewedRun(eventName: string, payload: unknown): ReviewedRun {
  if (eventName !== 'workflow_run') {
    throw new UserError(
      `The companion runs on workflow_run, not on ${eventName || 'no event'}.`,
      'Start it by "on: workflow_run" of the reviewing workflow, "types: [completed]".'
    )
  }
  const run = field(payload, 'workflow_run')
  if (field(run, 'event') !== 'pull_request') {
    throw new UserError(
      `The reviewed run was started by ${String(field(run, 'event'))}: there is no pull request to comment on.`,
      'Add "if: github.event.workflow_run.event == \'pull_request\'" to the job.'
    )
  }
  const headSha = String(field(run, 'head_sha'))
  const owner = field(field(field(run, 'head_repository'), 'owner'), 'login')
  if (!/^[0-9a-f]{40}$/.test(headSha) || typeof owner !== 'string') {
    throw new UserError(
      'The payload of the event does not say which commit was reviewed.',
      'GITHUB_EVENT_PATH has to point at the payload that GitHub wrote.'
    )
  }
  return {
    run: {
      id: String(field(run, 'id')),
      number: Number(field(run, 'run_number')),
      attempt: Number(field(run, 'run_attempt'))
    },
    url: String(field(run, 'html_url')),
    workflow: String(field(run, 'name')),
    headSha,
    head: `${owner}:${String(field(run, 'head_branch'))}`
  }
}

/**
 * The open pull request whose head is the reviewed commit. GitHub is asked, never the artifact: a run of a
 * fork could name any number.
 * @returns null when there is none: it was closed, or a newer commit was pushed
 * @throws UserError when there are several
 */
export async function findPullRequest(
  ask: Ask,
  repository: Repository,
  { head, headSha }: ReviewedRun
): Promise<number | null> {
  const answer = await ask('GET /repos/{owner}/{repo}/pulls', {
    owner: repository.owner,
    repo: repository.name,
    state: 'open',
    head,
    per_page: 100
  })
  const numbers: number[] = []
  for (const pull of Array.isArray(answer) ? answer : []) {
    if (field(field(pull, 'head'), 'sha') === headSha) numbers.push(Number(field(pull, 'number')))
  }
  const [number, ...others] = numbers
  if (others.length === 0) return number ?? null
  throw new UserError(
    `Pull requests ${numbers.join(', ')} all have ${headSha.slice(0, 12)} as their head, and a report belongs to one of them only.`,
    'Close those that are not needed.'
  )
}
