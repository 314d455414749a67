import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide, satisfies } from '../../src/decision/decide.ts'
import type { Point, Table } from '../../src/decision/table.ts'
import { unreachable } from '../../src/decision/unreachable.ts'
import { pointsOf, runs, table } from '../decision/tiny.ts'

const keyOf = (action: string) => action

function analyse(subject: Table<string>) {
  const answer = unreachable(subject, { keyOf })
  if (answer.kind !== 'analysed') throw new Error(answer.kind)
  expect(answer.undecided).toEqual([])
  return answer.unreached
}

describe('unreachable, against every point of a tiny space', () => {
  test('names exactly the rows that no point takes, and says why', () => {
    fc.assert(
      fc.property(table, subject => {
        const dimensions = new Map(subject.dimensions.map(one => [one.name, one]))
        const points = existing(subject)
        const found = analyse(subject)
        subject.rows.forEach((row, index) => {
          const mine = points.filter(point => satisfies(row.when, point, dimensions))
          const taken = mine.some(point => takenBy(subject, point) === index)
          const answer = found.find(one => one.index === index)
          expect(answer === undefined).toBe(taken)
          if (answer !== undefined) expect(answer.why).toBe(mine.length === 0 ? 'empty' : 'hidden')
        })
      }),
      runs(150)
    )
  })

  test('rows that hide are earlier, cover all of the row, and none can be left out', () => {
    fc.assert(
      fc.property(table, subject => {
        const dimensions = new Map(subject.dimensions.map(one => [one.name, one]))
        const points = existing(subject)
        for (const answer of analyse(subject)) {
          if (answer.why === 'empty') continue
          const { index, row, by } = answer
          const mine = points.filter(point => satisfies(row.when, point, dimensions))
          const covers = (rows: typeof by) =>
            mine.every(point => rows.some(other => satisfies(other.row.when, point, dimensions)))
          expect(
            by.every(other => other.index < index && subject.rows[other.index] === other.row)
          ).toBe(true)
          expect(covers(by)).toBe(true)
          const others = by.filter(other => other.row.action !== row.action)
          for (const one of by) {
            const less = by.filter(other => other !== one)
            const addedForItsAction = others.length === 1 && others[0] === one
            if (!addedForItsAction) expect(covers(less)).toBe(false)
          }
          const thieves = mine.filter(point => decide(subject, point).action !== row.action)
          if (thieves.length > 0) expect(others.length).toBeGreaterThan(0)
        }
      }),
      runs(150)
    )
  })
})

function takenBy(subject: Table<string>, point: Point): number {
  const { row } = decide(subject, point)
  return row === null ? -1 : subject.rows.indexOf(row)
}

function existing(subject: Table<string>): Point[] {
  const dimensions = new Map(subject.dimensions.map(one => [one.name, one]))
  return pointsOf(subject.dimensions).filter(
    point => !(subject.impossible ?? []).some(when => satisfies(when, point, dimensions))
  )
}
