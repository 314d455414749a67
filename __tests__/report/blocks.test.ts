import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { assemble, type Block, bytes, fixed, items } from '../../src/report/blocks.ts'

const list = (name: string, texts: readonly string[], priority: number, share: number): Block => ({
  head: `<${name}>\n`,
  items: items(texts, item => `${item}\n`),
  foot: `</${name}>`,
  priority,
  share,
  left: missing => `${missing} more ${name}`
})

test('prints everything in the order given where there is room', () => {
  const blocks = [
    fixed('top'),
    list('a', ['1', '2'], 2, 0.5),
    list('b', ['3'], 1, 0.5),
    fixed('end')
  ]
  const text = 'top\n\n<a>\n1\n2\n</a>\n\n<b>\n3\n</b>\n\nend\n'
  expect(assemble(blocks, 0)).toBe(text)
  expect(assemble(blocks, 1000)).toBe(text)
})

test('fills the more important block first, and keeps each whole', () => {
  const blocks = [
    fixed('top'),
    list('a', Array(50).fill('aaaaaaaaaa'), 2, 0.3),
    list('b', Array(50).fill('bbbbbbbbbb'), 1, 0.3)
  ]
  const text = assemble(blocks, 400)
  expect(bytes(text)).toBeLessThanOrEqual(400)
  const count = (letter: string) => text.split(letter.repeat(10)).length - 1
  expect(count('b')).toBeGreaterThan(count('a'))
  expect(count('a')).toBeGreaterThan(0)
  expect(text).toContain(`${50 - count('a')} more a`)
  expect(text).toContain(`${50 - count('b')} more b`)
})

test('a block that cannot take one item says only how many there are', () => {
  const text = assemble([fixed('top'), list('a', ['x'.repeat(500)], 1, 1)], 100)
  expect(text).toBe('top\n\n1 more a\n')
})

test('never exceeds the budget that its fixed blocks and counts need', () => {
  const block = fc.record({
    items: fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 30 }),
    priority: fc.integer({ min: 1, max: 5 }),
    share: fc.double({ min: 0, max: 1, noNaN: true })
  })
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 8 }),
      fc.integer({ min: 400, max: 4000 }),
      (given, budget) => {
        const blocks = given.map(({ items, priority, share }, i) =>
          list(`n${i}`, items, priority, share)
        )
        const text = assemble([fixed('top'), ...blocks, fixed('end')], budget)
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget)
        for (const [i, { items }] of given.entries()) {
          const opened = text.split(`<n${i}>`).length
          expect(text.split(`</n${i}>`).length).toBe(opened)
          if (items.length > 0 && opened === 1) expect(text).toContain(`${items.length} more n${i}`)
        }
      }
    )
  )
})

describe('bytes', () => {
  test('counts UTF-8 as an encoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(bytes(text)).toBe(Buffer.byteLength(text))
      })
    )
  })
})
