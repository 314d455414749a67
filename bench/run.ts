/**
 * Whole processes, from start to exit, interleaved in one run, against `node -e 0` on the same machine: only the
 * ratios and differences mean anything. `npm run bench [-- ROUNDS]`, after `npm run build`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { estate, type Files, manyRoutes, tutorial } from './estate.ts'

interface Case {
  readonly name: string
  /** Milliseconds over `node -e 0` that the process may take. */
  readonly goal: number | null
  readonly args: readonly string[]
  readonly cwd: string
  /** Exit codes that mean the work was done. */
  readonly exits: readonly number[]
  /** What the output must hold: a run that drops work is not quick. */
  readonly holds: RegExp
}

interface Measured {
  wall: number
  cpu: number
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const cli = join(root, 'dist', 'cli.js')

main()

function main(): void {
  if (!existsSync(cli)) {
    process.stderr.write('dist/cli.js is not there: run `npm run build` first.\n')
    process.exitCode = 2
    return
  }
  const rounds = Number(process.argv[2] ?? 9)
  const directory = mkdtempSync(join(tmpdir(), 'meshproof-bench-'))
  try {
    const cases = prepare(directory)
    const best = new Map<string, Measured>()
    for (let round = 0; round < rounds; round++) {
      for (const one of cases) {
        const { wall, cpu } = run(one)
        const before = best.get(one.name)
        best.set(one.name, {
          wall: Math.min(wall, before?.wall ?? wall),
          cpu: Math.min(cpu, before?.cpu ?? cpu)
        })
      }
    }
    print(cases, best, rounds)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function prepare(directory: string): Case[] {
  const pair = (name: string, base: Files, head: Files) => {
    write(join(directory, name, 'base'), base)
    write(join(directory, name, 'head'), head)
    return { args: [cli, 'diff', 'base', 'head'], cwd: join(directory, name) }
  }
  const repository = join(directory, 'repository')
  write(repository, { ...estate(1000, 0), 'README.md': 'one\n' })
  git(repository, 'init', '-q')
  git(repository, 'add', '.')
  git(repository, 'commit', '-q', '-m', 'one')
  write(repository, { 'README.md': 'two\n' })
  git(repository, 'commit', '-q', '-a', '-m', 'two')
  return [
    { name: 'node -e 0', goal: null, args: ['-e', '0'], cwd: directory, exits: [0], holds: /^$/ },
    {
      name: 'nothing relevant changed (git, 1,000 objects)',
      goal: 200,
      args: [cli, 'check', '--base', 'HEAD~1', '--head', 'HEAD'],
      cwd: repository,
      exits: [0],
      holds: /nothing relevant changed/
    },
    {
      name: 'a tutorial, one split changed',
      goal: 300,
      ...pair('tutorial', tutorial(10), tutorial(30)),
      exits: [0],
      holds: /Weights changed on reviews/
    },
    {
      name: '10 of 1,000 objects changed',
      goal: 1000,
      ...pair('estate', estate(1000, 0), estate(1000, 5)),
      exits: [0],
      holds: /splits changed/
    },
    {
      name: '2,000 routes on one host, 39 by regular expression',
      goal: 2000,
      ...pair('routes', manyRoutes(2000, false), manyRoutes(2000, true)),
      exits: [0],
      holds: /Rerouted on shop\.example\.com/
    }
  ]
}

function write(directory: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
}

function git(cwd: string, ...args: readonly string[]): void {
  const person = [
    '-c',
    'user.name=bench',
    '-c',
    'user.email=bench@example.com',
    '-c',
    'commit.gpgsign=false'
  ]
  execFileSync('git', [...person, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** `times` of a POSIX shell tells what its children used: processor time does not mind other work on the machine. */
function run({ name, args, cwd, exits, holds }: Case): Measured {
  const started = performance.now()
  const script = '"$@"; code=$?; times >&2; exit $code'
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', script, 'sh', process.execPath, ...args],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024
    }
  )
  const wall = performance.now() - started
  if (status === null || !exits.includes(status) || !holds.test(stdout)) {
    throw new Error(`${name}: exit code ${status}\n${stderr}${stdout.slice(0, 2000)}`)
  }
  const children = stderr.trimEnd().split('\n').at(-1) ?? ''
  let cpu = 0
  for (const [, minutes, seconds] of children.matchAll(/(\d+)m([\d.]+)s/g)) {
    cpu += Number(minutes) * 60_000 + Number(seconds) * 1000
  }
  return { wall, cpu }
}

function print(cases: readonly Case[], best: ReadonlyMap<string, Measured>, rounds: number): void {
  const bare = best.get('node -e 0') ?? { wall: 0, cpu: 0 }
  process.stdout.write(
    `minimum of ${rounds} interleaved rounds, ms; goal: over \`node -e 0\`, wall\n\n`
  )
  process.stdout.write('| process | wall | over node | goal | ratio | processor | ratio |\n')
  process.stdout.write('|---|---|---|---|---|---|---|\n')
  for (const { name, goal } of cases) {
    const { wall, cpu } = best.get(name) ?? { wall: 0, cpu: 0 }
    const over = wall - bare.wall
    const held = goal === null ? '' : `${goal} ${over <= goal ? 'held' : 'MISSED'}`
    const cells = [
      name,
      wall.toFixed(0),
      over.toFixed(0),
      held,
      (wall / bare.wall).toFixed(2),
      cpu.toFixed(0),
      (cpu / bare.cpu).toFixed(2)
    ]
    process.stdout.write(`| ${cells.join(' | ')} |\n`)
  }
}
