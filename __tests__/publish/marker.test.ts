import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  isNewer,
  type Marker,
  readMarker,
  remember,
  writeMarker
} from '../../src/publish/marker.ts'

const sha = 'a'.repeat(40)
const marker: Marker = {
  key: 'checks',
  sha,
  run: { id: '123', number: 7, attempt: 1 },
  verdict: 'block',
  earlier: [{ sha: 'bbbbbbb', verdict: 'pass' }]
}

describe('the marker', () => {
  test('is the first line and reads back', () => {
    const line = writeMarker(marker)
    expect(line).toBe(
      `<!-- meshproof v=1 key=checks sha=${sha} run=123.7.1 verdict=block earlier=bbbbbbb.pass -->`
    )
    expect(readMarker(`${line}\ntext`)).toEqual(marker)
    expect(readMarker(`${line}\r\ntext`)).toEqual(marker)
    expect(readMarker(line)).toEqual(marker)
  })

  test.each([
    ['further down', `text\n${writeMarker(marker)}`],
    ['with something before it', `> ${writeMarker(marker)}`],
    ['of another tool', '<!-- other v=1 key=checks -->'],
    ['of another version', writeMarker(marker).replace('v=1', 'v=2')],
    ['cut off', writeMarker(marker).slice(0, -4)],
    ['with an upper-case commit', writeMarker(marker).replace(sha, sha.toUpperCase())]
  ])('%s it is text', (_what, body) => {
    expect(readMarker(body)).toBeNull()
  })

  test('any key reads back and never ends the comment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), key => {
        const line = writeMarker({ ...marker, key })
        expect(line.indexOf('-->')).toBe(line.length - 3)
        expect(line).not.toMatch(/[\r\n]/)
        expect(readMarker(line)?.key).toBe(key)
      })
    )
  })

  test('any first line is a marker or none, without a defect', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        readMarker(`<!-- meshproof v=1 key=${text} -->`)
      })
    )
  })
})

test('a later run is newer; of one run the later attempt', () => {
  const run = (number: number, attempt: number) => ({ id: '1', number, attempt })
  expect(isNewer(run(8, 1), run(7, 3))).toBe(true)
  expect(isNewer(run(7, 2), run(7, 1))).toBe(true)
  expect(isNewer(run(7, 1), run(7, 1))).toBe(false)
  expect(isNewer(run(6, 9), run(7, 1))).toBe(false)
})

test('earlier verdicts: newest first, one per commit, at most five', () => {
  expect(remember(null, sha)).toEqual([])
  expect(remember(marker, sha)).toEqual(marker.earlier)
  expect(remember(marker, 'c'.repeat(40))).toEqual([
    { sha: 'aaaaaaa', verdict: 'block' },
    { sha: 'bbbbbbb', verdict: 'pass' }
  ])
  expect(remember({ ...marker, verdict: null }, 'c'.repeat(40))).toEqual(marker.earlier)
  let last: Marker = marker
  for (let i = 0; i < 9; i++) {
    const next = `${i}`.repeat(40)
    last = { ...marker, sha: next, earlier: remember(last, next) }
  }
  expect(last.earlier.map(one => one.sha)).toEqual([
    '7777777',
    '6666666',
    '5555555',
    '4444444',
    '3333333'
  ])
})
