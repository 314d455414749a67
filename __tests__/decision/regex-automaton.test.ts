import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { RE2JS } from 're2js'
import type { Symbols } from '../../src/decision/automata/alphabet.ts'
import type { Automaton } from '../../src/decision/automata/automaton.ts'
import { readProgram } from '../../src/decision/automata/program.ts'
import { regexAutomaton } from '../../src/decision/automata/regex.ts'
import { regexOver, runs } from './tiny.ts'

function accepts(automaton: Automaton, word: string): boolean {
  let state = automaton.start
  for (const letter of word) {
    const symbol = letter.codePointAt(0) ?? 0
    const { cuts, targets } = automaton.moves(state)
    const place = cuts.findLastIndex(cut => cut <= symbol)
    state = targets[place] ?? -1
  }
  return automaton.accepted(automaton.acceptance(state)).length > 0
}

function lift(
  source: string,
  alphabet: Symbols | null = null
): { regex: RE2JS; automaton: Automaton } {
  const regex = RE2JS.compile(source)
  return { regex, automaton: regexAutomaton(readProgram(regex), 0, alphabet, () => {}) }
}

describe('the automaton of a regular expression', () => {
  test('accepts what re2js matches in full, for random expressions and random words', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(...'aAbB/\n-_0é '), maxLength: 6 }), {
      minLength: 10,
      maxLength: 30
    })
    fc.assert(
      fc.property(regexOver('aB/b'), words, (source, inputs) => {
        const { regex, automaton } = lift(source)
        for (const word of ['', ...inputs]) {
          if (accepts(automaton, word) !== regex.testExact(word)) {
            throw new Error(`${source} on ${JSON.stringify(word)}: re2js ${regex.testExact(word)}`)
          }
        }
      }),
      runs(1000)
    )
  })

  const cases: Readonly<Record<string, readonly string[]>> = {
    '/users(/.*)?': ['/users', '/users/', '/users/1', '/users2', ''],
    '^/a$': ['/a', '/a\n', 'x/a'],
    '(?m)^a$\n^b$': ['a\nb', 'a', 'a\n'],
    '(?s).*': ['', 'a\nb'],
    '.*': ['', 'a\nb', 'ab'],
    '\\bfoo\\b.*\\Bx': ['foo', 'foo-ax', 'foo x', 'foox'],
    '(?i)straße': ['STRAßE', 'straẞe', 'STRASSE'],
    '(?i)k': ['k', 'K', 'K', 'q'],
    '(?i)[k-l]s': ['Ks', 'lſ', 'LS'],
    '[^a]': ['b', '\n', 'a', '😀'],
    '\\p{Greek}+': ['αβγ', 'abc'],
    '\\pN{2}': ['12', '١٢', '1a'],
    '[[:alpha:]]+\\d': ['ab1', 'é1'],
    '(a{2,3}){2}': ['aaaa', 'aaaaaa', 'aaa', 'aaaaaaa'],
    '(?:a*)*b': ['b', 'aaab', 'aaa'],
    'a|ab|abc': ['a', 'ab', 'abc', 'abcd'],
    '(?U)a+?b': ['aab', 'b'],
    '\\Qa.b\\E': ['a.b', 'axb'],
    '\\x{1F600}.': ['😀a', '😀😀', 'a'],
    'x{0}': ['', 'x'],
    '[^\\x00-\\x{10FFFF}]': ['', 'a'],
    a$b: ['ab', 'a'],
    '(^|/)a(/|$)': ['a', '/a', 'a/', '/a/', 'ba'],
    '(?P<user>[a-z]+)@(?<host>[a-z]+)': ['a@b', '@']
  }
  for (const [source, words] of Object.entries(cases)) {
    test(`${JSON.stringify(source)} agrees with re2js`, () => {
      const { regex, automaton } = lift(source)
      for (const word of words) {
        expect(`${word} ${accepts(automaton, word)}`).toBe(`${word} ${regex.testExact(word)}`)
      }
    })
  }

  test('knows when nothing can follow', () => {
    const { automaton } = lift('ab*')
    const dead = automaton.moves(automaton.start).targets[0] ?? -1
    expect(automaton.fate(automaton.start, 0)).toBeNull()
    expect(automaton.fate(dead, 0)).toBe(false)
    expect(automaton.settled(dead)).toBe(true)
    const everything = lift('(?s).*').automaton
    expect(everything.fate(everything.start, 0)).toBe(true)
    const lines = lift('.*').automaton
    expect(lines.fate(lines.start, 0)).toBeNull()
    const printable = lift('.*', [0x21, 0x7e]).automaton
    expect(printable.fate(printable.start, 0)).toBe(true)
  })

  test('within an alphabet it agrees with re2js on words of that alphabet', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(...'aB/'), maxLength: 5 }), {
      minLength: 10,
      maxLength: 20
    })
    fc.assert(
      fc.property(regexOver('aB/b'), words, (source, inputs) => {
        const { regex, automaton } = lift(source, [0x2f, 0x2f, 0x42, 0x42, 0x61, 0x61])
        for (const word of ['', ...inputs]) {
          if (accepts(automaton, word) !== regex.testExact(word)) {
            throw new Error(`${source} on ${JSON.stringify(word)}: re2js ${regex.testExact(word)}`)
          }
        }
      }),
      runs(500)
    )
  })

  test('anchors at the ends cost no states', () => {
    const states = (source: string) => {
      const { automaton } = lift(source)
      const seen = new Set([automaton.start])
      for (const state of seen) for (const to of automaton.moves(state).targets) seen.add(to)
      return seen.size
    }
    expect(states('^/api/[a-z]+$')).toBe(states('/api/[a-z]+'))
  })
})
