import { expect, test } from '@jest/globals'
import { routes } from '../../bench/decision.ts'
import type { Dimension, Matcher, Table } from '../../src/decision/table.ts'
import { unreachable } from '../../src/decision/unreachable.ts'

const path: Dimension = {
  name: 'path',
  theory: 'string',
  optional: false,
  multiple: false,
  domain: { is: 'prefix', value: '/' }
}
const method: Dimension = {
  name: 'method',
  theory: 'enumeration',
  values: ['GET', 'POST'],
  optional: false,
  multiple: false
}
const prefix = (value: string): Matcher => ({ is: 'prefix', value })
const exact = (value: string): Matcher => ({ is: 'exact', value })
const regex = (value: string): Matcher => ({ is: 'regex', value })

/** Lines such as `2 hidden by 0 1`. */
function unreached(rows: readonly [Record<string, Matcher>, string][]): string[] {
  const table: Table<string> = {
    dimensions: [path, method],
    rows: rows.map(([when, action]) => ({ when, action, origin: null })),
    otherwise: '404'
  }
  const result = unreachable(table, { keyOf: action => action })
  if (result.kind !== 'analysed') throw new Error(result.kind)
  expect(result.undecided).toEqual([])
  return result.unreached.map(one =>
    one.why === 'empty'
      ? `${one.index} empty`
      : `${one.index} hidden by ${one.by.map(({ index }) => index).join(' ')}`
  )
}

test('a row behind a wider prefix', () => {
  expect(
    unreached([
      [{ path: prefix('/') }, 'a'],
      [{ path: prefix('/users') }, 'b'],
      [{}, 'c']
    ])
  ).toEqual(['1 hidden by 0', '2 hidden by 0'])
})

test('a row that two others cover together, with a third that takes nothing', () => {
  expect(
    unreached([
      [{ path: exact('/other') }, 'x'],
      [{ method: exact('POST') }, 'a'],
      [{ path: prefix('/users'), method: exact('GET') }, 'b'],
      [{ path: prefix('/users/v2') }, 'c']
    ])
  ).toEqual(['3 hidden by 1 2'])
})

test('a cover of the same action is joined by a row that takes points to another', () => {
  expect(
    unreached([
      [{ path: exact('/users/me') }, 'other'],
      [{ path: prefix('/') }, 'same'],
      [{ path: prefix('/users') }, 'same']
    ])
  ).toEqual(['2 hidden by 1 0'])
})

test('expressions that hide exactly', () => {
  expect(
    unreached([
      [{ path: regex('/[a-m].*') }, 'a'],
      [{ path: regex('/[n-z].*') }, 'b'],
      [{ path: regex('/(item|user)/[0-9]+') }, 'c'],
      [{ path: regex('/(item|User)/[0-9]+') }, 'd']
    ])
  ).toEqual(['2 hidden by 0 1'])
})

test('a row whose own matchers contradict', () => {
  expect(
    unreached([
      [{ path: { is: 'all', of: [prefix('/a'), regex('/b.*')] } }, 'a'],
      [{ path: exact('no-slash') }, 'b'],
      [{ method: { is: 'any', of: [] } }, 'c']
    ])
  ).toEqual(['0 empty', '1 empty', '2 empty'])
})

test('a row that nobody can decide within the budget is undecided, the others are not', () => {
  const table: Table<string> = {
    dimensions: [path],
    rows: [
      { when: { path: regex('/(a|b)*a(a|b){1000}') }, action: 'a', origin: null },
      { when: { path: regex('/(a|b)*a(a|b){1000}c?') }, action: 'b', origin: null },
      { when: { path: prefix('/x') }, action: 'c', origin: null },
      { when: { path: exact('/x') }, action: 'd', origin: null }
    ],
    otherwise: '404'
  }
  const result = unreachable(table, { keyOf: action => action, limits: { states: 500 } })
  if (result.kind !== 'analysed') throw new Error(result.kind)
  expect(result.unreached.map(one => one.index)).toEqual([3])
  expect(result.undecided.map(one => [one.index, one.dimension, one.limit])).toEqual([
    [0, 'path', 'states'],
    [1, 'path', 'states']
  ])
})

test('a table with a malformed matcher is not analysed', () => {
  const table: Table<string> = {
    dimensions: [path],
    rows: [{ when: { path: regex('(') }, action: 'a', origin: null }],
    otherwise: ''
  }
  expect(unreachable(table, { keyOf: action => action }).kind).toBe('malformed')
})

test('a large table', () => {
  const table = routes(1000)
  const result = unreachable(table, { keyOf: action => action })
  if (result.kind !== 'analysed') throw new Error(result.kind)
  expect(result.undecided).toEqual([])
  for (const one of result.unreached) {
    expect(one.why === 'hidden' && one.by.every(other => other.index < one.index)).toBe(true)
  }
})
