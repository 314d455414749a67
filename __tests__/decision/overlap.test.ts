import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { matches } from '../../src/decision/decide.ts'
import { implies, mayMeet } from '../../src/decision/overlap.ts'
import type { Matcher } from '../../src/decision/table.ts'
import { claims, header, ip, matcherOf, path, port, runs, values } from './tiny.ts'

describe('cheap tests of two matchers', () => {
  for (const dimension of [path, header, port, ip, claims]) {
    test(`on ${dimension.name} they err on the safe side alone`, () => {
      fc.assert(
        fc.property(matcherOf(dimension), matcherOf(dimension), (a, b) => {
          const may = mayMeet(a, b, dimension)
          const surely = implies(a, b, dimension)
          for (const value of values[dimension.name] ?? []) {
            const first = matches(a, value, dimension)
            const second = matches(b, value, dimension)
            if (first && second) expect(may).toBe(true)
            if (surely && first) expect(second).toBe(true)
          }
        }),
        runs(500)
      )
    })
  }

  test('they see what large tables are made of', () => {
    const prefix = (value: string): Matcher => ({ is: 'prefix', value })
    const exact = (value: string): Matcher => ({ is: 'exact', value })
    const regex: Matcher = { is: 'regex', value: '/users/[0-9]+(/.*)?' }
    expect(mayMeet(prefix('/a'), prefix('/b'), path)).toBe(false)
    expect(mayMeet(prefix('/a'), exact('/b'), path)).toBe(false)
    expect(mayMeet(regex, prefix('/orders'), path)).toBe(false)
    expect(mayMeet(regex, prefix('/users/1'), path)).toBe(true)
    expect(mayMeet(regex, exact('/users/x'), path)).toBe(false)
    const template = (value: string): Matcher => ({ is: 'regex', value })
    expect(mayMeet(template('/a\\.b/[a-z]+'), template('/c/[a-z]+'), path)).toBe(false)
    expect(mayMeet(template('/a/[a-z]+'), template('/a/b'), path)).toBe(true)
    expect(mayMeet(template('/ab*'), exact('/a'), path)).toBe(true)
    expect(mayMeet(template('/a|/b'), template('/b/.*'), path)).toBe(true)
    expect(mayMeet(template('(?i)/a'), exact('/A'), path)).toBe(true)
    expect(mayMeet(template('/\\d+'), exact('/7'), path)).toBe(true)
    expect(mayMeet({ is: 'absent' }, exact('a'), header)).toBe(false)
    expect(mayMeet({ is: 'not', of: exact('a') }, exact('a'), header)).toBe(false)
    expect(implies(exact('/users/1'), regex, path)).toBe(true)
    expect(implies(prefix('/ab'), prefix('/a'), path)).toBe(true)
  })
})
