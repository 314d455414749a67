import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/report/report.ts'
import { type Run, runCli, withFiles } from '../support/world.ts'

function route(weight: number): string {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route:
        - {destination: {host: cart}, weight: ${100 - weight}}
        - {destination: {host: cart-next}, weight: ${weight}}
`
}

interface Repository {
  commit(files: Readonly<Record<string, string | null>>, message?: string): string
  git(...args: readonly string[]): string
  check(...args: readonly string[]): Promise<Run>
}

async function withRepository(use: (repository: Repository) => Promise<void>): Promise<void> {
  await withFiles({}, async cwd => {
    const date = '2027-01-01T00:00:00Z'
    const env = {
      PATH: process.env.PATH,
      HOME: cwd,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date
    }
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd,
        env,
        encoding: 'utf8'
      }).trim()
    git('init', '-q', '-b', 'main')
    await use({
      git,
      commit(files, message = 'change') {
        for (const [path, text] of Object.entries(files)) {
          const full = join(cwd, path)
          mkdirSync(dirname(full), { recursive: true })
          if (text === null) rmSync(full)
          else writeFileSync(full, text)
        }
        git('add', '-A')
        git('commit', '-q', '--allow-empty', '-m', message)
        return git('rev-parse', 'HEAD')
      },
      check: (...args) => runCli(['check', ...args], { cwd, env })
    })
  })
}

const json = ({ stdout }: Run): Report => JSON.parse(stdout)

describe('check', () => {
  test('compares two commits, and names them', async () => {
    await withRepository(async ({ commit, check }) => {
      const base = commit({ 'shop/cart.yaml': route(10) })
      const head = commit({ 'shop/cart.yaml': route(30) })
      const report = json(await check('--base', base, '--head', head, '-f', 'json'))
      expect(report.command).toBe('check')
      expect(report.sides.base?.commit).toBe(base)
      expect(report.sides.head.commit).toBe(head)
      expect(report.effects.map(({ kind }) => kind)).toEqual(['weights-changed'])
      expect(report.effects[0]?.causes.every(({ at }) => at.file === 'shop/cart.yaml')).toBe(true)
    })
  })

  test('compares the files on disk with where the branch left main', async () => {
    await withRepository(async ({ commit, git, check }) => {
      commit({ 'cart.yaml': route(10) })
      git('checkout', '-q', '-b', 'canary')
      commit({ 'cart.yaml': route(20) })
      git('checkout', '-q', 'main')
      commit({ 'cart.yaml': route(90) })
      git('checkout', '-q', 'canary')
      const report = json(await check('-f', 'json'))
      expect(report.sides.head.name).toBe('work tree')
      const [effect] = report.effects
      expect(effect?.changes[0]).toMatchObject({ facet: 'destinations' })
      expect(`${effect?.changes[0]?.before}`).toContain('90')
      expect(`${effect?.changes[0]?.after}`).toContain('80')
    })
  })

  test('says so where nothing relevant changed', async () => {
    await withRepository(async ({ commit, check }) => {
      commit({ 'cart.yaml': route(10), 'README.md': 'one' })
      commit({ 'README.md': 'two' })
      const { exit, stdout } = await check('--base', 'HEAD~1', '--head', 'HEAD')
      expect(exit).toBe(0)
      expect(stdout).toMatch(/^Meshproof: nothing relevant changed\n/)
    })
  })

  test("reads base's configuration: a change cannot loosen its own gate", async () => {
    await withRepository(async ({ commit, check }) => {
      const strict = 'gates: {no-traffic-loss: error}\n'
      const loose = 'gates: {no-traffic-loss: off}\n'
      commit({ 'cart.yaml': route(10), '.github/meshproof.yaml': strict })
      commit({
        'cart.yaml': route(10).replace(
          'http:',
          'http:\n    - match: [{uri: {prefix: /old}}]\n      directResponse: {status: 404}'
        ),
        '.github/meshproof.yaml': loose
      })
      const report = json(await check('--base', 'HEAD~1', '--head', 'HEAD', '-f', 'json'))
      expect(report.notes).toContain(
        "This change edits .github/meshproof.yaml; base's holds until it is merged."
      )
      expect(report.verdict.gates?.find(({ gate }) => gate === 'no-traffic-loss')?.level).toBe(
        'error'
      )
    })
  })

  test.each<[string, readonly string[], string]>([
    ['a base that is not there', ['--base', 'nope'], '--base nope is not a commit of this clone'],
    ['a head that is not there', ['--head', 'nope'], '--head nope is not a commit of this clone'],
    ['a folder that is not there', ['--repo', 'nowhere'], 'nowhere']
  ])('%s is a clear error', async (_, args, message) => {
    await withRepository(async ({ commit, check }) => {
      commit({ 'cart.yaml': route(10) })
      const { exit, stdout, stderr } = await check(...args)
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
      expect(stderr).toContain(message)
      expect(stderr).not.toMatch(/^\s+at /m)
    })
  })

  test('a folder without git is a clear error', async () => {
    await withFiles({ 'a.yaml': route(1) }, async cwd => {
      const { exit, stderr } = await runCli(['check'], {
        cwd,
        env: { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: dirname(cwd) }
      })
      expect(exit).toBe(2)
      expect(stderr).toMatch(/git/)
      expect(stderr).not.toMatch(/^\s+at /m)
    })
  })
})
