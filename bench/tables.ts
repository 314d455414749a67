/**
 * The decision room by itself, in one process: CPU milliseconds of the first call and the best of the others.
 * `node bench/tables.ts [ROUTES]`.
 */
import { compare } from '../src/decision/compare.ts'
import { describe } from '../src/decision/describe.ts'
import type { Row, Table } from '../src/decision/table.ts'
import { unreachable } from '../src/decision/unreachable.ts'
import { edited, routes } from './decision.ts'

const keyOf = (action: string) => action
const rounds = 5

main()

function main(): void {
  const count = Number(process.argv[2] ?? 2000)
  const base = routes(count)
  const middle = count >> 1
  const withRows = (change: (row: Row<string>, index: number) => Row<string>): Table<string> => ({
    ...base,
    rows: base.rows.map(change)
  })
  const cases: Readonly<Record<string, Table<string>>> = {
    'no row changed': routes(count),
    'one action': withRows((row, index) => (index === middle ? { ...row, action: 'x' } : row)),
    'a swap, an action, a row less': edited(base),
    'the default route': withRows((row, index) =>
      index === count ? { ...row, action: 'x' } : row
    ),
    'every action': withRows(row => ({ ...row, action: `${row.action}x` }))
  }
  const regexes = base.rows.filter(row => row.when.path?.is === 'regex').length
  process.stdout.write(`${count} routes, ${regexes} path expressions\n`)
  print('what changed', 'first', 'best', 'differences', 'states')
  for (const [name, head] of Object.entries(cases)) {
    const { first, best, result } = measure(() => compare(base, head, { keyOf }))
    if (result.kind !== 'compared') throw new Error(result.kind)
    print(name, first, best, String(result.differences.length), String(result.counts.states))
    if (name !== 'every action') continue
    const said = measure(() => result.differences.map(({ region }) => describe(region)))
    print('… described', said.first, said.best, String(said.result.length), '')
  }
  const { first, best, result } = measure(() => unreachable(base, { keyOf }))
  if (result.kind !== 'analysed') throw new Error(result.kind)
  print('unreachable rows', first, best, String(result.unreached.length), '')
}

function measure<Result>(work: () => Result): { first: string; best: string; result: Result } {
  const start = cpu()
  const result = work()
  const first = cpu() - start
  let best = first
  for (let round = 1; round < rounds; round += 1) {
    const before = cpu()
    work()
    best = Math.min(best, cpu() - before)
  }
  return { first: first.toFixed(0), best: best.toFixed(0), result }
}

function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function print(name: string, ...columns: readonly string[]): void {
  const padded = columns.map(column => column.padStart(12)).join('')
  process.stdout.write(`${name.padEnd(32)}${padded}\n`)
}
