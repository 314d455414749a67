import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root } from '../support/golden.ts'
import { withFiles } from '../support/world.ts'

const program = `import { cli } from ${JSON.stringify(join(root, 'src/index.ts'))}; await cli()`
/** `-e` takes the place of the script, so the arguments follow a name. */
const call = (...args: readonly string[]) => [
  '--no-warnings',
  '--input-type=module',
  '-e',
  program,
  'meshproof',
  ...args
]

describe('as a process', () => {
  test('sets the exit code and writes results to standard output alone', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      call('diff', 'examples/canary/base', 'examples/canary/head'),
      { cwd: root, encoding: 'utf8' }
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^Meshproof: may be merged/)
    const wrong = spawnSync(process.execPath, call('dif'), { cwd: root, encoding: 'utf8' })
    expect({ status: wrong.status, stdout: wrong.stdout }).toEqual({ status: 2, stdout: '' })
  })

  test('a reader that goes away is no failure', async () => {
    const many = Array.from(
      { length: 4000 },
      (_, i) =>
        `apiVersion: v1\nkind: Service\nmetadata: {name: "${'x'.repeat(70)}-${i}"}\nspec: {ports: [{port: 80, nope: 1}]}\n`
    ).join('---\n')
    await withFiles({ 'a.yaml': many }, async cwd => {
      const child = spawn(process.execPath, call('validate', 'a.yaml', '-f', 'json'), { cwd })
      let stderr = ''
      child.stderr.on('data', chunk => {
        stderr += chunk
      })
      child.stdout.destroy()
      const code = await new Promise(resolve => child.on('close', resolve))
      expect(stderr).toBe('')
      expect([0, 1]).toContain(code)
    })
  })
})
