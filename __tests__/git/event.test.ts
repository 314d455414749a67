import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UserError } from '../../src/errors.ts'
import type { Commit } from '../../src/git/commit.ts'
import { type EventContext, planEvent, plannedEvents } from '../../src/git/event.ts'

const merge = 'a'.repeat(40)
const headSha = 'b'.repeat(40)
const baseSha = 'c'.repeat(40)
const other = 'd'.repeat(40)
const zero = '0'.repeat(40)

function context(given: Partial<EventContext>): EventContext {
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

function pull(
  change: { action?: string; headRepo?: string | null; merge?: string | null } = {}
): unknown {
  const { action = 'synchronize', headRepo = 'acme/mesh', merge: sha = merge } = change
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

const mergeAttempt = {
  base: { kind: 'first-parent', of: merge, merges: headSha },
  head: merge
}
const fallback = { base: { kind: 'merge-base', of: baseSha, with: headSha }, head: headSha }

describe('what an event compares', () => {
  test('pull_request: the merge against its first parent', () => {
    expect(planEvent(context({}))).toMatchObject({
      attempts: [mergeAttempt, fallback],
      pullRequest: { number: 7, headSha, fork: false },
      fetchDepth: 2
    })
  })

  test('pull_request, head checked out instead of the merge: the merge all the same', () => {
    expect(planEvent(context({ checkedOut: commit(headSha) }))).toMatchObject({
      attempts: [mergeAttempt, fallback]
    })
  })

  test('pull_request, no merge commit: the head against its merge base', () => {
    expect(planEvent(context({ sha: headSha })).attempts).toMatchObject([fallback])
    expect(planEvent(context({ sha: '' })).attempts).toMatchObject([fallback])
  })

  test('pull_request from a fork, also from one that is gone', () => {
    for (const headRepo of ['eve/mesh', null]) {
      const plan = planEvent(context({ payload: pull({ headRepo }) }))
      expect(plan.pullRequest?.fork).toBe(true)
    }
  })

  test('push: before against after, also where history was rewritten', () => {
    const payload = { before: baseSha, after: headSha, forced: true }
    expect(planEvent(context({ name: 'push', ref: 'refs/heads/x', payload }))).toMatchObject({
      attempts: [{ base: { kind: 'commit', name: baseSha }, head: headSha }],
      pullRequest: null,
      fetchDepth: 0
    })
  })

  test('push of a new branch: against where it left the default branch', () => {
    const payload = { before: zero, after: headSha, repository: { default_branch: 'trunk' } }
    expect(
      planEvent(context({ name: 'push', ref: 'refs/heads/x', payload })).attempts
    ).toMatchObject([
      { base: { kind: 'merge-base', of: 'refs/heads/trunk', with: headSha }, head: headSha }
    ])
  })

  test('push of a new default branch: all of it', () => {
    const payload = { before: zero, after: headSha, repository: { default_branch: 'trunk' } }
    expect(
      planEvent(context({ name: 'push', ref: 'refs/heads/trunk', payload })).attempts
    ).toMatchObject([{ base: { kind: 'nothing' }, head: headSha }])
  })

  test('merge_group: its base against its head', () => {
    const payload = { merge_group: { base_sha: baseSha, head_sha: headSha } }
    expect(planEvent(context({ name: 'merge_group', payload }))).toMatchObject({
      attempts: [{ base: { kind: 'commit', name: baseSha }, head: headSha }],
      pullRequest: null
    })
  })

  test('pull_request_target: the merge against its first parent, as data', () => {
    const given = { name: 'pull_request_target', sha: other, checkedOut: commit(other) }
    expect(planEvent(context(given)).attempts).toMatchObject([mergeAttempt, fallback])
    expect(planEvent(context({ ...given, payload: pull({ merge: null }) })).attempts).toMatchObject(
      [fallback]
    )
  })

  test.each(['workflow_dispatch', 'schedule', 'repository_dispatch', 'issue_comment'])(
    '%s with the input base: the commit of the run against it',
    name => {
      const plan = planEvent(context({ name, payload: {}, base: 'v1', sha: other }))
      expect(plan.attempts).toMatchObject([{ base: { kind: 'commit', name: 'v1' }, head: other }])
    }
  )

  test('inputs base and head on any event: these', () => {
    const plan = planEvent(context({ base: 'main', head: 'topic' }))
    expect(plan).toMatchObject({
      attempts: [{ base: { kind: 'commit', name: 'main' }, head: 'topic' }],
      pullRequest: { number: 7 }
    })
  })
})

describe('what is refused, with what to do', () => {
  test.each<[string, Partial<EventContext>, RegExp, RegExp]>([
    ['pull_request, closed', { payload: pull({ action: 'closed' }) }, /closed/, /`types`/],
    [
      'push of a deletion',
      { name: 'push', payload: { before: baseSha, after: zero } },
      /deleted/,
      /if:/
    ],
    [
      'push of a tag',
      { name: 'push', ref: 'refs/tags/v1', payload: { before: zero, after: headSha } },
      /tag/,
      /`base`/
    ],
    [
      "pull_request_target with a fork's head checked out",
      {
        name: 'pull_request_target',
        payload: pull({ headRepo: 'eve/mesh' }),
        checkedOut: commit(headSha)
      },
      /head of a fork/,
      /pull_request instead/
    ],
    [
      "pull_request_target with a fork's merge checked out",
      {
        name: 'pull_request_target',
        payload: pull({ headRepo: null }),
        checkedOut: commit(merge, [baseSha, headSha])
      },
      /head of a fork/,
      /pull_request instead/
    ],
    [
      'the same with inputs',
      {
        name: 'pull_request_target',
        base: 'main',
        payload: pull({ headRepo: 'eve/mesh' }),
        checkedOut: commit(headSha)
      },
      /head of a fork/,
      /pull_request instead/
    ],
    ['workflow_run', { name: 'workflow_run', payload: {} }, /posting/, /companion/],
    [
      'workflow_dispatch without inputs',
      { name: 'workflow_dispatch', payload: {} },
      /compare/,
      /`base`/
    ],
    ['schedule without inputs', { name: 'schedule', payload: {} }, /compare/, /`base`/],
    ['an event nobody knows', { name: 'constructor', payload: {} }, /compare/, /`base`/],
    ['the input head without base', { head: 'x' }, /without `base`/, /both/],
    [
      'a payload without its pull request',
      { payload: {} },
      /pull_request.number/,
      /GITHUB_EVENT_PATH/
    ],
    [
      'a payload whose commit is no id',
      { name: 'merge_group', payload: { merge_group: { base_sha: '--upload-pack=x' } } },
      /base_sha/,
      /GITHUB_EVENT_PATH/
    ]
  ])('%s', (_name, given, message, hint) => {
    const error = refusal(context(given))
    expect(error.message).toMatch(message)
    expect(error.hint).toMatch(hint)
  })
})

test('any payload gives a plan or a refusal, never a defect', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...plannedEvents, 'release'),
      fc.anything({ maxDepth: 4 }),
      fc.string(),
      (name, payload, sha) => {
        try {
          planEvent(context({ name, payload, sha }))
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }
    )
  )
})

function refusal(event: EventContext): UserError {
  try {
    planEvent(event)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('it was not refused')
}
