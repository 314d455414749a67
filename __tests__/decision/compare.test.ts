import { describe, expect, test } from '@jest/globals'
import { edited, routes } from '../../bench/decision.ts'
import { type Comparison, compare } from '../../src/decision/compare.ts'
import { decide } from '../../src/decision/decide.ts'
import { describe as describeRegion } from '../../src/decision/describe.ts'
import { contains, sample, union } from '../../src/decision/region.ts'
import type { Dimension, Matcher, Row, Table } from '../../src/decision/table.ts'

const keyOf = (action: string) => action
const path: Dimension = {
  name: 'path',
  theory: 'string',
  optional: false,
  multiple: false,
  domain: { is: 'regex', value: '/[!-~]*' }
}
const exact = (value: string): Matcher => ({ is: 'exact', value })
const regex = (value: string): Matcher => ({ is: 'regex', value })

function table(
  matchers: readonly (Matcher | null)[],
  dimension: Dimension = path,
  otherwise = '404'
): Table<string> {
  const rows = matchers.map(
    (matcher, index): Row<string> => ({
      when: matcher === null ? {} : { [dimension.name]: matcher },
      action: `a${index}`,
      origin: index
    })
  )
  return { dimensions: [dimension], rows, otherwise }
}

function act(subject: Table<string>, index: number, action: string): Table<string> {
  return {
    ...subject,
    rows: subject.rows.map((row, place) => (place === index ? { ...row, action } : row))
  }
}

function compared(result: Comparison<string>) {
  if (result.kind !== 'compared') throw new Error(JSON.stringify(result))
  return result
}

describe('compare', () => {
  test('a table of many rows with few edits looks at few states', () => {
    const base = routes(2000)
    const { differences, counts } = compared(compare(base, edited(base), { keyOf }))
    expect(differences.length).toBeGreaterThan(0)
    for (const { sample: point, before, after } of differences) {
      expect(decide(base, point).action).toBe(before)
      expect(decide(edited(base), point).action).toBe(after)
    }
    expect(counts.states).toBeLessThan(500)
    expect(counts.steps).toBeLessThan(10_000)
  })

  test('gives the same result twice, in the order of base rows', () => {
    const base = routes(200)
    const head = { ...base, rows: base.rows.map(row => ({ ...row, action: `${row.action}!` })) }
    const read = () =>
      compared(compare(base, head, { keyOf })).differences.map(
        ({ base: row, sample: point, region }) => [row?.origin, point, describeRegion(region)]
      )
    expect(read()).toEqual(read())
    const order = read().map(([origin]) => Number(origin ?? Number.POSITIVE_INFINITY))
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  test('equal actions are one behaviour, whatever rows they stand in', () => {
    const base: Table<string> = {
      dimensions: [path],
      rows: [
        { when: { path: { is: 'prefix', value: '/a' } }, action: 'x', origin: 1 },
        { when: { path: exact('/b') }, action: 'x', origin: 2 },
        { when: {}, action: 'x', origin: 3 }
      ],
      otherwise: '404'
    }
    const head: Table<string> = { ...base, rows: base.rows.slice(2) }
    expect(compared(compare(base, head, { keyOf })).differences).toEqual([])
  })

  test('matchers that cannot be compiled are named, not thrown', () => {
    const broken = table([exact('/a'), { is: 'any', of: [exact('/b'), regex('(?<=a)b')] }])
    const result = compare(table([]), broken, { keyOf })
    expect(result.kind).toBe('malformed')
    if (result.kind !== 'malformed') return
    expect(
      result.matchers.map(({ dimension, matcher, row }) => [dimension, matcher, row.origin])
    ).toEqual([['path', regex('(?<=a)b'), 1]])
    expect(result.matchers[0]?.reason).toContain('invalid')
  })

  test('a matcher of an unknown dimension is a defect of the caller', () => {
    const wrong: Table<string> = {
      ...table([]),
      rows: [{ when: { x: exact('1') }, action: 'a', origin: 0 }]
    }
    expect(() => compare(table([]), wrong, { keyOf })).toThrow('the table has no dimension x')
  })

  test('a dimension may bear any name', () => {
    for (const name of ['__proto__', 'constructor', 'toString', '']) {
      const dimension: Dimension = { ...path, name, optional: true }
      const when = Object.fromEntries([[name, exact('/x')]])
      const base: Table<string> = { dimensions: [dimension], rows: [], otherwise: 'a' }
      const head: Table<string> = { ...base, rows: [{ when, action: 'b', origin: 0 }] }
      const [difference] = compared(compare(base, head, { keyOf })).differences
      if (difference === undefined) throw new Error(`no difference by ${name}`)
      expect(Object.entries(difference.sample)).toEqual([[name, '/x']])
      expect(decide(head, difference.sample).action).toBe('b')
      expect(decide(head, {}).action).toBe('a')
      expect(contains(difference.region, {})).toBe(false)
    }
  })

  test('dimensions of one table alone are known to both', () => {
    const header: Dimension = { name: 'x', theory: 'string', optional: true, multiple: false }
    const base: Table<string> = { dimensions: [], rows: [], otherwise: 'a' }
    const head: Table<string> = {
      dimensions: [header],
      rows: [{ when: { x: { is: 'present' } }, action: 'b', origin: 0 }],
      otherwise: 'a'
    }
    const [difference] = compared(compare(base, head, { keyOf })).differences
    expect(difference?.sample).toEqual({ x: 'a' })
  })

  test('a union of regions holds both and has the better sample', () => {
    const base = table([exact('/b'), exact('/a/long')])
    const head = act(act(base, 0, 'x'), 1, 'y')
    const [first, second] = compared(compare(base, head, { keyOf })).differences
    if (first === undefined || second === undefined) throw new Error('two differences')
    const both = union([second.region, first.region])
    expect(contains(both, first.sample) && contains(both, second.sample)).toBe(true)
    expect(sample(both)).toEqual({ path: '/b' })
  })
})

describe('budgets', () => {
  test('expressions that all overlap are asked one by one', () => {
    const base = table(Array.from({ length: 24 }, (_, index) => regex(`.*token${index}x.*`)))
    const middle = compared(compare(base, act(base, 12, 'x'), { keyOf })).differences
    expect(middle.map(({ sample: point }) => point)).toEqual([{ path: '/token12x' }])
    const none = compared(compare(base, { ...base, otherwise: '503' }, { keyOf })).differences
    expect(none.map(({ sample: point }) => point)).toEqual([{ path: '/' }])
  })

  const explosive = ['/(a|b)*a(a|b){1000}', '/.*[^/]{500}b', '(/(a|b){0,30}a){30}']
  for (const source of explosive) {
    test(`${source} ends in a typed result`, () => {
      const base = table([regex(source), { is: 'prefix', value: '/a' }])
      const result = compare(base, { ...base, otherwise: 'x' }, { keyOf })
      if (result.kind === 'exhausted') expect(result.dimension).toBe('path')
      else expect(result.kind).toBe('compared')
    })
  }

  test('catastrophic backtracking is no danger', () => {
    for (const source of [
      '(a+)+$',
      '/(a|aa)+$',
      '(.*)*x',
      '(x+x+)+y',
      '/(.*a){12}',
      '(/[a-z]+){1,50}\\b'
    ]) {
      const base = table([regex(source)])
      compared(compare(base, { ...base, otherwise: 'x' }, { keyOf }))
    }
  })

  test('many values of a set are asked as deep as the limit allows', () => {
    const groups: Dimension = { name: 'groups', theory: 'string', optional: true, multiple: true }
    const base = table(
      Array.from({ length: 40 }, (_, index) => exact(`g${index}`)),
      groups
    )
    const head = act(base, 39, 'x')
    const found = compared(compare(base, head, { keyOf })).differences
    expect(found.map(({ sample: point }) => point)).toEqual([{ groups: ['g39'] }])
    expect(compare(base, head, { keyOf, limits: { depth: 39 } })).toEqual({
      kind: 'exhausted',
      dimension: 'groups',
      limit: 'depth',
      allowed: 39
    })
  })

  test('steps', () => {
    const base = routes(300)
    expect(compare(base, { ...base, otherwise: 'x' }, { keyOf, limits: { steps: 1000 } })).toEqual({
      kind: 'exhausted',
      dimension: 'path',
      limit: 'steps',
      allowed: 1000
    })
  })

  test('a region too intricate to say is said in part, and says so', () => {
    const flags = Array.from(
      { length: 14 },
      (_, index): Dimension => ({
        name: `f${index}`,
        theory: 'string',
        optional: true,
        multiple: false
      })
    )
    const present: Matcher = { is: 'present' }
    const pairs = flags.flatMap((left, index) =>
      flags.slice(index + 1).map(right => ({ [left.name]: present, [right.name]: present }))
    )
    const rows = pairs.map((when, index) => ({
      when,
      action: index % 2 === 0 ? 'a' : 'b',
      origin: index
    }))
    const base: Table<string> = { dimensions: flags, rows, otherwise: 'c' }
    const head: Table<string> = {
      ...base,
      rows: rows.map(row => ({ ...row, action: `${row.action}!` }))
    }
    const result = compared(compare(base, head, { keyOf, mergeBy: 'actions' }))
    for (const { region, sample: point } of result.differences) {
      const clauses = describeRegion(region)
      expect(clauses.length).toBeLessThanOrEqual(1000)
      expect(contains(region, point)).toBe(true)
    }
  })
})
