import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { FakeGitHub } from '../support/fake-github.ts'
import { root } from '../support/golden.ts'
import { removeTemporaryFolders } from '../support/repository.ts'
import { dist } from '../support/runner.ts'
import { before, Change, proseOnly, rerouted } from './pull-request.ts'

jest.setTimeout(60_000)

afterAll(removeTemporaryFolders)

/** User namespaces are switched off on some machines; there the socket hook of the harness is the proof. */
const namespaces = spawnSync('unshare', ['-rn', 'true']).status === 0

const isolated = namespaces ? describe : describe.skip

isolated('without any network', () => {
  test('the command answers', () => {
    const base = join(root, 'examples/canary/base')
    const head = join(root, 'examples/canary/head')
    const { status, stdout, stderr } = spawnSync(
      'unshare',
      ['-rn', process.execPath, join(dist, 'cli.js'), 'diff', base, head],
      { encoding: 'utf8' }
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toContain('Weights changed')
  })
})

describe('what the command loads', () => {
  let loaded: string[]

  beforeEach(() => {
    const base = join(root, 'examples/canary/base')
    const { stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        'data:text/javascript,import{registerHooks}from"node:module";registerHooks({load(u,c,n){process.stderr.write("LOADED "+u+"\\n");return n(u,c)}})',
        join(dist, 'cli.js'),
        'diff',
        base,
        base
      ],
      { encoding: 'utf8' }
    )
    loaded = [...stderr.matchAll(/^LOADED (\S+)$/gm)].map(([, url]) => url ?? '')
  })

  test('neither the toolkit nor the client of GitHub', () => {
    expect(loaded.length).toBeGreaterThan(3)
    // undici is under both.
    expect(loaded.filter(url => /undici|octokit/.test(url))).toEqual([])
    expect(loaded).not.toContain('node:http')
    expect(loaded).not.toContain('node:https')
  })
})

describe('two real processes', () => {
  test('race on one commit and leave one comment', async () => {
    const github = await FakeGitHub.start()
    const change = new Change(before).push(rerouted, github)
    const steps = await Promise.all([change.run(github), change.run(github)])
    expect(steps.map(step => step.code)).toEqual([0, 0])
    expect(github.comments).toHaveLength(1)
    expect(github.complaints).toEqual([])
    github.stop()
  })

  test('a run that is cancelled while GitHub keeps it waiting ends at once', async () => {
    const github = await FakeGitHub.start()
    github.faults.push({ when: /^GET .*comments$/, does: 'silence', always: true })
    const change = new Change(before).push(proseOnly, github)
    const step = await change.run(github, { cancel: { when: /^GET/, seen: github.requests } })
    expect(step.code).toBeNull()
    expect(github.comments).toEqual([])
    github.stop()
  })
})
