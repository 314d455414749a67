import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Budget } from '../../src/decision/budget.ts'
import { matches } from '../../src/decision/decide.ts'
import { partition } from '../../src/decision/partition.ts'
import type { Dimension, Matcher } from '../../src/decision/table.ts'
import { header, ip, matcherOf, path, port, runs, values } from './tiny.ts'

const text: Dimension = { name: 'text', theory: 'string', optional: false, multiple: false }

function samples(dimension: Dimension, matchers: readonly Matcher[]): (string | null)[] {
  return [...partition(dimension, matchers, null, new Budget(undefined)).values]
}

describe('a partition', () => {
  for (const dimension of [path, header, port, ip]) {
    test(`of ${dimension.name} cuts every value as plain matching does`, () => {
      fc.assert(
        fc.property(fc.array(matcherOf(dimension), { maxLength: 5 }), matchers => {
          const cut = partition(dimension, matchers, null, new Budget(undefined))
          const used = new Set<number>()
          for (const value of values[dimension.name] ?? []) {
            if (value !== null && typeof value !== 'string') throw new Error('one value')
            const one = cut.classOf(value)
            used.add(one)
            matchers.forEach((matcher, index) => {
              expect(cut.holds[index]?.includes(one)).toBe(matches(matcher, value, dimension))
            })
          }
          expect([...used].sort((a, b) => a - b)).toEqual(cut.values.map((_, one) => one))
          cut.values.forEach((value, one) => {
            expect(cut.classOf(value)).toBe(one)
          })
        }),
        runs(100)
      )
    })
  }

  test('within a universe keeps exactly the values of the universe', () => {
    fc.assert(
      fc.property(
        fc.array(matcherOf(path), { maxLength: 4 }),
        matcherOf(path),
        (matchers, within) => {
          const all = [...matchers, within]
          const cut = partition(path, all, [within], new Budget(undefined))
          for (const value of values.path ?? []) {
            if (typeof value !== 'string') continue
            const inside = matches(within, value, path)
            if (cut.outside !== null) expect(cut.classOf(value) >= 0).toBe(inside)
            all.forEach((matcher, index) => {
              if (inside) {
                expect(cut.holds[index]?.includes(cut.classOf(value))).toBe(
                  matches(matcher, value, path)
                )
              } else if (cut.outside !== null && matches(matcher, value, path)) {
                expect(cut.outside[index]).toBe(true)
              }
            })
          }
        }
      ),
      runs(150)
    )
  })

  test('names each class by its shortest, most readable member', () => {
    const regex = (value: string): Matcher => ({ is: 'regex', value })
    expect(samples(text, [regex('[0-9a-z]{3}')])).toEqual(['a', 'aaa'])
    expect(samples(text, [regex('x.?'), regex('.y')])).toEqual(['a', 'x', 'ay', 'xy'])
    expect(samples(text, [{ is: 'prefix', value: '/api' }])).toEqual(['a', '/api'])
    expect(samples(text, [{ is: 'suffix', value: '.com' }])).toEqual(['a', '.com'])
    expect(samples(text, [{ is: 'exact', value: 'É', ignoreCase: true }])).toEqual(['a', 'É'])
    expect(samples(text, [regex('\\n')])).toEqual(['a', '\n'])
  })

  test('takes an empty value only where a class has no other', () => {
    expect(samples(text, [{ is: 'exact', value: '' }])).toEqual(['', 'a'])
  })

  test('prefers natural values, and absence above all', () => {
    const method: Dimension = { ...text, natural: ['GET', 'POST'] }
    expect(samples(method, [{ is: 'exact', value: 'PUT' }]).sort()).toEqual(['GET', 'PUT'])
    const cut = partition({ ...method, optional: true }, [], null, new Budget(undefined))
    expect(cut.values).toEqual(['GET', null])
    expect(cut.ranks.indexOf(0)).toBe(1)
  })

  test('folds ASCII alone', () => {
    const cut = partition(
      text,
      [{ is: 'exact', value: 'KÉ', ignoreCase: true }],
      null,
      new Budget(undefined)
    )
    const [holding] = cut.holds[0] ?? []
    expect(cut.classOf('kÉ')).toBe(holding)
    expect(cut.classOf('ké')).not.toBe(holding)
    expect(cut.classOf('\u212aÉ')).not.toBe(holding)
  })

  test('knows addresses by family and documents as natural hosts', () => {
    const address: Dimension = { ...text, theory: 'ip' }
    expect(
      samples(address, [
        { is: 'cidr', value: '10.0.0.0/8' },
        { is: 'cidr', value: '::/0' }
      ])
    ).toEqual(['203.0.113.1', '10.0.0.1', '2001:db8::1'])
    expect(samples(address, [{ is: 'cidr', value: '::ffff:10.0.0.0/104' }])).toEqual([
      '203.0.113.1',
      '::ffff:a00:1'
    ])
  })

  test('refuses a matcher that does not fit its theory', () => {
    const integer: Dimension = { ...text, theory: 'integer' }
    expect(() => samples(integer, [{ is: 'prefix', value: '8' }])).toThrow(
      'dimension text (integer) cannot hold prefix"8"'
    )
  })
})
