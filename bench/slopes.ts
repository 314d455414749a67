/**
 * How processor time of `meshproof diff` grows along one axis at a time: sizes once, twice, four and eight times over,
 * what a bare Node takes left out. A slope is that of the logarithms; goal: at most 1.1 between the two largest.
 * `node bench/slopes.ts [ROUNDS [SMALLEST]]`, after `npm run build`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Files } from './documents.ts'
import { hostRoutes, namespaces, services } from './estates-gateways.ts'
import { policies } from './estates-security.ts'
import { slope, spend, writeFiles } from './process.ts'

const axes: Readonly<Record<string, (count: number, edited: boolean) => Files>> = {
  'namespaces, two Services and a route each': namespaces,
  'Services, a route each': services,
  'routes of a host': hostRoutes,
  'rules of a policy': (count, edited) => policies(1, count, edited)
}

const cli = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'cli.js')

const GOAL = 1.1

main()

function main(): void {
  const rounds = Number(process.argv[2] ?? 3)
  const smallest = Number(process.argv[3] ?? 1000)
  const sizes = [1, 2, 4, 8].map(times => times * smallest)
  const directory = mkdtempSync(join(tmpdir(), 'meshproof-slopes-'))
  try {
    const bare = best(rounds, ['-e', '0'], directory, /^/)
    process.stdout.write(`| processor ms over \`node -e 0\` | ${sizes.join(' | ')} | slope | |\n`)
    process.stdout.write(`|---|${sizes.map(() => '---|').join('')}---|---|\n`)
    for (const [name, make] of Object.entries(axes)) {
      const points = sizes.map((size): readonly [number, number] => {
        const cwd = join(directory, name, `${size}`)
        writeFiles(join(cwd, 'base'), make(size, false))
        writeFiles(join(cwd, 'head'), make(size, true))
        return [size, best(rounds, [cli, 'diff', 'base', 'head'], cwd, /Compared/) - bare]
      })
      const [before = [1, 1], last = [1, 1]] = points.slice(-2)
      const found = slope(before, last)
      const cells = points.map(([, cpu]) => cpu.toFixed(0)).join(' | ')
      const held = found <= GOAL ? 'held' : 'MISSED'
      process.stdout.write(`| ${name} | ${cells} | ${found.toFixed(2)} | ${held} |\n`)
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** The least processor time of some runs, ms. */
function best(rounds: number, args: readonly string[], cwd: string, holds: RegExp): number {
  const command = [process.execPath, ...args]
  const one = { name: args.join(' '), command, exits: [0, 1], holds }
  return Math.min(...Array.from({ length: rounds }, () => spend(one, cwd).cpu))
}
