import { describe, expect, jest, test } from '@jest/globals'
import { places, read, virtualService } from './reading.ts'

jest.setTimeout(60_000)

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}

function listBomb(levels: number): string {
  let text = 'a0: &a0 [x]\n'
  for (let i = 1; i < levels; i++)
    text += `a${i}: &a${i} [${Array(9)
      .fill(`*a${i - 1}`)
      .join(', ')}]\n`
  return text
}

function mapBomb(levels: number): string {
  let text = 'a0: &a0 {k: v}\n'
  for (let i = 1; i < levels; i++) text += `a${i}: &a${i} {x: *a${i - 1}, y: *a${i - 1}}\n`
  return text
}

function mergeBomb(levels: number): string {
  let text = 'a0: &a0 {k0: v}\n'
  for (let i = 1; i < levels; i++) text += `a${i}: &a${i} {<<: *a${i - 1}, k${i}: v}\n`
  return text
}

function ids(text: string): string[] {
  return read(virtualService + indented(text)).findings.map(({ id }) => id)
}

describe('aliases', () => {
  test.each([
    ['9^9', listBomb(10)],
    ['2^25', mapBomb(26)],
    ['merges', mergeBomb(5000)],
    [
      'many of a large map',
      `a: &a {${Array.from({ length: 200 }, (_, i) => `k${i}: v`).join(', ')}}\nl:\n${'- *a\n'.repeat(5000)}`
    ]
  ])('a bomb of %s is one finding', (_, bomb) => {
    expect(ids(bomb)).toEqual(['manifest/alias-bomb'])
  })

  test('500 plain aliases pass', () => {
    const { manifests, findings } = read(
      virtualService + indented(`a: &a {x: 1}\nl:\n${'- *a\n'.repeat(500)}`)
    )
    expect(findings).toEqual([])
    expect(manifests[0]?.spec.l).toHaveLength(500)
  })

  test('an anchor that contains itself is refused, and so is one that is not defined', () => {
    expect(ids('a: &a [*a]\n')).toEqual(['manifest/cyclic-anchor'])
    expect(ids('a: &a {b: {<<: *a}}\n')).toEqual(['manifest/cyclic-anchor'])
    expect(ids('a: *b\nb: &b 1\n')).toEqual(['manifest/unknown-anchor'])
  })

  test('depth counts through aliases', () => {
    const chain = Array.from(
      { length: 120 },
      (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}`}]\n`
    ).join('')
    expect(ids(chain)).toEqual(['manifest/too-deep'])
  })
})

describe('nesting', () => {
  test.each([
    ['flow lists', (n: number) => `a: ${'['.repeat(n)}${']'.repeat(n)}\n`],
    ['open flow lists', (n: number) => `a: ${'['.repeat(n)}`],
    ['flow maps', (n: number) => `a: ${'{a: '.repeat(n)}`],
    ['items', (n: number) => `a:\n${'- '.repeat(n)}x\n`],
    ['explicit keys', (n: number) => `a:\n  ${'? '.repeat(n)}x\n`],
    [
      'block maps',
      (n: number) =>
        `${Array.from({ length: Math.min(n, 1500) }, (_, i) => `${' '.repeat(i)}a:`).join('\n')} 1\n`
    ]
  ])('%s of 1,000 and 100,000 levels are a finding', (_, nest) => {
    for (const levels of [1000, 100_000]) expect(ids(nest(levels))).toEqual(['manifest/too-deep'])
  })

  test('90 levels are read', () => {
    expect(ids(`a: ${'['.repeat(90)}${']'.repeat(90)}\n`)).toEqual([])
  })
})

describe('keys', () => {
  test('80,000 in one map', () => {
    const keys = Array.from({ length: 80_000 }, (_, i) => `k${i}: v\n`).join('')
    for (const text of [keys, `z: &z 1\n${keys}`]) {
      const { manifests, findings } = read(virtualService + indented(text))
      expect(findings).toEqual([])
      expect(Object.keys(manifests[0]?.spec ?? {}).length).toBeGreaterThan(80_000)
    }
  })

  test('one that stands 80,000 times is one finding', () => {
    expect(ids('k: v\n'.repeat(80_000))).toEqual(['manifest/duplicate-key'])
  })

  test.each(['', 'z: &z 1\n'])('names of Object.prototype pollute nothing, after %j', extra => {
    const text = indented(
      `${extra}__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\ntoString: x\n`
    )
    const [manifest] = read(
      virtualService.replace('shop', 'shop\n  labels: {__proto__: a, constructor: b}') + text
    ).manifests
    expect(Object.keys(manifest?.spec ?? {})).toEqual(
      expect.arrayContaining(['__proto__', 'constructor', 'toString'])
    )
    expect(Object.keys(manifest?.labels ?? {})).toEqual(['__proto__', 'constructor'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect('valueOf' in (manifest?.spec ?? {})).toBe(false)
  })

  test('merging __proto__ merges a key', () => {
    const [manifest] = read(
      virtualService + indented('a: &a {__proto__: {polluted: 1}}\nb: {<<: *a}\n')
    ).manifests
    expect(JSON.stringify(manifest?.spec.b)).toBe('{"__proto__":{"polluted":1}}')
  })
})

/** Sizes, not seconds: a quadratic step would take minutes here, which the limit below is for. */
describe('a megabyte of', () => {
  const lines = (line: string, count: number) => line.repeat(count)
  test.each([
    ['one open quote', `a: "${'x'.repeat(1e6)}`],
    ['open quotes', lines('- "\n', 250_000)],
    ['an open quote over lines', `a: 'x\n${lines('b: 1\n', 200_000)}`],
    ['comments', lines('# c\n', 250_000)],
    ['spaces', `${' '.repeat(1e6)}a: 1\n`],
    ['colons', `a: ${':'.repeat(1e6)}\n`],
    ['explicit keys', lines('? \n', 100_000)],
    ['escapes', `a: "${'\\n'.repeat(500_000)}"\n`],
    ['plain lines', `a: ${lines('x\n  ', 250_000)}\n`],
    ['blank lines', `a: |\n${lines('\n', 1e6)}  y\n`],
    ['markers', lines('---\n', 250_000)],
    ['end markers', lines('...\n', 250_000)],
    ['directives', `...\n${lines('%A b\n', 200_000)}---\n`],
    ['kinds', `---\n${lines('kind: a\n', 120_000)}`],
    ['tabs', lines('\ta: 1\n', 60_000)],
    ['template marks', lines('{{ x\n', 200_000)],
    ['spaces behind a tag', `a: !${' '.repeat(1e6)}\nb: {{`],
    ['returns', `${lines('k: v\n', 60_000)}z: 1\r\n`]
  ])('%s is read or refused in linear time', (_, text) => {
    const content = /^(?:---|\.\.\.)/.test(text)
      ? virtualService + text
      : virtualService + indented(text)
    const { manifests, findings, skipped } = read(content)
    expect(manifests.length + findings.length + skipped.length).toBeGreaterThan(0)
  })
})

test('what is no YAML at all is a finding where it names a kind, else it is counted', () => {
  expect(places(read('<html kind: apiVersion: "x">\n  <b>\n'))).toEqual([
    'manifest/invalid-yaml 1:13'
  ])
  expect(read('\u0001PNG').skipped).toMatchObject([{ reason: 'not-kubernetes' }])
})
