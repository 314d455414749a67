import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { ApiFailure, explainFailure } from '../../src/publish/failure.ts'
import { type Ask, commentApi, connect, startDeadline } from '../../src/publish/github.ts'
import { FakeGitHub } from '../support/fake-github.ts'

jest.setTimeout(30_000)

let github: FakeGitHub

beforeEach(async () => {
  github = await FakeGitHub.start()
  github.pulls.push({ number: 7, head: 'a'.repeat(40), label: 'acme:topic' })
})

afterEach(() => {
  expect(github.complaints).toEqual([])
  github.stop()
})

/** The client reads GITHUB_API_URL when it is loaded, so each request names the double itself. */
async function client(milliseconds: number): Promise<Ask> {
  const repository = { owner: 'acme', name: 'mesh', token: github.token }
  const ask = await connect(repository, startDeadline(milliseconds))
  return (route, parameters) => ask(route, { baseUrl: github.url, ...parameters })
}

const comments = { owner: 'acme', repo: 'mesh', issue_number: 7 }
const list = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
const post = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'

describe('requests', () => {
  test('a POST is sent once, whatever the answer', async () => {
    const ask = await client(20_000)
    for (const does of ['lost-answer', 'reset', { status: 500 }] as const) {
      github.requests.length = 0
      github.faults.push({ when: /^POST/, does, always: true })
      const failure = await failureOf(ask(post, { ...comments, body: 'x' }))
      expect(failure.ambiguous).toBe(true)
      expect(github.requests).toHaveLength(1)
      github.faults.length = 0
    }
  })

  test('a read is tried again', async () => {
    const ask = await client(20_000)
    github.faults.push({ when: /^GET/, does: 'reset' })
    expect(await ask(list, comments)).toEqual([])
    expect(github.requests).toHaveLength(2)
  })

  test('who we are is asked again, after a lost connection too', async () => {
    const ask = await client(20_000)
    for (const does of ['reset', { status: 502 }] as const) {
      github.faults.push({ when: /graphql/, does })
      const api = commentApi(ask, { owner: 'acme', name: 'mesh', token: github.token }, 7)
      expect(await api.author()).toBe('github-actions[bot]')
    }
  })

  test('silence ends at the deadline', async () => {
    github.faults.push({ when: /^GET/, does: 'silence', always: true })
    const ask = await client(300)
    const started = performance.now()
    const failure = await failureOf(ask(list, comments))
    expect(failure.status).toBe(0)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(explainFailure(failure)).toContain('did not answer in time')
  })

  test('a limit that lasts longer than the deadline is not waited for', async () => {
    const ask = await client(5000)
    github.faults.push({
      when: /^GET/,
      does: { status: 429, message: 'secondary rate limit', headers: { 'retry-after': '60' } }
    })
    const started = performance.now()
    expect((await failureOf(ask(list, comments))).status).toBe(429)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('nobody listens', async () => {
    const ask = await client(300)
    const failure = await failureOf(ask(list, { ...comments, baseUrl: 'http://127.0.0.1:1' }))
    expect(failure.status).toBe(0)
  })
})

test.each([0, 401, 403, 404, 410, 418, 422, 500])('%d is explained in one line', status => {
  const text = explainFailure(new ApiFailure(status, 'text of the server'))
  expect(text).toMatch(/^[A-Z`].*\.$/)
  expect(text).not.toContain('\n')
})

async function failureOf(promise: Promise<unknown>): Promise<ApiFailure> {
  try {
    await promise
  } catch (error) {
    if (error instanceof ApiFailure) return error
    throw error
  }
  throw new Error('it did not fail')
}
