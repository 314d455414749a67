/**
 * Whole processes, from start to exit, interleaved in one run, against `node -e 0` on the same machine: only the
 * ratios and differences mean anything. `npm run bench [-- ROUNDS [SIZE]]`, after `npm run build`: a second table says
 * how processor time grows with the number of objects, up to SIZE (default 1,000) of them.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Files } from './documents.ts'
import { estate, manyRoutes, tutorial } from './estate.ts'
import { certificates, contested, seenByAll, servers } from './estates-gateways.ts'
import { manyPaths, policies, workloads } from './estates-security.ts'
import { shapes, sidecars } from './shapes.ts'

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
  /** Peak resident memory, MB. */
  memory: number
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const cli = join(root, 'dist', 'cli.js')

/** Says on leaving how many KB were resident at most; cross-platform, unlike `/usr/bin/time`. */
const peak = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))`

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
        const { wall, cpu, memory } = run(one)
        const before = best.get(one.name)
        best.set(one.name, {
          wall: Math.min(wall, before?.wall ?? wall),
          cpu: Math.min(cpu, before?.cpu ?? cpu),
          memory: Math.max(memory, before?.memory ?? 0)
        })
      }
    }
    print(cases, best, rounds)
    printGrowth(directory, Math.min(rounds, 3), Number(process.argv[3] ?? 1000))
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
      goal: 1000,
      ...pair('routes', manyRoutes(2000, false), manyRoutes(2000, true)),
      exits: [0],
      holds: /Rerouted on shop\.example\.com/
    },
    {
      name: '500 namespaces with a Sidecar each, the mesh-wide one changed',
      goal: 5000,
      ...pair('sidecars', sidecars(1500, 0), sidecars(1500, 10)),
      exits: [0, 1],
      holds: /Compared [\d,]+ classes of proxies/
    },
    {
      name: 'one policy of a mesh of 10,000 workloads',
      goal: 3000,
      ...pair('workloads', workloads(10_000, 'nothing'), workloads(10_000, 'one policy')),
      exits: [0, 1],
      holds: /POST/
    },
    {
      name: 'the mode of a mesh of 10,000 workloads',
      goal: null,
      ...pair('mode', workloads(10_000, 'nothing'), workloads(10_000, 'the mesh')),
      exits: [0, 1],
      holds: /plaintext/
    },
    {
      name: '1,000 policies of 20 rules each in a namespace',
      goal: 2000,
      ...pair('policies', policies(1000, 20, false), policies(1000, 20, true)),
      exits: [0, 1],
      holds: /DELETE/
    },
    {
      name: '10,000 paths in one policy',
      goal: null,
      ...pair('paths', manyPaths(10_000, false), manyPaths(10_000, true)),
      exits: [0, 1],
      holds: /changed/
    },
    {
      name: 'a Gateway with 5,000 servers',
      goal: null,
      ...pair('servers', servers(5000, false), servers(5000, true)),
      exits: [0, 1],
      holds: /h7\.example\.com/
    },
    {
      name: 'the certificates of a Gateway with 5,000 HTTPS servers',
      goal: null,
      ...pair('certificates', certificates(5000, false), certificates(5000, true)),
      exits: [0, 1],
      holds: /h7\.example\.com/
    },
    {
      name: 'an upgrade of 2,000 Services and routes in 50 namespaces',
      goal: null,
      ...pair('upgrade', seenByAll(2000), {}),
      args: [cli, 'diff', 'base', '--istio-base', '1.22', '--istio', '1.24'],
      exits: [0, 1],
      holds: /settings changed/
    },
    {
      name: 'a host in 1,000 VirtualServices of the mesh',
      goal: null,
      ...pair('contested', contested(1000, false, 'mesh'), contested(1000, true, 'mesh')),
      exits: [0, 1],
      holds: /Compared/
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
    ['-c', script, 'sh', process.execPath, '--import', peak, ...args],
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
  const memory = Number(/^peak (\d+)$/m.exec(stderr)?.[1] ?? 0) / 1024
  return { wall, cpu, memory }
}

/** Processor time by shape and size, and the slope of its logarithm between the two largest sizes. */
function printGrowth(directory: string, rounds: number, largest: number): void {
  const sizes = [100, 1000, 10_000].filter(size => size <= largest)
  process.stdout.write('\nobjects, 10 of them changed: processor ms over `node -e 0`, peak MB\n\n')
  process.stdout.write(`| shape | ${sizes.join(' | ')} | slope |\n`)
  process.stdout.write(`|---|${sizes.map(() => '---|').join('')}---|\n`)
  const bare = bestOf(rounds, {
    name: 'bare',
    goal: null,
    args: ['-e', '0'],
    cwd: directory,
    exits: [0],
    holds: /^$/
  })
  for (const [name, make] of Object.entries(shapes)) {
    const found = sizes.map(size => {
      const cwd = join(directory, 'growth', name, String(size))
      write(join(cwd, 'base'), make(size, 0))
      write(join(cwd, 'head'), make(size, 10))
      const args = [cli, 'diff', 'base', 'head']
      const holds = /Compared [\d,]+ class/
      const { cpu, memory } = bestOf(rounds, { name, goal: null, args, cwd, exits: [0, 1], holds })
      return { size, cpu: cpu - bare.cpu, memory }
    })
    const [before, last] = found.slice(-2)
    const slope =
      before === undefined || last === undefined
        ? ''
        : (Math.log(last.cpu / before.cpu) / Math.log(last.size / before.size)).toFixed(2)
    const cells = found.map(one => `${one.cpu.toFixed(0)} (${one.memory.toFixed(0)})`)
    process.stdout.write(`| ${[name, ...cells, slope].join(' | ')} |\n`)
  }
}

function bestOf(rounds: number, one: Case): Measured {
  const runs = Array.from({ length: rounds }, () => run(one))
  return {
    wall: Math.min(...runs.map(({ wall }) => wall)),
    cpu: Math.min(...runs.map(({ cpu }) => cpu)),
    memory: Math.max(...runs.map(({ memory }) => memory))
  }
}

function print(cases: readonly Case[], best: ReadonlyMap<string, Measured>, rounds: number): void {
  const bare = best.get('node -e 0') ?? { wall: 0, cpu: 0, memory: 0 }
  process.stdout.write(
    `minimum of ${rounds} interleaved rounds, ms; goal: over \`node -e 0\`, wall\n\n`
  )
  process.stdout.write(
    '| process | wall | over node | goal | ratio | processor | ratio | peak MB |\n'
  )
  process.stdout.write('|---|---|---|---|---|---|---|---|\n')
  for (const { name, goal } of cases) {
    const { wall, cpu, memory } = best.get(name) ?? { wall: 0, cpu: 0, memory: 0 }
    const over = wall - bare.wall
    const held = goal === null ? '' : `${goal} ${over <= goal ? 'held' : 'MISSED'}`
    const cells = [
      name,
      wall.toFixed(0),
      over.toFixed(0),
      held,
      (wall / bare.wall).toFixed(2),
      cpu.toFixed(0),
      (cpu / bare.cpu).toFixed(2),
      memory.toFixed(0)
    ]
    process.stdout.write(`| ${cells.join(' | ')} |\n`)
  }
}
