import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/errors.ts'
import { openGit } from '../../src/git/command.ts'
import type { Attempt, Plan } from '../../src/git/event.ts'
import { tokenAccess } from '../../src/git/fetch.ts'
import { openRepository, resolveLocal } from '../../src/git/local.ts'
import { type Resolved, resolvePlan } from '../../src/git/resolve.ts'
import {
  clone,
  emptyRepository,
  type Repository,
  removeTemporaryFolders,
  serveLikeGitHub,
  temporaryFolder
} from '../support/repository.ts'

afterAll(removeTemporaryFolders)

const remote = { name: 'origin', access: {} }
let origin: Repository
/** main: root … base; topic leaves main at `fork`; merge of topic into base. */
let at: Record<'root' | 'fork' | 'base' | 'topic' | 'merge', string>

beforeAll(() => {
  origin = emptyRepository()
  serveLikeGitHub(origin)
  const root = origin.commit({ 'a.yaml': '0' })
  let main = root
  for (let i = 1; i <= 3; i++) main = origin.commit({ 'a.yaml': `${i}` }, [main])
  const fork = main
  for (let i = 4; i <= 60; i++) main = origin.commit({ 'a.yaml': `${i}` }, [main])
  let topic = fork
  for (let i = 1; i <= 40; i++) topic = origin.commit({ 'a.yaml': '3', 'b.yaml': `${i}` }, [topic])
  const merge = origin.commit({ 'a.yaml': '60', 'b.yaml': '40' }, [main, topic])
  at = { root, fork, base: main, topic, merge }
  origin.run('update-ref', 'refs/heads/main', main)
  origin.run('update-ref', 'refs/heads/topic', topic)
  origin.run('update-ref', 'refs/pull/7/merge', merge)
})

/** As actions/checkout leaves it: one ref, fetched to a depth. */
function checkout(ref: string, depth: number): Repository {
  const repository = emptyRepository()
  repository.run('remote', 'add', 'origin', `file://${origin.path}`)
  repository.run(
    'fetch',
    '-q',
    '--no-tags',
    ...(depth === 0 ? [] : [`--depth=${depth}`]),
    'origin',
    ref
  )
  repository.run('update-ref', '--no-deref', 'HEAD', 'FETCH_HEAD')
  return repository
}

function plan(...attempts: readonly Omit<Attempt, 'why'>[]): Plan {
  return {
    attempts: attempts.map((attempt, index) => ({ ...attempt, why: `attempt ${index}` })),
    pullRequest: null,
    fetchDepth: 2
  }
}

const ofMerge = () => ({
  base: { kind: 'first-parent', of: at.merge, merges: at.topic } as const,
  head: at.merge
})
const ofHead = () => ({
  base: { kind: 'merge-base', of: at.base, with: at.topic } as const,
  head: at.topic
})

const shas = ({ base, head, why }: Resolved) => [base?.sha, head.sha, why]
const commits = (repository: Repository) => Number(repository.run('rev-list', '--all', '--count'))

describe('a pull request', () => {
  test.each([0, 1, 2])('fetch-depth %d: the merge and its first parent', async depth => {
    const repository = checkout('refs/pull/7/merge', depth)
    const resolved = await resolvePlan(repository.git, plan(ofMerge(), ofHead()), remote)
    expect(shas(resolved)).toEqual([at.base, at.merge, 'attempt 0'])
  })

  test('fetch-depth 1 is deepened by one commit', async () => {
    const repository = checkout('refs/pull/7/merge', 1)
    await resolvePlan(repository.git, plan(ofMerge()), remote)
    expect(repository.run('cat-file', '-t', at.base)).toBe('commit')
    expect(() => repository.run('cat-file', '-e', `${at.topic}^{commit}`)).toThrow()
    expect(() => repository.run('cat-file', '-e', `${at.fork}^{commit}`)).toThrow()
  })

  test('fetch-depth 2 needs no remote', async () => {
    const repository = checkout('refs/pull/7/merge', 2)
    const resolved = await resolvePlan(repository.git, plan(ofMerge()), null)
    expect(resolved.base?.sha).toBe(at.base)
  })

  test('the head is checked out: the merge is fetched', async () => {
    const repository = checkout('refs/heads/topic', 1)
    const resolved = await resolvePlan(repository.git, plan(ofMerge(), ofHead()), remote)
    expect(shas(resolved)).toEqual([at.base, at.merge, 'attempt 0'])
  })

  test('the merge is of another head: the head against its merge base, found by deepening', async () => {
    const stale = { base: { ...ofMerge().base, merges: at.fork }, head: at.merge }
    const repository = checkout('refs/heads/topic', 1)
    const resolved = await resolvePlan(repository.git, plan(stale, ofHead()), remote)
    expect(shas(resolved)).toEqual([at.fork, at.topic, 'attempt 1'])
  })

  test('what counts as the merge is no merge', async () => {
    const notMerge = { base: { ...ofMerge().base, of: at.base }, head: at.base }
    const repository = checkout('refs/heads/topic', 0)
    const resolved = await resolvePlan(repository.git, plan(notMerge, ofHead()), remote)
    expect(resolved.base?.sha).toBe(at.fork)
  })

  test('without a remote: an error with the fetch-depth that helps', async () => {
    const repository = checkout('refs/pull/7/merge', 1)
    const error = await failure(resolvePlan(repository.git, plan(ofMerge()), null))
    expect(error.message).toContain(at.base.slice(0, 12))
    expect(error.hint).toContain('fetch-depth: 2')
    expect(error.hint).toContain('github-token')
  })

  test('a remote that does not answer: an error that says why', async () => {
    const repository = checkout('refs/pull/7/merge', 1)
    const gone = { name: `file://${origin.path}-gone`, access: {} }
    const error = await failure(resolvePlan(repository.git, plan(ofMerge()), gone))
    expect(error.message).toMatch(/could not be fetched \(.*does not/)
  })
})

describe('a push', () => {
  test('before that is in no branch any more (force-push) is fetched by its id', async () => {
    const lost = origin.commit({ 'a.yaml': 'lost' }, [at.fork])
    const repository = checkout('refs/heads/main', 1)
    const resolved = await resolvePlan(
      repository.git,
      plan({ base: { kind: 'commit', name: lost }, head: at.base }),
      remote
    )
    expect(resolved.base?.sha).toBe(lost)
  })

  test('a new branch: against where it left the default branch', async () => {
    const repository = checkout('refs/heads/topic', 1)
    const attempt = {
      base: { kind: 'merge-base', of: 'refs/heads/main', with: at.topic } as const,
      head: at.topic
    }
    const resolved = await resolvePlan(repository.git, plan(attempt), remote)
    expect(resolved.base?.sha).toBe(at.fork)
    expect(repository.run('rev-parse', 'refs/meshproof/heads/main')).toBe(at.base)
  })

  test('all of a new repository', async () => {
    const repository = checkout('refs/heads/main', 1)
    const attempt = { base: { kind: 'nothing' } as const, head: at.base }
    expect((await resolvePlan(repository.git, plan(attempt), null)).base).toBeNull()
  })
})

describe('names', () => {
  test('a branch that only the remote has', async () => {
    const repository = checkout('refs/heads/main', 0)
    const attempt = { base: { kind: 'commit', name: 'topic' } as const, head: at.base }
    const before = commits(repository)
    expect((await resolvePlan(repository.git, plan(attempt), remote)).base?.sha).toBe(at.topic)
    expect(commits(repository)).toBeGreaterThan(before)
    expect(repository.run('rev-parse', '--is-shallow-repository')).toBe('false')
  })

  test.each(['--upload-pack=touch /tmp/x', '-rf', 'a:b', '*', 'nowhere', 'HEAD^{/x}'])(
    '%s is refused or not found, never run',
    async name => {
      const repository = checkout('refs/heads/main', 1)
      const attempt = { base: { kind: 'commit', name } as const, head: at.base }
      expect((await failure(resolvePlan(repository.git, plan(attempt), remote))).hint).toContain(
        'fetch-depth'
      )
    }
  )

  test('a name with a line end cannot smuggle a second object', async () => {
    const repository = checkout('refs/heads/main', 1)
    const attempt = { base: { kind: 'commit', name: `x\n${at.base}` } as const, head: at.base }
    expect((await failure(resolvePlan(repository.git, plan(attempt), remote))).message).toContain(
      'not a name of a commit'
    )
  })

  test('unrelated histories have no merge base', async () => {
    const alone = origin.commit({ 'a.yaml': 'alone' })
    const repository = checkout(alone, 0)
    const attempt = {
      base: { kind: 'merge-base', of: 'refs/heads/main', with: alone } as const,
      head: alone
    }
    expect((await failure(resolvePlan(repository.git, plan(attempt), remote))).message).toContain(
      'no common ancestor'
    )
  })
})

test('the token is bound to the server, replaces a stored header and is on no command line', () => {
  expect(tokenAccess('https://github.example/', 'abc').env).toEqual({
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'http.https://github.example/.extraheader',
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: 'http.https://github.example/.extraheader',
    GIT_CONFIG_VALUE_1: 'AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46YWJj'
  })
  expect(tokenAccess('https://github.example', '')).toEqual({})
})

describe('on a machine', () => {
  test('default: the files on disk against where the branch left the default branch', async () => {
    const repository = clone(origin, '-b', 'topic')
    expect(await resolveLocal(repository.git, undefined, undefined)).toMatchObject({
      base: { sha: at.fork },
      head: 'work tree'
    })
  })

  test('names', async () => {
    const repository = clone(origin)
    const resolved = await resolveLocal(repository.git, 'origin/topic', 'HEAD')
    expect(resolved).toMatchObject({ base: { sha: at.topic }, head: { sha: at.base } })
    await expect(resolveLocal(repository.git, 'nowhere', undefined)).rejects.toThrow(
      '--base nowhere'
    )
    await expect(resolveLocal(repository.git, undefined, 'nowhere')).rejects.toThrow(
      '--head nowhere'
    )
  })

  test('no commit yet: all of it', async () => {
    const repository = emptyRepository()
    expect((await resolveLocal(repository.git, undefined, undefined)).base).toBeNull()
  })

  test('the repository is found from a folder inside; elsewhere it is said what to do', async () => {
    const repository = clone(origin)
    mkdirSync(join(repository.path, 'deep/er'), { recursive: true })
    const git = await openRepository(join(repository.path, 'deep/er'), process.env)
    expect(git.directory).toBe(repository.path)
    const error = await failure(openRepository(temporaryFolder(), process.env))
    expect(error.message).toMatch(/is not a git repository/)
    expect(error.hint).toMatch(/actions\/checkout.*diff BASE HEAD/)
  })

  test('no git on the PATH, nor one that the repository brings', async () => {
    const repository = clone(origin)
    writeFileSync(join(repository.path, 'git'), '#!/bin/sh\n', { mode: 0o755 })
    expect(() => openGit(repository.path, { PATH: '.:relative:' })).toThrow('git was not found')
  })
})

async function failure(promise: Promise<unknown>): Promise<UserError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('it did not fail')
}
