import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { unzip } from '../../src/action/zip.ts'
import { UserError } from '../../src/errors.ts'
import { zip } from '../support/zip.ts'

const limit = 1000

describe('unzip', () => {
  test.each([0, 8] as const)('one file by its name (method %d)', method => {
    const archive = zip({ 'other.txt': 'x', 'report.json': '{"a": 1}' }, method)
    expect(unzip(archive, 'report.json', limit).toString()).toBe('{"a": 1}')
  })

  test('an archive with a comment at its end', () => {
    const archive = Buffer.concat([zip({ 'report.json': '{}' }), Buffer.from('comment')])
    expect(unzip(archive, 'report.json', limit).toString()).toBe('{}')
  })

  test.each([
    ['a path that only ends in the name', zip({ '../report.json': '{}' }), /no file report.json/],
    ['an absolute path', zip({ '/report.json': '{}' }), /no file report.json/],
    ['a file that says it is too large', zip({ 'report.json': 'x'.repeat(1001) }, 0), /1001 bytes/],
    ['no archive', Buffer.from('<html>'), /not a ZIP archive/],
    ['nothing', Buffer.alloc(0), /not a ZIP archive/]
  ])('%s is refused', (_what, archive, message) => {
    expect(() => unzip(archive, 'report.json', limit)).toThrow(message)
  })

  test('a bomb that lies about its size', () => {
    const archive = zip({ 'report.json': 'x'.repeat(1_000_000) })
    for (const size of [archive.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24, 22]) {
      archive.writeUInt32LE(10, size)
    }
    expect(() => unzip(archive, 'report.json', limit)).toThrow(UserError)
  })

  test('any damage is said, never a defect', () => {
    const good = zip({ 'report.json': JSON.stringify({ text: 'some text to pack' }) })
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 })
    fc.assert(
      fc.property(damage, fc.nat(good.length), (changes, cut) => {
        const archive = Buffer.from(good)
        for (const [at, value] of changes) archive[at] = value
        for (const one of [archive, archive.subarray(0, cut)]) {
          try {
            expect(unzip(one, 'report.json', limit).length).toBeLessThanOrEqual(limit)
          } catch (error) {
            expect(error).toBeInstanceOf(UserError)
          }
        }
      }),
      { numRuns: 2000 }
    )
  })
})
