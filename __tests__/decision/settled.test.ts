import { describe, expect, test } from '@jest/globals'
import { compare } from '../../src/decision/compare.ts'
import { contains, isEmpty } from '../../src/decision/region.ts'
import { settled } from '../../src/decision/settled.ts'
import type { Dimension, Matcher, Row, Table } from '../../src/decision/table.ts'

const text = (name: string): Dimension => ({
  name,
  theory: 'string',
  optional: true,
  multiple: false
})
const dimensions = [text('path'), text('secret')]
const exact = (value: string): Matcher => ({ is: 'exact', value })
const row = (when: Row<string>['when'], action: string): Row<string> => ({
  when,
  action,
  origin: null
})

function parts(one: readonly Row<string>[], other: readonly Row<string>[]) {
  const table = (rows: readonly Row<string>[]): Table<string> => ({
    dimensions,
    rows,
    otherwise: 'no'
  })
  const found = compare(table(one), table(other), { keyOf: action => action, mergeBy: 'actions' })
  if (found.kind !== 'compared') throw new Error(found.kind)
  return found.differences.map(({ region }) => settled(region, name => name === 'secret'))
}

describe('regions over a dimension of which nobody knows the values', () => {
  test('what differs whatever they are is certain, the rest is open', () => {
    const [found, ...more] = parts(
      [row({ path: exact('/a'), secret: exact('x') }, 'yes')],
      [
        row({ path: exact('/a'), secret: exact('x') }, 'yes'),
        row({ path: exact('/b') }, 'yes'),
        row({ path: exact('/c'), secret: exact('x') }, 'yes')
      ]
    )
    expect(more).toEqual([])
    if (found === undefined) throw new Error('the tables differ')
    for (const secret of ['x', 'y', null]) {
      expect(contains(found.certain, { path: '/b', secret })).toBe(true)
      expect(contains(found.open, { path: '/b', secret })).toBe(false)
      expect(contains(found.certain, { path: '/c', secret })).toBe(false)
      expect(contains(found.open, { path: '/c', secret })).toBe(secret === 'x')
    }
  })

  test('each value for itself is no value whatever', () => {
    const [found] = parts(
      [],
      [
        row({ path: exact('/a'), secret: exact('x') }, 'yes'),
        row({ path: exact('/a'), secret: { is: 'not', of: exact('x') } }, 'yes'),
        row({ secret: exact('x') }, 'yes')
      ]
    )
    if (found === undefined) throw new Error('the tables differ')
    expect(contains(found.certain, { path: '/a', secret: null })).toBe(true)
    expect(contains(found.certain, { path: '/z', secret: 'x' })).toBe(false)
    expect(contains(found.open, { path: '/z', secret: 'x' })).toBe(true)
  })

  test('nothing is open where it is not asked', () => {
    const [found] = parts([], [row({ path: exact('/a') }, 'yes')])
    expect(found !== undefined && isEmpty(found.open)).toBe(true)
  })
})
