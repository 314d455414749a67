import { describe, expect, test } from '@jest/globals'
import { RE2JS } from 're2js'
import { readProgram } from '../../src/decision/automata/program.ts'

/**
 * The compiled program is an internal of re2js. These are the shapes that the automata rely on: a new version of
 * the library that changes them must fail here, not in a comparison.
 */
const shapes: Readonly<Record<string, string>> = {
  a: '1: fail | read 61-61 > 2 | match',
  'ab|c': '4: fail | read 61-61 > 2 | read 62-62 > 5 | read 63-63 > 5 | fork 1 3 | match',
  'a*': '2: fail | read 61-61 > 2 | fork 1 3 | match',
  '(a)': '1: fail | skip > 2 | read 61-61 > 3 | skip > 4 | match',
  '.': '1: fail | read 0-9 b-10ffff > 2 | match',
  '(?s).': '1: fail | read 0-10ffff > 2 | match',
  '^a$': '1: fail | assert 4 > 2 | read 61-61 > 3 | assert 8 > 4 | match',
  '(?m)^a$': '1: fail | assert 1 > 2 | read 61-61 > 3 | assert 2 > 4 | match',
  '\\ba\\B': '1: fail | assert 16 > 2 | read 61-61 > 3 | assert 32 > 4 | match',
  '\\Aa\\z': '1: fail | assert 4 > 2 | read 61-61 > 3 | assert 8 > 4 | match',
  '(?i)k': '1: fail | read 4b-4b 6b-6b 212a-212a > 2 | match',
  '(?i)s': '1: fail | read 53-53 73-73 17f-17f > 2 | match',
  '(?i)ß': '1: fail | read df-df 1e9e-1e9e > 2 | match',
  '[^a-c]': '1: fail | read 0-60 64-10ffff > 2 | match',
  '[a-cx]': '1: fail | read 61-63 78-78 > 2 | match'
}

function shape(source: string): string {
  const { start, instructions } = readProgram(RE2JS.compile(source))
  const written = instructions.map(instruction => {
    switch (instruction.is) {
      case 'fork':
        return `fork ${instruction.to.join(' ')}`
      case 'skip':
        return `skip > ${instruction.to}`
      case 'assert':
        return `assert ${instruction.mask} > ${instruction.to}`
      case 'read': {
        const ranges: string[] = []
        for (let index = 0; index < instruction.ranges.length; index += 2) {
          ranges.push(
            instruction.ranges
              .slice(index, index + 2)
              .map(hex)
              .join('-')
          )
        }
        return `read ${ranges.join(' ')} > ${instruction.to}`
      }
      default:
        return instruction.is
    }
  })
  return `${start}: ${written.join(' | ')}`
}

const hex = (symbol: number) => symbol.toString(16)

describe('a program read from re2js', () => {
  for (const [source, expected] of Object.entries(shapes)) {
    test(JSON.stringify(source), () => {
      expect(shape(source)).toBe(expected)
    })
  }

  test('folds every symbol as re2js does', () => {
    for (const symbol of [0, 0x2d, 0x41, 0x6b, 0xb5, 0xe9, 0x131, 0x1c4, 0x3c3, 0x10400, 0x1e921]) {
      const regex = RE2JS.compile(`(?i)\\x{${hex(symbol)}}`)
      const read = readProgram(regex).instructions.find(instruction => instruction.is === 'read')
      if (read?.is !== 'read') throw new Error('one reading instruction')
      const folded = new Set<number>()
      for (let index = 0; index < read.ranges.length; index += 2) {
        const [from = 0, to = -1] = read.ranges.slice(index, index + 2)
        for (let one = from; one <= to; one += 1) folded.add(one)
      }
      const matched = new Set<number>()
      for (let one = 0; one <= 0x1ffff; one += 1) {
        if (one >= 0xd800 && one <= 0xdfff) continue
        if (regex.testExact(String.fromCodePoint(one))) matched.add(one)
      }
      expect([...folded].sort((a, b) => a - b)).toEqual([...matched])
    }
  })

  test('a regex without its internals is refused, not misread', () => {
    const broken = RE2JS.compile('a')
    Object.defineProperty(broken, 're2Input', { value: { prog: { start: 1, inst: [{ op: 9 }] } } })
    expect(() => readProgram(broken)).toThrow('re2js no longer writes instructions as expected')
  })
})
