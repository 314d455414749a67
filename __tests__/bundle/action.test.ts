import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { FakeGitHub } from '../support/fake-github.ts'
import { removeTemporaryFolders } from '../support/repository.ts'
import { before, Change, lost, proseOnly, rerouted } from './pull-request.ts'

// Real processes and GitHub's own pauses between writes.
jest.setTimeout(60_000)

let github: FakeGitHub

beforeEach(async () => {
  github = await FakeGitHub.start()
})

afterEach(() => {
  expect(github.complaints).toEqual([])
  github.stop()
})

afterAll(removeTemporaryFolders)

describe('a pull request', () => {
  test('a changed route: one comment, summary, outputs, report, green', async () => {
    const step = await new Change(before).push(rerouted, github).run(github)
    expect(step.stderr).toBe('')
    expect(step.code).toBe(0)
    expect(step.outputs).toMatchObject({ verdict: 'pass', effects: '1', introduced: '0' })
    expect(step.outputs['comment-url']).toMatch(/^https:\/\/github\.example\/.*#issuecomment-\d+$/)
    expect(github.comments).toHaveLength(1)
    const body = github.comments[0]?.body ?? ''
    expect(body.split('\n')[0]).toMatch(
      /^<!-- meshproof v=1 key=mesh%20checks sha=[0-9a-f]{40} run=101\.1\.1 verdict=pass earlier= -->$/
    )
    expect(body).toContain('Rerouted')
    expect(body).toContain('/actions/runs/101')
    expect(step.summary).toContain('Rerouted')
    const report = JSON.parse(readFileSync(step.outputs['report-file'] ?? '', 'utf8'))
    expect(report).toMatchObject({ schema: 'meshproof/report/v1', verdict: { outcome: 'pass' } })
    expect(step.commands.filter(({ name }) => name === 'notice')).toMatchObject([
      { properties: { file: 'routes.yaml' } }
    ])
    expect(github.writes).toEqual(['POST /repos/acme/mesh/issues/7/comments'])
  })

  test('lost traffic: red, an error at the line, and the comment all the same', async () => {
    const step = await new Change(before).push(lost, github).run(github)
    expect(step.code).toBe(1)
    expect(step.outputs.verdict).toBe('block')
    const errors = step.commands.filter(({ name }) => name === 'error')
    expect(errors.length).toBeGreaterThan(1)
    expect(errors[0]?.properties).toMatchObject({ file: 'routes.yaml', line: '8' })
    expect(errors.at(-1)?.data).toMatch(/^Meshproof: blocked/)
    expect(github.comments[0]?.body).toContain('⛔')
  })

  test('the next push edits the comment in place and remembers', async () => {
    const change = new Change(before).push(lost, github)
    await change.run(github)
    const first = change.head.slice(0, 7)
    await change.push(rerouted, github).run(github)
    expect(github.writes.map(line => line.split(' ')[0])).toEqual(['POST', 'PATCH'])
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]?.body).toContain(`earlier: \`${first}\` block`)
    expect(github.comments[0]?.body).not.toContain('⛔ Meshproof')
  })

  test('a second run of the same commit writes nothing', async () => {
    const change = new Change(before).push(rerouted, github)
    await change.run(github)
    const step = await change.run(github, { env: { GITHUB_RUN_ATTEMPT: '2' } })
    // The address of the run stands in the text; only that differs.
    expect(github.comments).toHaveLength(1)
    expect(step.outputs['comment-url']).toBeDefined()
  })

  test('nothing relevant: no comment; an old one is brought up to date', async () => {
    const change = new Change(before).push(proseOnly, github)
    const step = await change.run(github)
    expect(step.outputs).toMatchObject({ verdict: 'pass', effects: '0' })
    expect(step.summary).toContain('nothing relevant changed')
    expect(github.comments).toEqual([])
    await change.push(rerouted, github).run(github)
    await change.push(proseOnly, github).run(github)
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]?.body).toContain('nothing relevant changed')
  })

  test('a text-only change is proven to do nothing, and says so', async () => {
    const edited = { ...before, 'routes.yaml': `# a comment\n${before['routes.yaml']}` }
    const step = await new Change(before).push(edited, github).run(github)
    expect(step.outputs.verdict).toBe('pass')
    expect(step.summary).toMatch(/no behavioural change \(proven\)|nothing relevant changed/)
  })

  test('comment: never asks GitHub nothing; on-failure waits for one; always speaks', async () => {
    const change = new Change(before).push(rerouted, github)
    await change.run(github, { inputs: { comment: 'never' } })
    expect(github.requests).toEqual([])
    await change.run(github, { inputs: { comment: 'on-failure' } })
    expect(github.comments).toEqual([])
    await change.push(lost, github).run(github, { inputs: { comment: 'on-failure' } })
    expect(github.comments).toHaveLength(1)
    await change
      .push(proseOnly, github)
      .run(github, { inputs: { comment: 'always', 'comment-key': 'b' } })
    expect(github.comments).toHaveLength(2)
  })

  test('the configuration counts as base has it', async () => {
    const strict = {
      ...before,
      '.github/meshproof.yaml': 'comment: {when: never}\ngates: {no-traffic-loss: error}\n'
    }
    const loose = {
      ...lost,
      '.github/meshproof.yaml': 'gates: {no-traffic-loss: off, no-new-findings: off}\n'
    }
    const step = await new Change(strict).push(loose, github).run(github)
    expect(step.outputs.verdict).toBe('block')
    expect(step.code).toBe(1)
    expect(step.summary).toContain('.github/meshproof.yaml')
    expect(github.requests).toEqual([])
  })
})

describe('a comment that cannot be posted changes nothing but the comment', () => {
  test.each([
    [403, 'Resource not accessible by integration', /pull-requests: write.*companion/],
    [403, 'Unable to create comment because issue is locked.', /locked/],
    [404, 'Not Found', /does not see the pull request/],
    [410, 'Issues are disabled for this repo', /switched off/],
    [422, 'Validation Failed', /refused the text/],
    [401, 'Bad credentials', /does not accept the token/]
  ])('%d %s', async (status, message, notice) => {
    github.faults.push({ when: /^POST .*comments$/, does: { status, message } })
    const step = await new Change(before).push(rerouted, github).run(github)
    expect(step.code).toBe(0)
    expect(step.outputs.verdict).toBe('pass')
    expect(github.comments).toEqual([])
    const notices = step.commands.filter(
      ({ name, data }) => name === 'notice' && /comment/.test(data)
    )
    expect(notices.map(({ data }) => data)).toEqual([expect.stringMatching(notice)])
    expect(step.summary).toMatch(notice)
  })

  test('the list itself is refused, as a token without permission sees it', async () => {
    github.faults.push({
      when: /^GET .*comments$/,
      does: { status: 403, message: 'Resource not accessible by integration' }
    })
    const step = await new Change(before).push(lost, github).run(github)
    expect(step.code).toBe(1)
    expect(step.outputs.verdict).toBe('block')
    expect(step.summary).toContain('pull-requests: write')
  })

  test('an answer that got lost leaves one comment', async () => {
    github.faults.push({ when: /^POST .*comments$/, does: 'lost-answer' })
    const step = await new Change(before).push(rerouted, github).run(github)
    expect(github.comments).toHaveLength(1)
    expect(github.writes).toEqual(['POST /repos/acme/mesh/issues/7/comments'])
    expect(step.outputs['comment-url']).toBeDefined()
  })

  test('a 502 and a reset connection are tried again', async () => {
    github.faults.push({ when: /^GET .*comments$/, does: { status: 502 } })
    const step = await new Change(before).push(rerouted, github).run(github)
    expect(step.outputs['comment-url']).toBeDefined()
    github.faults.push({ when: /^GET .*comments$/, does: 'reset' })
    github.comments.length = 0
    const again = await new Change(before).push(rerouted, github).run(github)
    expect(again.outputs['comment-url']).toBeDefined()
  })

  test('a page of a proxy for the list is not taken for a list without comments', async () => {
    github.faults.push({ when: /^GET .*comments$/, does: 'html', always: true })
    const step = await new Change(before).push(rerouted, github).run(github)
    expect(step.code).toBe(0)
    expect(step.outputs.verdict).toBe('pass')
    expect(github.comments).toEqual([])
    expect(step.summary).toContain('No comment')
  })

  test('a rate limit that ends in an hour is not waited for', async () => {
    github.faults.push({
      when: /^GET .*comments$/,
      always: true,
      does: {
        status: 403,
        message: 'API rate limit exceeded for installation.',
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3300)
        }
      }
    })
    const step = await new Change(before).push(rerouted, github).run(github)
    expect(step.code).toBe(0)
    expect(step.milliseconds).toBeLessThan(10_000)
    expect(step.summary).toContain('rate limit')
  })

  test('a secondary limit that ends in a second is', async () => {
    github.faults.push({
      when: /^POST .*comments$/,
      does: {
        status: 403,
        message: 'You have exceeded a secondary rate limit.',
        headers: { 'retry-after': '1' }
      }
    })
    const step = await new Change(before).push(rerouted, github).run(github)
    expect(github.comments).toHaveLength(1)
    expect(step.outputs['comment-url']).toBeDefined()
  })
})

test('GitHub Enterprise Server: REST and GraphQL below their own paths', async () => {
  github.enterprise = true
  const change = new Change(before).push(rerouted, github)
  const env = {
    GITHUB_API_URL: `${github.url}/api/v3`,
    GITHUB_GRAPHQL_URL: `${github.url}/api/graphql`
  }
  await change.run(github, { env })
  await change.push(lost, github).run(github, { env })
  expect(github.comments).toHaveLength(1)
  expect(github.comments[0]?.body).toContain('⛔')
})

describe('comments of others', () => {
  test('a forged marker of somebody else, older than ours, is left alone', async () => {
    const change = new Change(before).push(rerouted, github)
    const forged = `<!-- meshproof v=1 key=mesh%20checks sha=${change.head} run=999.999.1 verdict=pass earlier= -->\nproven`
    github.write('eve', forged)
    for (let i = 0; i < 130; i++) github.write('somebody', `comment ${i}`)
    await change.run(github)
    expect(github.comments).toHaveLength(132)
    expect(github.comments[0]?.body).toBe(forged)
    await change.push(lost, github).run(github)
    expect(github.comments).toHaveLength(132)
    expect(github.comments.at(-1)?.body).toContain('⛔')
  })
})

describe('what cannot be compared', () => {
  test('a missing commit: red, the cause and the cure, verdict error', async () => {
    const change = new Change(before).push(rerouted, github)
    const step = await change.run(github, {
      env: { GITHUB_SHA: 'e'.repeat(40) },
      payload: {
        pull_request: { number: 7, head: { sha: 'f'.repeat(40) }, base: { sha: 'd'.repeat(40) } }
      }
    })
    expect(step.code).toBe(1)
    expect(step.outputs.verdict).toBe('error')
    const [error, ...others] = step.commands.filter(({ name }) => name === 'error')
    expect(others).toEqual([])
    expect(error?.data).toMatch(/not in this clone.*fetch-depth: 2/)
    expect(step.summary).toContain('could not compare')
    expect(step.output).not.toMatch(/\n\s+at /)
  })

  test('a folder that is no clone', async () => {
    const change = new Change(before).push(rerouted, github)
    const step = await change.run(github, { workspace: join(change.repository.path, '..') })
    expect(step.commands.find(({ name }) => name === 'error')?.data).toMatch(
      /not a git repository.*actions\/checkout/
    )
  })

  test('an input that may not be', async () => {
    const step = await new Change(before)
      .push(rerouted, github)
      .run(github, { inputs: { comment: 'sometimes' } })
    expect(step.commands.find(({ name }) => name === 'error')?.data).toContain(
      'changes, always, on-failure, never'
    )
    const other = await new Change(before)
      .push(rerouted)
      .run(null, { inputs: { 'istio-version': '0.8' } })
    expect(other.commands.find(({ name }) => name === 'error')?.data).toContain('istio-version')
  })

  test('the input config: base counts, a new file is for later, a missing one a mistake', async () => {
    const named = { inputs: { config: './mesh/policy.conf', comment: 'never' } }
    const strict = {
      ...before,
      'mesh/policy.conf': 'gates: {no-traffic-loss: off, no-new-findings: off}\n'
    }
    const step = await new Change(strict).push({ ...strict, ...lost }).run(null, named)
    expect(step.outputs.verdict).toBe('pass')
    const added = await new Change(before).push({ ...strict, ...lost }).run(null, named)
    expect(added.outputs.verdict).toBe('block')
    expect(added.summary).toContain('is not in base yet')
    const missing = await new Change(before).push(lost).run(null, named)
    expect(missing.commands.find(({ name }) => name === 'error')?.data).toContain(
      'neither base nor head has'
    )
  })

  test('the report says so where there was no merge commit', async () => {
    const change = new Change(before).push(rerouted, github)
    const step = await change.run(github, { env: { GITHUB_SHA: change.head } })
    expect(step.outputs.verdict).toBe('pass')
    expect(step.summary).toContain('no merge commit')
  })

  test('a configuration with mistakes', async () => {
    const wrong = { ...before, '.github/meshproof.yaml': 'gate: {}\n' }
    const step = await new Change(wrong).push({ ...wrong, ...rerouted }, github).run(github)
    expect(step.code).toBe(1)
    expect(step.commands.find(({ name }) => name === 'error')?.data).toContain('gates')
  })
})

describe('the post step', () => {
  test('says nothing after a verdict, and much without one', async () => {
    const change = new Change(before).push(rerouted, github)
    const main = await change.run(github)
    expect(main.state).toEqual({ started: 'true', verdict: 'pass' })
    const after = await change.run(null, { phase: 'post', state: main.state })
    expect([after.output, after.summary]).toEqual(['', ''])
    const cut = await change.run(null, { phase: 'post', state: { started: 'true' } })
    expect(cut.commands).toMatchObject([{ name: 'warning' }])
    expect(cut.summary).toContain('not reviewed')
  })
})
