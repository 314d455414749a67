import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Comparison, compare } from '../../src/decision/compare.ts'
import { decide, satisfies } from '../../src/decision/decide.ts'
import { describe as describeRegion, satisfiesClause } from '../../src/decision/describe.ts'
import { contains, isEmpty, union } from '../../src/decision/region.ts'
import type { Point, Table } from '../../src/decision/table.ts'
import { change, pointsOf, runs } from '../decision/tiny.ts'

const keyOf = (action: string) => action
const tries = runs(100)

function differences(comparison: Comparison<string>) {
  if (comparison.kind !== 'compared') throw new Error(`not compared: ${comparison.kind}`)
  return comparison.differences
}

function existing(table: Table<string>): Point[] {
  const dimensions = new Map(table.dimensions.map(dimension => [dimension.name, dimension]))
  return pointsOf(table.dimensions).filter(
    point => !(table.impossible ?? []).some(when => satisfies(when, point, dimensions))
  )
}

describe('compare, against every point of a tiny space', () => {
  test('the regions hold exactly the points that are decided differently, each by its pair of rows', () => {
    fc.assert(
      fc.property(change, ({ base, head }) => {
        const found = differences(compare(base, head, { keyOf }))
        for (const point of existing(base)) {
          const before = decide(base, point)
          const after = decide(head, point)
          const holding = found.filter(difference => contains(difference.region, point))
          if (before.action === after.action) {
            expect(holding).toEqual([])
          } else {
            expect(holding.length).toBe(1)
            expect(holding[0]?.base).toBe(before.row)
            expect(holding[0]?.head).toBe(after.row)
          }
        }
      }),
      tries
    )
  })

  test('a sample exists, lies in its region and takes the two rows', () => {
    fc.assert(
      fc.property(change, ({ base, head }) => {
        const points = new Set(existing(base).map(point => JSON.stringify(point)))
        for (const difference of differences(compare(base, head, { keyOf }))) {
          expect(isEmpty(difference.region)).toBe(false)
          expect(contains(difference.region, difference.sample)).toBe(true)
          expect(decide(base, difference.sample).row).toBe(difference.base)
          expect(decide(head, difference.sample).row).toBe(difference.head)
          expect(points.has(JSON.stringify(sorted(difference.sample, base)))).toBe(true)
        }
      }),
      tries
    )
  })

  test('a description says its region, no more and no less', () => {
    fc.assert(
      fc.property(change, ({ base, head }) => {
        for (const { region } of differences(compare(base, head, { keyOf }))) {
          const clauses = describeRegion(region)
          for (const point of existing(base)) {
            const said = clauses.some(clause => satisfiesClause(clause, point, base.dimensions))
            if (said !== contains(region, point)) {
              throw new Error(`${JSON.stringify(point)} ${said} ${JSON.stringify(clauses)}`)
            }
          }
        }
      }),
      tries
    )
  })

  test('merged by actions, regions are the unions of their pairs', () => {
    fc.assert(
      fc.property(change, ({ base, head }) => {
        const merged = differences(compare(base, head, { keyOf, mergeBy: 'actions' }))
        const keys = merged.map(({ before, after }) => `${before} ${after}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const point of existing(base)) {
          const [before, after] = [decide(base, point).action, decide(head, point).action]
          const holding = merged.filter(({ region }) => contains(region, point))
          const expected = before === after ? [] : [`${before} ${after}`]
          expect(holding.map(one => `${one.before} ${one.after}`)).toEqual(expected)
        }
        const [first, ...rest] = merged.map(({ region }) => region)
        if (first === undefined) return
        const all = union([first, ...rest])
        for (const point of existing(base)) {
          expect(contains(all, point)).toBe(
            decide(base, point).action !== decide(head, point).action
          )
        }
      }),
      tries
    )
  })

  test('comparing the other way round mirrors everything', () => {
    fc.assert(
      fc.property(change, ({ base, head }) => {
        const there = differences(compare(base, head, { keyOf }))
        const back = differences(compare(head, base, { keyOf }))
        expect(back.length).toBe(there.length)
        for (const difference of there) {
          const mirror = back.find(
            other => other.base === difference.head && other.head === difference.base
          )
          expect(mirror?.sample).toEqual(difference.sample)
          expect(mirror?.before).toBe(difference.after)
        }
      }),
      tries
    )
  })

  test('a table equals itself', () => {
    fc.assert(
      fc.property(change, ({ base }) => {
        expect(differences(compare(base, structuredClone(base), { keyOf }))).toEqual([])
      }),
      tries
    )
  })
})

/** Sets as the brute force writes them. */
function sorted(point: Point, table: Table<string>): Point {
  const written: Record<string, Point[string]> = {}
  for (const { name, multiple } of table.dimensions) {
    const value = point[name] ?? null
    written[name] =
      multiple && Array.isArray(value)
        ? [...value].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
        : value
  }
  return written
}
