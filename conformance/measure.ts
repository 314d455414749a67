import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Step, saveSteps } from './record/measured.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

interface Measured {
  readonly step: string
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** The steps of a minor; `cold` ones compile Istio anew and take minutes. */
function stepsOf(minor: string, cold: string): readonly Measured[] {
  const make = ['make', '-B', '-C', folder]
  return [
    {
      step: `judge ${minor}, cold`,
      command: [...make, `bin/judge-${minor}`],
      env: { GOCACHE: cold }
    },
    { step: `judge ${minor}, warm`, command: [...make, `bin/judge-${minor}`] },
    { step: `tests of judge ${minor}, warm`, command: [...make, `test-${minor}`] },
    { step: 'recorded answers', command: ['node', join(folder, 'replay.ts')] }
  ]
}

/**
 * Measures each step by GNU time and keeps the figures for docs/conformance.md.
 * usage: node conformance/measure.ts MINOR [cold|warm|tests|recorded …]
 */
function main([minor = '1.31', ...wanted]: readonly string[]): number {
  const cold = mkdtempSync(join(tmpdir(), 'judge-cold-'))
  const steps: Step[] = []
  try {
    for (const { step, command, env } of stepsOf(minor, cold)) {
      if (wanted.length > 0 && !wanted.some(word => step.includes(word))) continue
      const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', ...command], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'pipe']
      })
      const [user = 0, system = 0, kilobytes = 0] = (stderr.trim().split('\n').at(-1) ?? '')
        .split(' ')
        .map(Number)
      process.stdout.write(`${step}: ${user + system} s, ${kilobytes} kB, exit code ${status}\n`)
      if (status !== 0) return 1
      steps.push({ step, cpu: Math.round(user + system), memory: Math.round(kilobytes / 1024) })
    }
  } finally {
    rmSync(cold, { recursive: true, force: true })
  }
  saveSteps(steps)
  return 0
}

process.exitCode = main(process.argv.slice(2))
