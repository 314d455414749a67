import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { rendererEnvironment } from '../../src/render/environment.ts'
import { type Limits, renderLimits } from '../../src/render/limits.ts'
import { isNetworkless, runBounded } from '../../src/render/process.ts'

const home = mkdtempSync(join(tmpdir(), 'meshproof-process-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

function shell(script: string, limits: Partial<Limits> = {}) {
  const bounds = { ...renderLimits, seconds: 5, ...limits }
  const env = rendererEnvironment(home, bounds)
  return runBounded('/bin/sh', ['-c', script], { cwd: home, env, limits: bounds })
}

describe('runBounded', () => {
  test('hands over what a program writes, and how it ended', async () => {
    const ended = await shell('echo out; echo err >&2; exit 3')
    expect([ended.how, ended.code, ended.stdout.toString(), ended.stderr]).toEqual([
      'exit',
      3,
      'out\n',
      'err'
    ])
  })

  test('gives it nothing of the environment, no input, and no program on the path', async () => {
    process.env.MESHPROOF_CANARY = 'canary'
    const { stdout } = await shell(
      'export; read line && echo "read $line"; command -v git || echo no git'
    )
    delete process.env.MESHPROOF_CANARY
    expect(stdout.toString()).not.toContain('canary')
    expect(stdout.toString()).not.toMatch(/GITHUB|RUNNER|TOKEN/)
    expect(stdout.toString()).toMatch(/no git\n$/)
    expect(stdout.toString()).not.toContain('read ')
  })

  test('ends it with all that it started when its time is over', async () => {
    const started = Date.now()
    const { how, code } = await shell('/bin/sleep 60 & /bin/sleep 60', { seconds: 1 })
    expect([how, code]).toEqual(['time', null])
    expect(Date.now() - started).toBeLessThan(20_000)
  })

  test('ends it when it writes too much, on either stream', async () => {
    const endless = 'while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
    const { how, stdout } = await shell(`${endless}; done`, { outputBytes: 100_000 })
    expect(how).toBe('output')
    expect(stdout.length).toBeLessThanOrEqual(100_000)
    const complaining = await shell(`${endless} >&2; done`, { seconds: 1 })
    expect(complaining.how).toBe('time')
    expect(complaining.stderr.length).toBeLessThanOrEqual(64 * 1024)
  })

  test('sees no network interface but the loopback, where the system lets us', async () => {
    if (!isNetworkless()) return
    const { stdout } = await shell('while read line; do echo "$line"; done < /proc/net/dev')
    const interfaces = stdout.toString().match(/^\s*\w+(?=:)/gm) ?? []
    expect(interfaces.map(name => name.trim()).filter(name => name !== 'lo')).toEqual([])
  })

  test('rejects for a program that is not there', async () => {
    const limits = { ...renderLimits, seconds: 5 }
    const ended = await runBounded('/nowhere/helm', [], { cwd: home, env: {}, limits })
    expect(ended.code).not.toBe(0)
  })
})
