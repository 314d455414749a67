import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { harmless, quoted } from '../../src/publish/harmless.ts'
import { injections } from '../support/injections.ts'
import { commonMatchers, readCommands } from '../support/runner-commands.ts'

describe('text of others in the log', () => {
  test('the corpus acts where it is printed as it is', () => {
    const acting = injections.filter(text => readCommands(text).length > 0)
    expect(acting.length).toBeGreaterThan(25)
    for (const matcher of Object.values(commonMatchers)) {
      const lines = injections.flatMap(text => text.split('\n'))
      if (matcher !== commonMatchers['eslint-stylish']) {
        expect(lines.some(line => matcher.test(line))).toBe(true)
      }
    }
  })

  test.each(injections.map(text => [JSON.stringify(text), text]))('%s', (_shown, text) => {
    for (const write of [harmless, quoted, (line: string) => harmless(`Reading ${line}`)]) {
      const written = write(text)
      expect(readCommands(written)).toEqual([])
      expect(written).not.toMatch(/\p{Cc}/u)
    }
    for (const matcher of Object.values(commonMatchers)) expect(quoted(text)).not.toMatch(matcher)
  })

  test('no text gives a command, a line of its own or a match', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...injections,
        '::',
        '##[',
        ']',
        ':',
        '#',
        ' ',
        '\n',
        '\r',
        '\x1b',
        ')',
        '(1,2): error TS1: '
      ),
      fc.string({ unit: 'grapheme' })
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const text = pieces.join('')
        for (const written of [harmless(text), quoted(text)]) {
          expect(readCommands(written)).toEqual([])
          expect(written).not.toMatch(/\p{Cc}/u)
        }
        for (const matcher of Object.values(commonMatchers))
          expect(quoted(text)).not.toMatch(matcher)
      }),
      { numRuns: 500 }
    )
  })
})
