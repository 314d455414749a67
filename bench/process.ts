import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Files } from './documents.ts'

/** One run of a whole process. */
export interface Spent {
  /** Processor time of the process, all threads, ms. */
  readonly cpu: number
  /** Peak resident memory, MB. */
  readonly memory: number
  readonly stdout: string
}

export interface Program {
  readonly name: string
  readonly command: readonly string[]
  /** Exit codes that mean the work was done. */
  readonly exits: readonly number[]
  /** What the output must hold: a run that drops work is not quick. */
  readonly holds: RegExp
}

/** The children of a shell, as the POSIX shell itself counts them, and the peak of the only one. */
const script = '"$@"; code=$?; times >&2; exit $code'

/** Runs a process in a folder. Throws where it did not do its work. */
export function spend({ name, command, exits, holds }: Program, cwd: string): Spent {
  const time = ['/usr/bin/env', 'sh', '-c', script, 'sh', ...command]
  const { status, stdout, stderr } = spawnSync(time[0] ?? '', time.slice(1), {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30
  })
  if (status === null || !exits.includes(status) || !holds.test(stdout + stderr)) {
    throw new Error(
      `${name}: exit code ${status}\n${stderr.slice(0, 2000)}${stdout.slice(0, 2000)}`
    )
  }
  const children = stderr.trimEnd().split('\n').at(-1) ?? ''
  let cpu = 0
  for (const [, minutes, seconds] of children.matchAll(/(\d+)m([\d.]+)s/g)) {
    cpu += Number(minutes) * 60_000 + Number(seconds) * 1000
  }
  const memory = Number(/^peak (\d+)$/m.exec(stderr)?.[1] ?? 0) / 1024
  return { cpu, memory, stdout }
}

/** Says on leaving how many KB were resident at most; for processes of Node. */
export const peak = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))`

export function writeFiles(directory: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
}

export function slope(a: readonly [number, number], b: readonly [number, number]): number {
  return Math.log(b[1] / a[1]) / Math.log(b[0] / a[0])
}
