import type { Commit } from '../../src/git/commit.ts'
import type { EventContext } from '../../src/git/event.ts'

/** One row of docs/events.md and one test of `planEvent`. */
export interface EventCase {
  readonly event: string
  readonly situation: string
  /** What is compared, or `refused`. */
  readonly answer: string
  /** Why, or what to do. */
  readonly note: string
  readonly given: Partial<EventContext>
  /** A part of the plan; a refusal's message and hint. */
  readonly plan?: object
  readonly refusal?: readonly [RegExp, RegExp]
}

export const merge = 'a'.repeat(40)
export const headSha = 'b'.repeat(40)
export const baseSha = 'c'.repeat(40)
const other = 'd'.repeat(40)
const zero = '0'.repeat(40)

export function eventContext(given: Partial<EventContext>): EventContext {
  return {
    name: 'pull_request',
    payload: pull(),
    sha: merge,
    ref: 'refs/pull/7/merge',
    base: '',
    head: '',
    checkedOut: null,
    ...given
  }
}

interface PullChange {
  readonly action?: string
  readonly headRepo?: string | null
  readonly merge?: string | null
}

function pull({
  action = 'synchronize',
  headRepo = 'acme/mesh',
  merge: sha = merge
}: PullChange = {}) {
  return {
    action,
    pull_request: {
      number: 7,
      merge_commit_sha: sha,
      head: { sha: headSha, repo: headRepo === null ? null : { full_name: headRepo } },
      base: { sha: baseSha, repo: { full_name: 'acme/mesh' } }
    }
  }
}

const commit = (sha: string, parents: string[] = []): Commit => ({ sha, parents, committedAt: '' })

const ofMerge = { base: { kind: 'first-parent', of: merge, merges: headSha }, head: merge }
const ofHead = { base: { kind: 'merge-base', of: baseSha, with: headSha }, head: headSha }
const fork = (name: string) => ({ name, payload: pull({ headRepo: 'eve/mesh' }) })
const newBranch = { before: zero, after: headSha, repository: { default_branch: 'trunk' } }
const dispatch = (name: string) => ({ name, payload: {}, sha: other })

export const eventCases: readonly EventCase[] = [
  {
    event: 'pull_request',
    situation: 'the merge is checked out (the default of actions/checkout)',
    answer: 'the merge commit against its first parent',
    note: 'Shows what merging would do now; `pull_request.base.sha` can be older. `fetch-depth: 2` needs no fetch.',
    given: {},
    plan: {
      attempts: [ofMerge, ofHead],
      pullRequest: { number: 7, headSha, fork: false },
      fetchDepth: 2
    }
  },
  {
    event: 'pull_request',
    situation: 'the head is checked out instead of the merge',
    answer: 'the merge commit against its first parent',
    note: 'What is checked out does not matter: commits are read from git, and a missing one is fetched.',
    given: { checkedOut: commit(headSha) },
    plan: { attempts: [ofMerge, ofHead] }
  },
  {
    event: 'pull_request',
    situation: 'there is no merge commit of this head (a conflict, or it cannot be fetched)',
    answer: 'the head against its merge base with the base branch',
    note: 'The log says so. GitHub starts no run while there is a conflict; a re-run can meet one.',
    given: { sha: headSha },
    plan: { attempts: [ofHead] }
  },
  {
    event: 'pull_request',
    situation: 'from a fork',
    answer: 'the same',
    note: 'The token cannot comment: a notice says so, and the companion posts the report.',
    given: fork('pull_request'),
    plan: { attempts: [ofMerge, ofHead], pullRequest: { fork: true } }
  },
  {
    event: 'pull_request',
    situation: 'from a fork that was deleted since',
    answer: 'the same',
    note: 'Counts as a fork.',
    given: { payload: pull({ headRepo: null }) },
    plan: { pullRequest: { fork: true } }
  },
  {
    event: 'pull_request',
    situation: 'closed',
    answer: 'refused',
    note: 'Leave `closed` out of `types`.',
    given: { payload: pull({ action: 'closed' }) },
    refusal: [/closed/, /"types"/]
  },
  {
    event: 'push',
    situation: 'to a branch, also a force-push',
    answer: 'the state before against the state after',
    note: 'A state that no branch holds any more is fetched by its id.',
    given: {
      name: 'push',
      ref: 'refs/heads/x',
      payload: { before: baseSha, after: headSha, forced: true }
    },
    plan: {
      attempts: [{ base: { kind: 'commit', name: baseSha }, head: headSha }],
      pullRequest: null,
      fetchDepth: 0
    }
  },
  {
    event: 'push',
    situation: 'of a new branch (`before` is all zeros)',
    answer: 'the branch against where it left the default branch',
    note: 'Needs history: `fetch-depth: 0`, or it is fetched step by step.',
    given: { name: 'push', ref: 'refs/heads/x', payload: newBranch },
    plan: {
      attempts: [
        { base: { kind: 'merge-base', of: 'refs/heads/trunk', with: headSha }, head: headSha }
      ]
    }
  },
  {
    event: 'push',
    situation: 'of a new default branch (`before` is all zeros)',
    answer: 'all of it against nothing',
    note: 'The first push of a repository.',
    given: { name: 'push', ref: 'refs/heads/trunk', payload: newBranch },
    plan: { attempts: [{ base: { kind: 'nothing' }, head: headSha }] }
  },
  {
    event: 'push',
    situation: 'of a tag',
    answer: 'refused',
    note: 'Give the input `base`, for example the tag before it.',
    given: { name: 'push', ref: 'refs/tags/v1', payload: { before: zero, after: headSha } },
    refusal: [/tag/, /"base"/]
  },
  {
    event: 'push',
    situation: 'that deletes a branch',
    answer: 'refused',
    note: 'Leave deletions out: `if: github.event.deleted == false`.',
    given: { name: 'push', ref: 'refs/heads/x', payload: { before: baseSha, after: zero } },
    refusal: [/deleted/, /if:/]
  },
  {
    event: 'merge_group',
    situation: 'always',
    answer: 'the head of the group against its base',
    note: 'No comment; the queue waits for the verdict, so the workflow needs this trigger.',
    given: {
      name: 'merge_group',
      payload: { merge_group: { base_sha: baseSha, head_sha: headSha } }
    },
    plan: {
      attempts: [{ base: { kind: 'commit', name: baseSha }, head: headSha }],
      pullRequest: null
    }
  },
  {
    event: 'pull_request_target',
    situation: 'the base branch is checked out',
    answer: 'the merge commit against its first parent, read as data',
    note: 'Nothing of the pull request reaches the disk, nothing is rendered. Prefer pull_request.',
    given: { ...fork('pull_request_target'), sha: other, checkedOut: commit(other) },
    plan: { attempts: [ofMerge, ofHead] }
  },
  {
    event: 'pull_request_target',
    situation: 'GitHub names no merge commit',
    answer: 'the head against its merge base with the base branch',
    note: 'Read as data.',
    given: {
      name: 'pull_request_target',
      payload: pull({ merge: null }),
      checkedOut: commit(other)
    },
    plan: { attempts: [ofHead] }
  },
  {
    event: 'pull_request_target',
    situation: 'the head of a fork is checked out',
    answer: 'refused',
    note: 'The token can write: use pull_request and the companion.',
    given: { ...fork('pull_request_target'), checkedOut: commit(headSha) },
    refusal: [/head of a fork/, /pull_request instead/]
  },
  {
    event: 'pull_request_target',
    situation: 'the merge of a fork is checked out, or `base` is given besides',
    answer: 'refused',
    note: 'The same.',
    given: {
      ...fork('pull_request_target'),
      base: 'main',
      checkedOut: commit(merge, [baseSha, headSha])
    },
    refusal: [/head of a fork/, /pull_request instead/]
  },
  {
    event: 'workflow_run',
    situation: 'always',
    answer: 'refused',
    note: 'Use the companion action `comment`, which posts the report of the other run.',
    given: { name: 'workflow_run', payload: {} },
    refusal: [/posting/, /companion/]
  },
  {
    event: 'workflow_dispatch',
    situation: 'with the input `base`',
    answer: "the run's commit (or `head`) against it",
    note: '`base` and `head` may be branches, tags or commit ids.',
    given: { ...dispatch('workflow_dispatch'), base: 'v1' },
    plan: { attempts: [{ base: { kind: 'commit', name: 'v1' }, head: other }] }
  },
  {
    event: 'workflow_dispatch',
    situation: 'without it',
    answer: 'refused',
    note: 'Give `base`.',
    given: dispatch('workflow_dispatch'),
    refusal: [/compare/, /"base"/]
  },
  {
    event: 'schedule',
    situation: 'with the input `base`',
    answer: "the run's commit (or `head`) against it",
    note: 'For a drift report, the release that is deployed.',
    given: { ...dispatch('schedule'), base: 'v1' },
    plan: { attempts: [{ base: { kind: 'commit', name: 'v1' }, head: other }] }
  },
  {
    event: 'schedule',
    situation: 'without it',
    answer: 'refused',
    note: 'Give `base`.',
    given: dispatch('schedule'),
    refusal: [/compare/, /"base"/]
  },
  {
    event: 'any other',
    situation: 'with the input `base`',
    answer: "the run's commit (or `head`) against it",
    note: '',
    given: { ...dispatch('repository_dispatch'), base: 'v1' },
    plan: { attempts: [{ base: { kind: 'commit', name: 'v1' }, head: other }] }
  },
  {
    event: 'any other',
    situation: 'without it',
    answer: 'refused',
    note: 'Give `base`.',
    given: dispatch('constructor'),
    refusal: [/compare/, /"base"/]
  },
  {
    event: 'any',
    situation: 'with the inputs `base` and `head`',
    answer: 'these',
    note: 'A pull request stays the place of the comment.',
    given: { base: 'main', head: 'topic' },
    plan: {
      attempts: [{ base: { kind: 'commit', name: 'main' }, head: 'topic' }],
      pullRequest: { number: 7 }
    }
  },
  {
    event: 'any',
    situation: 'with `head` alone',
    answer: 'refused',
    note: 'Give both.',
    given: { head: 'x' },
    refusal: [/without "base"/, /both/]
  },
  {
    event: 'any',
    situation: 'whose payload lacks what the event has',
    answer: 'refused',
    note: 'GITHUB_EVENT_PATH has to point at the payload that GitHub wrote.',
    given: { name: 'merge_group', payload: { merge_group: { base_sha: '--upload-pack=x' } } },
    refusal: [/base_sha/, /GITHUB_EVENT_PATH/]
  }
]
