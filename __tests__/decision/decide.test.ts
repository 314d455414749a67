import { describe, expect, test } from '@jest/globals'
import { decide, matches } from '../../src/decision/decide.ts'
import { exists } from '../../src/decision/exists.ts'
import { malformed } from '../../src/decision/malformed.ts'
import type { Dimension, Matcher, Point } from '../../src/decision/table.ts'

const text: Dimension = { name: 'text', theory: 'string', optional: true, multiple: false }
const set: Dimension = { ...text, multiple: true }
const address: Dimension = { ...text, theory: 'ip' }
const exact: Matcher = { is: 'exact', value: 'a' }
const not = (of: Matcher): Matcher => ({ is: 'not', of })

const cases: readonly [string, Matcher, Point[string], Dimension, boolean][] = [
  ['an atom is false on absence', exact, null, text, false],
  ['its negation is true there', not(exact), null, text, true],
  ['an empty value is not absent', { is: 'present' }, '', text, true],
  ['an expression matches in full', { is: 'regex', value: 'a|ab' }, 'ab', text, true],
  ['and nothing less', { is: 'regex', value: 'a' }, 'ab', text, false],
  ['a prefix folds ASCII', { is: 'prefix', value: 'AÉ', ignoreCase: true }, 'aÉx', text, true],
  ['and nothing else', { is: 'prefix', value: 'é', ignoreCase: true }, 'É', text, false],
  ['an empty list is absent', { is: 'absent' }, [], set, true],
  ['an atom holds where some element matches', exact, ['b', 'a'], set, true],
  ['not, where none does', not(exact), ['b', 'a'], set, false],
  [
    'all, each by its own element',
    { is: 'all', of: [exact, { is: 'exact', value: 'b' }] },
    ['a', 'b'],
    set,
    true
  ],
  [
    'some, by one element',
    { is: 'some', of: { is: 'all', of: [exact, not(exact)] } },
    ['a', 'b'],
    set,
    false
  ],
  ['some of a negation, by another element', { is: 'some', of: not(exact) }, ['a', 'b'], set, true],
  ['an address in a range', { is: 'cidr', value: '10.0.0.0/8' }, '10.1.2.3', address, true],
  ['not in one of the other family', { is: 'cidr', value: '::/0' }, '10.1.2.3', address, false],
  [
    'an address however it is written',
    { is: 'exact', value: '2001:DB8::1' },
    '2001:db8:0::1',
    address,
    true
  ]
]

describe('matches', () => {
  for (const [name, matcher, value, dimension, expected] of cases) {
    test(name, () => {
      expect(matches(matcher, value ?? null, dimension)).toBe(expected)
    })
  }

  test('a list for a dimension of one value is a defect of the caller', () => {
    expect(() => matches(exact, ['a'], text)).toThrow('dimension text takes one value, not a list')
  })
})

test('the first row that matches decides; without one, otherwise', () => {
  const rows = [
    { when: { text: { is: 'prefix' as const, value: 'a' } }, action: 1, origin: null },
    { when: { text: exact }, action: 2, origin: null }
  ]
  const table = { dimensions: [text], rows, otherwise: 0 }
  expect(decide(table, { text: 'a' })).toEqual({ action: 1, row: rows[0] })
  expect(decide(table, { text: 'b' })).toEqual({ action: 0, row: null })
  expect(decide(table, {})).toEqual({ action: 0, row: null })
})

test('values exist within domain, list and bounds', () => {
  const port: Dimension = {
    ...text,
    theory: 'integer',
    optional: false,
    bounds: { from: 1, to: 9 }
  }
  expect(['0', '1', '9', '10', '01', 'x', null].map(value => exists(value, port))).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
    false
  ])
  const method: Dimension = { ...text, theory: 'enumeration', values: ['GET'] }
  expect(['GET', 'get', null].map(value => exists(value, method))).toEqual([true, false, true])
  const groups: Dimension = { ...set, domain: { is: 'regex', value: '[a-z]+' } }
  expect([['a', 'b'], ['a', 'B'], []].map(value => exists(value, groups))).toEqual([
    true,
    false,
    true
  ])
  expect(['10.0.0.1', '10.0.0.0/8', '10.1'].map(value => exists(value, address))).toEqual([
    true,
    false,
    false
  ])
})

test('what cannot be compiled is named with its reason', () => {
  const row = (matcher: Matcher) => ({ when: { text: matcher }, action: 0, origin: null })
  const rows = [
    row({ is: 'regex', value: 'a**' }),
    row({ is: 'some', of: { is: 'not', of: { is: 'regex', value: '\\C' } } }),
    row({ is: 'cidr', value: '10.0.0.0/33' }),
    row({ is: 'regex', value: 'a{1001}' }),
    row({ is: 'regex', value: '(?i)[a-z]+\\b' })
  ]
  const found = malformed({ dimensions: [text], rows, otherwise: 0 })
  expect(found.map(one => one.reason)).toEqual([
    'error parsing regexp: invalid nested repetition operator: `**`',
    'error parsing regexp: invalid escape sequence: `\\C`',
    'not an address or CIDR: 10.0.0.0/33',
    'error parsing regexp: invalid repeat count: `{1001}`'
  ])
})
