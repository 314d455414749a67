import { describe, expect, test } from '@jest/globals'
import type { FieldPath, Part } from '../../src/finding.ts'
import { quoted, read } from './reading.ts'

const head =
  'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: a\nspec:\n'

function located(spec: string, path: FieldPath, part?: Part): string {
  const text = head + spec
  const [manifest] = read(text).manifests
  if (manifest === undefined) throw new Error(`not read: ${text}`)
  return quoted(text, manifest.locate(path, part))
}

/** Each also with an anchor in the document, so that the yaml library's tree answers. */
describe.each([
  ['the plain reader', ''],
  ['the syntax tree', '  anchored: &anchor 1\n']
])('%s', (_, extra) => {
  const at = (spec: string, path: FieldPath, part?: Part) => located(extra + spec, path, part)

  test.each([
    ['  timeout: 5s\n', ['timeout'], 'value', '5s'],
    ['  timeout: 5s\n', ['timeout'], 'key', 'timeout'],
    ['  timeout: 5s # short\n', ['timeout'], 'value', '5s'],
    ['  "a b": "x y"\n', ['a b'], 'value', '"x y"'],
    ['  "a b": "x y"\n', ['a b'], 'key', '"a b"'],
    ['  a:\n  - b: 1\n    c: 2\n  - d\n', ['a', 0, 'c'], 'value', '2'],
    ['  a:\n  - b: 1\n    c: 2\n  - d\n', ['a', 0], 'value', 'b: 1\n    c: 2'],
    ['  a:\n  - b: 1\n    c: 2\n  - d\n', ['a', 1], 'value', 'd'],
    ['  a:\n  - b: 1\n  # end\n', ['a'], 'value', '- b: 1'],
    ['  a:\n  - - x\n    - y\n', ['a', 0, 1], 'value', 'y'],
    ['  a: [b, {c: d}]\n', ['a'], 'value', '[b, {c: d}]'],
    ['  a: [b, {c: d}]\n', ['a', 1, 'c'], 'value', 'd'],
    ['  a: [b, {c: d}]\n', ['a', 1, 'c'], 'key', 'c'],
    ['  a: [\n    b,\n    c\n  ]\n', ['a', 1], 'value', 'c'],
    ['  a: |\n    x\n    y\n\n  b: 1\n', ['a'], 'value', '|\n    x\n    y'],
    ['  a: >-\n    x\n', ['a'], 'value', '>-\n    x'],
    ['  a: x\n    y\n  b: 1\n', ['a'], 'value', 'x\n    y'],
    ['  a:\n    "x"\n', ['a'], 'value', '"x"'],
    ['  1: x\n  yes: y\n', ['1'], 'value', 'x'],
    ['  1: x\n  yes: y\n', ['true'], 'key', 'yes']
  ] as const)('%j at %j %s', (spec, path, part, found) => {
    expect(at(spec, ['spec', ...path], part)).toBe(found)
  })

  test('an absent field gives the key of its nearest parent', () => {
    expect(at('  a:\n    b: 1\n', ['spec', 'a', 'c', 'd'])).toBe('a')
    expect(at('  a: x\n', ['spec', 'a', 'c'])).toBe('a')
    expect(at('  a: [x]\n', ['spec', 'a', 3])).toBe('a')
    expect(at('  a: x\n', ['spec', 'b'], 'key')).toBe('spec')
  })

  test('an absent field of an item gives the item', () => {
    expect(at('  a:\n  - b: 1\n    c: 2\n', ['spec', 'a', 0, 'd'])).toBe('b: 1\n    c: 2')
  })

  test('an empty value gives its key, an empty item its dash', () => {
    expect(at('  a:\n  b: 1\n', ['spec', 'a'])).toBe('a')
    expect(at('  a:\n  -\n  - x\n', ['spec', 'a', 0])).toBe('-')
    expect(at('  a: {b: , c: 1}\n', ['spec', 'a', 'b'])).toBe('b')
  })

  test('names of Object.prototype are only keys', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(at(`  ${key}:\n    a: 1\n`, ['spec', key, 'a'])).toBe('1')
      expect(at('  a: 1\n', ['spec', key])).toBe('spec')
    }
  })

  test('the whole object', () => {
    expect(at('  a: 1\n', [])).toBe(`${head}${extra}  a: 1`)
  })
})

describe('anchors', () => {
  const spec =
    '  base: &base\n    a: one\n    b: two\n  copy: *base\n  mix:\n    b: own\n    <<: *base\n  over:\n    <<: [*base]\n    a: own\n'

  test('a value behind an alias is where the alias stands, what is in it where it is written', () => {
    expect(located(spec, ['spec', 'copy'])).toBe('*base')
    expect(located(spec, ['spec', 'copy', 'a'])).toBe('one')
  })

  test('merged fields are where they are written, in the order that Kubernetes merges', () => {
    expect(located(spec, ['spec', 'mix', 'b'])).toBe('two')
    expect(located(spec, ['spec', 'over', 'a'])).toBe('own')
    expect(located(spec, ['spec', 'over', 'b'])).toBe('two')
  })

  test('an anchor that is defined again counts from there on', () => {
    const again = '  a: &x one\n  b: *x\n  c: &x two\n  d: [*x]\n  e: {f: *x}\n'
    expect(located(again, ['spec', 'd', 0])).toBe('*x')
    const [manifest] = read(head + again).manifests
    expect(manifest?.spec).toMatchObject({ b: 'one', d: ['two'], e: { f: 'two' } })
  })
})
