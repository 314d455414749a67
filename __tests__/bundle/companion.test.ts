import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { FakeGitHub } from '../support/fake-github.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/repository.ts'
import { type Job, runStep, type Step } from '../support/runner.ts'
import { zip } from '../support/zip.ts'
import { before, Change, lost, rerouted } from './pull-request.ts'

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

/** What the fork's own run leaves behind: its report, and a notice that it may not comment. */
async function reviewedByFork(files = lost): Promise<{ change: Change; report: string }> {
  const change = new Change(before).push(files, github)
  github.pulls.length = 0
  github.pulls.push({ number: 7, head: change.head, label: 'eve:topic' })
  github.faults.push({
    when: /^POST .*comments$/,
    does: { status: 403, message: 'Resource not accessible by integration' }
  })
  const step = await change.run(github, { payload: change.payload('eve/mesh') })
  expect(github.comments).toEqual([])
  const report = readFileSync(step.outputs['report-file'] ?? '', 'utf8')
  github.requests.length = 0
  return { change, report }
}

function companion(change: Change, job: Partial<Job> = {}): Promise<Step> {
  return runStep({
    action: 'comment',
    workspace: temporaryFolder(),
    event: 'workflow_run',
    payload: {
      workflow_run: {
        id: 500,
        run_number: 12,
        run_attempt: 1,
        name: 'mesh checks',
        event: 'pull_request',
        head_sha: change.head,
        head_branch: 'topic',
        head_repository: { full_name: 'eve/mesh', owner: { login: 'eve' } },
        html_url: 'https://github.example/acme/mesh/actions/runs/500',
        pull_requests: []
      }
    },
    ...job,
    inputs: { 'github-token': github.token, ...job.inputs },
    env: { GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: `${github.url}/graphql`, ...job.env }
  })
}

describe('the companion', () => {
  test('posts the report of a fork, rendered anew, on the pull request that GitHub names', async () => {
    const { change, report } = await reviewedByFork()
    github.artifacts.set('meshproof-report', zip({ 'report.json': report }))
    const step = await companion(change)
    expect(step.stderr).toBe('')
    expect(step.code).toBe(0)
    expect(step.outputs['comment-url']).toBeDefined()
    expect(github.comments).toHaveLength(1)
    const body = github.comments[0]?.body ?? ''
    expect(body).toMatch(
      new RegExp(
        `^<!-- meshproof v=1 key=mesh%20checks sha=${change.head} run=500\\.12\\.1 verdict=block`
      )
    )
    expect(body).toContain('actions/runs/500')
    expect(body).toContain('Traffic lost')
  })

  test('edits the same comment after the next run', async () => {
    const { change, report } = await reviewedByFork(rerouted)
    github.artifacts.set('meshproof-report', zip({ 'report.json': report }))
    await companion(change)
    await companion(change)
    expect(github.comments).toHaveLength(1)
  })

  test('what the artifact claims is text: no HTML, no mention, no marker, no other pull request', async () => {
    const { change, report } = await reviewedByFork()
    const forged = JSON.parse(report)
    const text = '</summary><img src=x> @acme/owners\n<!-- meshproof v=1 key=x -->'
    forged.versions.meshproof = text
    forged.sides.head.name = text
    forged.verdict.reasons = [
      { gate: text, level: 'error', message: text, evidence: ['0123456789ab'] }
    ]
    for (const effect of forged.effects) {
      effect.subject.name = text
      effect.region = text
      effect.verify = text
    }
    for (const finding of forged.findings.introduced) finding.message = text
    github.artifacts.set(
      'meshproof-report',
      zip({ 'report.json': JSON.stringify(forged), '../../evil': 'x' })
    )
    const step = await companion(change)
    expect(step.commands).toEqual([])
    const body = github.comments[0]?.body ?? ''
    expect(body.match(/<!-- meshproof/g)).toHaveLength(1)
    const outside = body.replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
    expect(outside).not.toMatch(/<img|@acme/)
  })

  test.each([
    ['nothing', null, /no artifact meshproof-report/],
    ['an archive without the report', zip({ 'other.json': '{}' }), /no file report.json/],
    ['no archive', Buffer.from('x'), /not a ZIP/],
    ['no JSON', zip({ 'report.json': '<html>' }), /not JSON/],
    [
      'another schema',
      zip({ 'report.json': '{"schema": "meshproof/report/v9"}' }),
      /does not hold a report/
    ],
    ['too much', zip({ 'report.json': 'x'.repeat(60 * 1024 * 1024) }), /bytes/]
  ])('an artifact that is %s is refused', async (_what, archive, message) => {
    const change = new Change(before).push(lost, github)
    github.pulls[0] = { number: 7, head: change.head, label: 'eve:topic' }
    if (archive !== null) github.artifacts.set('meshproof-report', archive)
    const step = await companion(change)
    expect(step.code).toBe(1)
    expect(step.commands.map(({ data }) => data)).toEqual([expect.stringMatching(message)])
    expect(github.comments).toEqual([])
  })

  test('a commit that is no head any more: a notice, green', async () => {
    const change = new Change(before).push(lost, github)
    github.pulls[0] = { number: 7, head: 'f'.repeat(40), label: 'eve:topic' }
    const step = await companion(change)
    expect([step.code, step.commands.map(({ name }) => name)]).toEqual([0, ['notice']])
  })

  test('another event, or a run that no pull request started', async () => {
    const change = new Change(before).push(lost, github)
    const push = await companion(change, { event: 'push' })
    expect(push.commands[0]?.data).toContain('runs on workflow_run, not on push')
    const run = await companion(change, { payload: { workflow_run: { event: 'push' } } })
    expect(run.commands[0]?.data).toContain('started by push')
    expect(github.requests).toEqual([])
  })
})
