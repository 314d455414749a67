import { UserError } from '../errors.ts'
import type { Commit } from './commit.ts'

/** What a workflow run knows: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows. */
export interface EventContext {
  /** GITHUB_EVENT_NAME */
  readonly name: string
  /** The file at GITHUB_EVENT_PATH: untrusted, any shape. */
  readonly payload: unknown
  /** GITHUB_SHA */
  readonly sha: string
  /** GITHUB_REF */
  readonly ref: string
  /** Inputs `base` and `head`; `''` where not given. */
  readonly base: string
  readonly head: string
  /** HEAD of the checkout; null where there is none. */
  readonly checkedOut: Commit | null
}

/** A state to compare, before anything is known to exist. */
export type Revision =
  | { readonly kind: 'commit'; readonly name: string }
  | { readonly kind: 'first-parent'; readonly of: string; readonly merges?: string }
  | { readonly kind: 'merge-base'; readonly of: string; readonly with: string }
  | { readonly kind: 'nothing' }

/** The pull request that a run belongs to, for links, annotations and the comment. */
export interface PullRequest {
  readonly number: number
  readonly headSha: string
  readonly fork: boolean
}

export interface Attempt {
  readonly base: Revision
  readonly head: string
  /** Why this pair, as the log says it. */
  readonly why: string
  /** Not what the event means at its best: the report has to say what was compared instead. */
  readonly secondBest?: true
}

/** What an event asks for: the first attempt whose commits can be had is the comparison. */
export interface Plan {
  readonly attempts: readonly Attempt[]
  readonly pullRequest: PullRequest | null
  /** `fetch-depth` of actions/checkout that makes every commit of the plan present. */
  readonly fetchDepth: 0 | 2
}

type Planner = (event: EventContext, payload: Fields) => Plan

/** One entry per event that says by itself what to compare; docs/events.md has the same rows. */
const planners: Readonly<Record<string, Planner>> = {
  pull_request: planPullRequest,
  pull_request_target: planPullRequestTarget,
  push: planPush,
  merge_group: planMergeGroup,
  workflow_run: () => {
    throw new UserError(
      'A workflow_run event does not say what to compare: it is for posting the report of another run.',
      'Use the companion action "comment" here, and this action in the workflow that runs on pull_request.'
    )
  }
}

export const plannedEvents: readonly string[] = Object.keys(planners)

/**
 * Pure: payload, environment and inputs in, plan out.
 * @throws UserError where the event does not say what to compare; it says what to do instead
 */
export function planEvent(event: EventContext): Plan {
  const payload = fields(event.payload)
  if (event.name === 'pull_request_target') refuseForkCheckout(event, payload)
  if (event.base !== '' || event.head !== '') return planInputs(event, payload)
  const planner = Object.hasOwn(planners, event.name) ? planners[event.name] : undefined
  if (planner !== undefined) return planner(event, payload)
  throw new UserError(
    `A ${event.name} event does not say what to compare.`,
    'Give the input "base" (and "head", unless the commit of the run is meant), or run on pull_request, push or merge_group.'
  )
}

function planInputs(event: EventContext, payload: Fields): Plan {
  const pullRequest = event.name.startsWith('pull_request') ? readPullRequest(payload) : null
  if (event.base === '') {
    throw new UserError(
      'The input "head" is given without "base".',
      'Give both, or neither on pull_request, push and merge_group.'
    )
  }
  const head = event.head === '' ? event.sha : event.head
  return {
    attempts: [
      { base: { kind: 'commit', name: event.base }, head, why: 'as the inputs base and head say' }
    ],
    pullRequest,
    fetchDepth: 0
  }
}

/**
 * GITHUB_SHA is the merge that GitHub made to test, and its first parent is the base branch as it was then;
 * `pull_request.base.sha` can be older. The second parent tells whether it is the merge of this very head.
 */
function planPullRequest(event: EventContext, payload: Fields): Plan {
  const pullRequest = readPullRequest(payload)
  if (text(payload.action) === 'closed') {
    throw new UserError(
      'A closed pull request has nothing left to review.',
      'Leave "closed" out of "types" of pull_request; use push to review what was merged.'
    )
  }
  return planMerge(event.sha, pullRequest, payload)
}

/** Data mode: nothing of the pull request is on disk, its objects are read as data. */
function planPullRequestTarget(_event: EventContext, payload: Fields): Plan {
  const pullRequest = readPullRequest(payload)
  const merge = text(fields(payload.pull_request).merge_commit_sha)
  return planMerge(merge, pullRequest, payload)
}

function planMerge(merge: string, pullRequest: PullRequest, payload: Fields): Plan {
  const { headSha, number } = pullRequest
  const baseSha = sha(fields(fields(payload.pull_request).base).sha, 'pull_request.base.sha')
  const attempts: Attempt[] = []
  if (isSha(merge) && merge !== headSha) {
    attempts.push({
      base: { kind: 'first-parent', of: merge, merges: headSha },
      head: merge,
      why: `the merge of pull request ${number} against its first parent`
    })
  }
  attempts.push({
    base: { kind: 'merge-base', of: baseSha, with: headSha },
    head: headSha,
    why: `the head of pull request ${number} against its merge base, since there is no merge commit of it (a conflict, or it could not be fetched)`,
    secondBest: true
  })
  return { attempts, pullRequest, fetchDepth: 2 }
}

/**
 * A workflow of pull_request_target has a token that can write and the secrets of the repository. Whoever
 * checks the fork's head out there is one step from running it.
 */
function refuseForkCheckout(event: EventContext, payload: Fields): void {
  const pullRequest = readPullRequest(payload)
  const { checkedOut } = event
  if (!pullRequest.fork || checkedOut === null) return
  const { headSha } = pullRequest
  if (checkedOut.sha !== headSha && !checkedOut.parents.includes(headSha)) return
  throw new UserError(
    'This pull_request_target run has checked out the head of a fork, with a token that can write.',
    'Run on pull_request instead, and let the companion action "comment" post on workflow_run; or check out the base branch only: the head is read from git as data.'
  )
}

function planPush(event: EventContext, payload: Fields): Plan {
  const before = text(payload.before)
  const after = text(payload.after) || event.sha
  if (isZero(after)) {
    throw new UserError(
      `${event.ref} was deleted: there is no state to review.`,
      'Leave deletions out of the workflow: "if: github.event.deleted == false".'
    )
  }
  if (event.ref.startsWith('refs/tags/')) {
    throw new UserError(
      `A pushed tag (${event.ref}) does not say what to compare it with.`,
      'Give the input "base", for example the tag before it.'
    )
  }
  const head = sha(after, 'after')
  if (!isZero(before)) {
    return {
      attempts: [
        {
          base: { kind: 'commit', name: sha(before, 'before') },
          head,
          why: `${event.ref} before and after the push`
        }
      ],
      pullRequest: null,
      fetchDepth: 0
    }
  }
  const defaultBranch = text(fields(payload.repository).default_branch)
  const isDefault = defaultBranch === '' || event.ref === `refs/heads/${defaultBranch}`
  return {
    attempts: [
      isDefault
        ? { base: { kind: 'nothing' }, head, why: `${event.ref} is new: all of it` }
        : {
            base: { kind: 'merge-base', of: `refs/heads/${defaultBranch}`, with: head },
            head,
            why: `${event.ref} is new: against where it left ${defaultBranch}`
          }
    ],
    pullRequest: null,
    fetchDepth: 0
  }
}

function planMergeGroup(_event: EventContext, payload: Fields): Plan {
  const group = fields(payload.merge_group)
  return {
    attempts: [
      {
        base: { kind: 'commit', name: sha(group.base_sha, 'merge_group.base_sha') },
        head: sha(group.head_sha, 'merge_group.head_sha'),
        why: 'the merge group against its base'
      }
    ],
    pullRequest: null,
    fetchDepth: 0
  }
}

/** @throws UserError when the payload is not that of a pull request */
export function readPullRequest(payload: unknown): PullRequest {
  const pull = fields(fields(payload).pull_request)
  const number = pull.number
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) {
    throw incomplete('pull_request.number')
  }
  const headRepo = text(fields(fields(pull.head).repo).full_name)
  const baseRepo = text(fields(fields(pull.base).repo).full_name)
  return {
    number,
    headSha: sha(fields(pull.head).sha, 'pull_request.head.sha'),
    // A fork that was deleted since has no `head.repo` any more.
    fork: headRepo === '' || headRepo !== baseRepo
  }
}

type Fields = Readonly<Record<string, unknown>>

function fields(value: unknown): Fields {
  // A JSON object; what its members are is asked one by one.
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isSha(value: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)
}

function isZero(value: string): boolean {
  return /^0+$/.test(value)
}

function sha(value: unknown, name: string): string {
  if (typeof value === 'string' && isSha(value)) return value
  throw incomplete(name)
}

function incomplete(name: string): UserError {
  return new UserError(
    `The payload of the event has no usable ${name}.`,
    'GITHUB_EVENT_PATH has to point at the payload that GitHub wrote; give "base" and "head" otherwise.'
  )
}
