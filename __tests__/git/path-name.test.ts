import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { pathName } from '../../src/git/path-name.ts'

describe('pathName', () => {
  test.each([
    ['plain/file.yaml', 'plain/file.yaml'],
    ['with space\nand newline.yaml', 'with space\nand newline.yaml'],
    ['caf\xc3\xa9.yaml', 'café.yaml'],
    ['caf\xe9.yaml', 'caf\\xe9.yaml'],
    ['\xff\\x.yaml', '\\xff\\x5cx.yaml'],
    ['\xef\xbb\xbfbom.yaml', '\ufeffbom.yaml'],
    ['\xed\xa0\x80.yaml', '\\xed\\xa0\\x80.yaml']
  ])('%j', (bytes, name) => {
    expect(pathName(Buffer.from(bytes, 'latin1'))).toBe(name)
  })

  test('names of bytes that are UTF-8 are those bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const bytes = Buffer.from(text)
        expect(pathName(bytes)).toBe(text)
      })
    )
  })

  test('two names that are not UTF-8 never become one', () => {
    const broken = fc
      .uint8Array({ minLength: 1, maxLength: 8 })
      .map(bytes => Buffer.from([0xff, ...bytes]))
    fc.assert(
      fc.property(broken, broken, (a, b) => {
        expect(pathName(a) === pathName(b)).toBe(a.equals(b))
      })
    )
  })
})
