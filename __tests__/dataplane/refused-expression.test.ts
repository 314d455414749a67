import { describe, expect, test } from '@jest/globals'
import { RE2JS } from 're2js'
import { programSize } from '../../src/dataplane/program-size.ts'
import { refusedExpression } from '../../src/dataplane/refused-expression.ts'

describe('the size of a program', () => {
  // As Envoy 1.39.3 prints them where its runtime allows none (re2.max_program_size.error_level: 0).
  const words = Array.from({ length: 400 }, (_, i) => `word${i * 7}[a-z]*`).join('|')
  test.each([
    ['/abc', 8],
    ['/a*', 6],
    ['/[a-z]+', 7],
    ['/(a|b|c)', 8],
    ['/(abc|abd|xyz)', 13],
    ['/.*', 7],
    ['(?i)/abc', 8],
    [String.raw`/\pL`, 12],
    [String.raw`/\pL{1000}`, 7005],
    [String.raw`/(\pL{100}|\pN{200}){4}`, 6013],
    ['/a{1000}', 1005],
    ['/.{10}', 25],
    ['/[^a]{900}', 1805],
    ['/.{0,1000}', 3005],
    ['/(?:abc){0,50}', 205],
    ['/(abc|def)?'.repeat(50), 504],
    [`/(${words})/.*`, 1522],
    [`/(${'abcdefghij'.repeat(4)}){1000}`, 42_005]
  ])('%#: lies between the bounds', (expression, size) => {
    const { least, most } = programSize(RE2JS.compile(expression))
    expect([least <= size, size <= most]).toEqual([true, true])
  })
})

describe('expressions that Envoy does not take', () => {
  test.each([
    ['', 'an empty regular expression'],
    [
      String.raw`(a)\1`,
      'the regular expression (a)\\1 is not RE2 (invalid escape sequence: `\\1`)'
    ],
    [
      '/a(?!b)',
      'the regular expression /a(?!b) is not RE2 (invalid or unsupported Perl syntax: `(?!`)'
    ],
    [
      '(a{1000}){1000}',
      'the regular expression (a{1000}){1000} is not RE2 (invalid repeat count: `{1000}`)'
    ],
    [
      `/(${'abcdefghij'.repeat(4)}){1000}`,
      'the regular expression /(abcdefghijabcdefghijabcdefghijabcdefghij){1000} makes a program of more than 32768 instructions, which is as large as proxies take'
    ]
  ])('%#', (expression, reason) => {
    expect(refusedExpression(expression)).toEqual({ reason, certain: true })
  })

  test('one whose size is near the limit may be taken', () => {
    expect(refusedExpression(`/(${'abcdefghij'.repeat(3)}){1000}`)?.certain).toBe(false)
  })

  test.each(['/a{1000}', String.raw`/\pL{1000}`, '.*', '(?i)/users/[0-9]+'])('not %s', taken => {
    expect(refusedExpression(taken)).toBeNull()
  })
})
