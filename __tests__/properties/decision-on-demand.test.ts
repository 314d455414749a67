import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compare } from '../../src/decision/compare.ts'
import { decide, satisfies } from '../../src/decision/decide.ts'
import { describe as describeRegion, satisfiesClause } from '../../src/decision/describe.ts'
import { contains } from '../../src/decision/region.ts'
import type { Point, Table } from '../../src/decision/table.ts'
import { change, pointsOf, runs } from '../decision/tiny.ts'

const keyOf = (action: string) => action

/** So few states that most string dimensions cannot be cut into classes. */
const limits = { states: 12 }

describe('dimensions asked on demand', () => {
  test('give the same answers, or say that the budget is spent', () => {
    let compared = 0
    fc.assert(
      fc.property(change, ({ base, head }) => {
        const result = compare(base, head, { keyOf, limits })
        if (result.kind === 'exhausted') {
          expect(result.limit).toBe('states')
          expect(result.allowed).toBe(12)
          return
        }
        if (result.kind !== 'compared') throw new Error(result.kind)
        compared += 1
        for (const { region, sample, base: left, head: right } of result.differences) {
          expect(decide(base, sample).row).toBe(left)
          expect(decide(head, sample).row).toBe(right)
          expect(contains(region, sample)).toBe(true)
        }
        const described = result.differences.map(({ region }) => describeRegion(region))
        for (const point of existing(base)) {
          const differs = decide(base, point).action !== decide(head, point).action
          const holding = result.differences.filter(({ region }) => contains(region, point))
          expect(holding.length).toBe(differs ? 1 : 0)
          result.differences.forEach(({ region }, index) => {
            const clauses = described[index] ?? []
            expect(clauses.some(one => satisfiesClause(one, point, base.dimensions))).toBe(
              contains(region, point)
            )
          })
        }
      }),
      runs(100)
    )
    expect(compared).toBeGreaterThan(20)
  })
})

function existing(table: Table<string>): Point[] {
  const dimensions = new Map(table.dimensions.map(one => [one.name, one]))
  return pointsOf(table.dimensions).filter(
    point => !(table.impossible ?? []).some(when => satisfies(when, point, dimensions))
  )
}
