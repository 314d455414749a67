/**
 * `meshproof analyze` against `istioctl analyze` over the same files: processor time of whole processes, start-up
 * included, interleaved in one run, so that only ratios mean anything. Then how both grow, and how `analyze` grows with
 * crowds about one thing. `node bench/analyze.ts [--sizes 1000,10000] [--rounds 5] [--crowds 5000,20000]`, after
 * `npm run build`. istioctl is run as people run it over files: it skips 21 of its own analyzers, of which `analyze`
 * runs all.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { crowds } from './crowds.ts'
import { istioctl } from './istioctl.ts'
import { type Program, peak, slope, spend, writeFiles } from './process.ts'
import { shapes } from './shapes.ts'

/** At most this share of istioctl's processor time, by the number of objects. */
const GOALS: Readonly<Record<number, number>> = { 1000: 1, 10000: 0.7, 100000: 0.7 }

/** MB at 10,000 objects. */
const MEMORY = 400

/** Of the logarithm of processor time, from 1,000 objects on. */
const SLOPE = 1.1

main()

function main(): void {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..')
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      rounds: { type: 'string', default: '5' },
      crowds: { type: 'string', default: '5000,20000' },
      cli: { type: 'string', default: join(root, 'dist', 'cli.js') }
    }
  })
  if (!existsSync(values.cli)) {
    process.stderr.write(`${values.cli} is not there: run \`npm run build\` first.\n`)
    process.exitCode = 2
    return
  }
  const directory = mkdtempSync(join(tmpdir(), 'meshproof-bench-'))
  try {
    const ours: Program = {
      name: 'meshproof analyze',
      command: [process.execPath, '--import', peak, values.cli, 'analyze', '.'],
      exits: [0, 1],
      holds: /read [\d,]+ files?, [\d,]+ objects/
    }
    compare(directory, numbers(values.sizes), Number(values.rounds), ours)
    const crowded = numbers(values.crowds).filter(size => size > 0)
    if (crowded.length > 0) printCrowds(directory, crowded, ours)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function numbers(list: string): number[] {
  return list.split(',').map(Number)
}

function compare(directory: string, sizes: readonly number[], rounds: number, ours: Program): void {
  const peer = istioctl()
  if ('why' in peer) print(`NOT COMPARED with istioctl: ${peer.why}`)
  const programs: Program[] = [ours]
  if ('path' in peer) {
    programs.push({
      name: 'istioctl analyze',
      command: [peer.path, 'analyze', '--use-kube=false', '-A', '.'],
      exits: [0, 79],
      holds: /analyz/
    })
  }
  print('| objects | meshproof, CPU ms | istioctl, CPU ms | ratio | goal | peak MB |')
  print('|---|---|---|---|---|---|')
  const points: [number, number][] = []
  for (const size of sizes) {
    const cwd = join(directory, String(size))
    writeFiles(cwd, shapes['every kind'](size, 0))
    const best = new Map<string, number>()
    let memory = 0
    // The largest take minutes, in which the machine's other work evens out.
    for (let round = 0; round < (size > 10_000 ? 1 : rounds); round++) {
      for (const program of programs) {
        const spent = spend(program, cwd)
        best.set(program.name, Math.min(best.get(program.name) ?? spent.cpu, spent.cpu))
        if (program === ours) memory = Math.max(memory, spent.memory)
      }
    }
    const own = best.get(ours.name) ?? 0
    const other = best.get('istioctl analyze')
    const goal = GOALS[size]
    points.push([size, own])
    const cells = [
      size.toLocaleString('en'),
      own.toFixed(0),
      other?.toFixed(0) ?? '',
      other === undefined ? '' : (own / other).toFixed(2),
      other === undefined || goal === undefined ? '' : `${goal} ${held(own / other <= goal)}`,
      size === 10_000
        ? `${memory.toFixed(0)}, ${MEMORY} ${held(memory <= MEMORY)}`
        : memory.toFixed(0)
    ]
    print(`| ${cells.join(' | ')} |`)
  }
  const [first, last] = [points[0], points.at(-1)]
  if (first !== undefined && last !== undefined && points.length > 1) {
    const found = slope(first, last)
    print(
      `\nslope from ${first[0]} to ${last[0]} objects: ${found.toFixed(2)}, ${SLOPE} ${held(found <= SLOPE)}`
    )
  }
}

function printCrowds(directory: string, sizes: readonly number[], ours: Program): void {
  print('\ncrowds about one thing: processor ms over an analysis of one object, peak MB\n')
  print(`| crowd | ${sizes.join(' | ')} | slope |`)
  print(`|---|${sizes.map(() => '---|').join('')}---|`)
  const bare = cpuOf(directory, 'bare', shapes['every kind'](1, 0), ours).cpu
  for (const [name, make] of Object.entries(crowds)) {
    const points: [number, number][] = []
    const cells: string[] = []
    for (const size of sizes) {
      const { cpu, memory } = cpuOf(directory, `${name} ${size}`, make(size), ours)
      points.push([size, cpu - bare])
      cells.push(`${(cpu - bare).toFixed(0)} (${memory.toFixed(0)})`)
    }
    const [before, last] = points.slice(-2)
    const found = before === undefined || last === undefined ? Number.NaN : slope(before, last)
    print(`| ${[name, ...cells, `${found.toFixed(2)} ${held(found <= SLOPE)}`].join(' | ')} |`)
  }
}

function cpuOf(
  directory: string,
  name: string,
  files: Parameters<typeof writeFiles>[1],
  ours: Program
) {
  const cwd = join(directory, name.replace(/\W+/g, '-'))
  writeFiles(cwd, files)
  return spend(ours, cwd)
}

function held(isHeld: boolean): string {
  return isHeld ? 'held' : 'MISSED'
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
