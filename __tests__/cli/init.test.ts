import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { runCli } from '../support/world.ts'

let repository = ''

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'meshproof-init-'))
  execFileSync('git', ['init', '-q', repository])
})
afterEach(() => rmSync(repository, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true })
  writeFileSync(join(repository, path), text)
}

test('init writes the overlays and charts of a repository, once', async () => {
  write('overlays/prod/kustomization.yaml', 'resources: [../../base]\n')
  write('base/kustomization.yaml', '')
  write('charts/shop/Chart.yaml', 'name: shop\n')
  write('charts/shop/values-dev.yaml', '{}\n')
  const printed = await runCli(['init', '--repo', repository, '--print'])
  expect([printed.exit, printed.stderr]).toEqual([0, ''])
  expect(printed.stdout).toContain('kustomize: "overlays/prod"')
  expect(printed.stdout).toContain('values: ["charts/shop/values-dev.yaml"]')
  const { exit, stdout } = await runCli(['init', '--repo', repository])
  expect([exit, stdout]).toEqual([0, 'Wrote .github/meshproof.yaml with 2 meshes.\n'])
  expect(readFileSync(join(repository, '.github/meshproof.yaml'), 'utf8')).toBe(printed.stdout)
  const again = await runCli(['init', '--repo', repository])
  expect([again.exit, again.stderr]).toEqual([
    2,
    expect.stringContaining('is there already and was left as it is')
  ])
})

test('init says where there is nothing to render', async () => {
  const { stdout } = await runCli(['init', '--repo', repository, '--print'])
  expect(stdout).toContain('# No kustomization and no Helm chart was found')
})
