import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  escapeHtml,
  jsonText,
  markdownBlock,
  markdownCode,
  markdownProse,
  plain,
  sarifText
} from '../../src/report/escape.ts'
import { shorten, UNSEEN, visible } from '../../src/report/visible.ts'
import { payloads } from '../support/hostile-report.ts'

describe('visible', () => {
  test.each([
    ['a\nb\tc\r', 'a\\nb\\tc\\r'],
    ['\u001b[31m', '\\x1b[31m'],
    ['\u009b31m', '\\x9b31m'],
    ['\u202eabc\u2066', '\\u{202e}abc\\u{2066}'],
    ['a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['\ud800x', '\\u{d800}x'],
    ['no\u00a0break', 'no\\xa0break'],
    ['filler\u3164', 'filler\\u{3164}'],
    ['日本 é 😀', '日本 é 😀']
  ])('%j is shown as %s', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  test('leaves nothing unseen, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(visible(text).match(UNSEEN)).toBeNull()
      })
    )
  })

  test('cuts between characters and counts what is missing', () => {
    expect(shorten('abcdef', 6)).toBe('abcdef')
    expect(shorten('abcdef', 4)).toBe('abcd… (2 more)')
    expect(shorten('ab😀cd', 3)).toBe('ab… (4 more)')
  })
})

describe('markdownCode', () => {
  test.each([
    ['users', '`users`'],
    ['', '`""`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['``x', '``` ``x ```'],
    [' x', '`  x `'],
    ['<!-- meshproof', '`<\\x21-- meshproof`']
  ])('%j is %s', (text, code) => {
    expect(markdownCode(text)).toBe(code)
  })

  test('keeps a cell of a table whole', () => {
    expect(markdownCode('a|b', 'cell')).toBe('`a\\|b`')
    expect(markdownCode('a\\|b', 'cell')).toBe('`a\\x5c\\|b`')
    expect(markdownCode('a\\b', 'cell')).toBe('`a\\b`')
    expect(markdownCode('a|b', 'text')).toBe('`a|b`')
  })
})

describe('markdownProse', () => {
  test.each([
    [
      'Gateway "public" is not defined in namespace "shop".',
      'Gateway `public` is not defined in namespace `shop`.'
    ],
    [
      'paths under /users except /users/v2, method GET',
      'paths under `/users` except `/users/v2`, method GET'
    ],
    ['timeout 30s → 3s', 'timeout `30s` → `3s`'],
    ['see @team #12 www.example.com now', 'see `@team #12 www.example.com` now'],
    ['a word (in brackets) and 50 %', 'a word (in brackets) and 50 %'],
    ["it doesn't short-circuit", "it doesn't short-circuit"],
    ['commit deadbeef and facade', 'commit `deadbeef` and facade'],
    ['"a "quoted" b"', '`a  quoted" b"`'],
    ['', '']
  ])('%j', (text, prose) => {
    expect(markdownProse(text)).toBe(prose)
  })
})

test('markdownBlock fences lines with more backticks than they hold, and stays short', () => {
  expect(markdownBlock(['a', '````', 'b\u001b'], '  ')).toBe(
    '  `````\n  a\n  ````\n  b\\x1b\n  `````'
  )
  expect(markdownBlock(Array(100).fill('x'), '').split('\n')).toHaveLength(63)
})

describe('escapeHtml', () => {
  test('holds in text and in quoted attributes', () => {
    expect(escapeHtml('<a href="x" title=\'y\'>&`')).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&#96;'
    )
    for (const payload of payloads) expect(escapeHtml(payload)).not.toMatch(/[<>"']/)
  })
})

describe('plain', () => {
  test('cannot start a workflow command or move the cursor', () => {
    for (const payload of payloads) expect(plain(payload)).not.toMatch(/[\r\n]|\p{Cc}/u)
  })
})

test('sarifText keeps brackets from being links', () => {
  expect(sarifText('[x](1) \\')).toBe('\\[x\\](1) \\\\')
})

describe('jsonText', () => {
  test('reads back the same and shows nothing unseen', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), {
          noNullPrototype: true
        }),
        value => {
          const text = jsonText(value)
          expect(JSON.parse(text)).toEqual(value)
          expect(text.replaceAll('\n', '').match(UNSEEN)).toBeNull()
        }
      )
    )
  })
})
