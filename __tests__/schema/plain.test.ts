import type { CelInput } from '@bufbuild/cel'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compileExpression, type Outcome } from '../../src/schema/cel-program.ts'
import { plainExpression } from '../../src/schema/plain-expression.ts'
import { openSchemaStore } from '../../src/schema/store.ts'

/** Every rule of every minor of Istio. */
function istioRules(): readonly string[] {
  const store = openSchemaStore('.')
  const found = new Set<string>()
  for (const minor of store.minors()) {
    for (const { validations = [] } of store.load(minor).nodes) {
      for (const { rule } of validations) found.add(rule)
    }
  }
  return [...found].sort()
}

const rules = istioRules()

test('there are rules', () => {
  expect(rules.length).toBeGreaterThan(50)
})

describe.each(rules.map(rule => [rule]))('%s', rule => {
  test('is read, and says what the library for CEL says', () => {
    const plain = plainExpression(rule)
    const library = compileExpression(rule)
    if (plain === null) throw new Error('beyond what is read')
    const facts = ({ usesOldSelf, nesting, footprint }: typeof plain) => ({
      usesOldSelf,
      nesting,
      footprint
    })
    expect(facts(plain)).toEqual(facts(library))
    fc.assert(
      fc.property(selfOf(rule), self => {
        expect(verdict(plain.run(self, undefined))).toEqual(verdict(library.run(self, undefined)))
      }),
      { numRuns: 200 }
    )
  })
})

test.each([
  'self.map(x, x)',
  'self[0] == 1',
  'oldSelf == self',
  'other == 1',
  'self.x.y(1)',
  'self == 1.5',
  'format.uri().validate(self)',
  'self ==',
  '`self`'
])('%s is left to the library', rule => {
  expect(plainExpression(rule)).toBeNull()
})

/** Whether the API server takes the value: an error refuses it as `false` does. */
function verdict(outcome: Outcome): unknown {
  return outcome.kind === 'unknown' ? 'unknown' : outcome.kind === 'value' && outcome.value === true
}

const texts = fc.oneof(
  fc.constantFrom(
    '',
    '*',
    'a*',
    'a',
    'HOST',
    'NONE',
    'STATIC',
    'DNS_ROUND_ROBIN',
    'UPSERT',
    'REMOVE',
    'WAYPOINT',
    'HTTP',
    'HTTPS',
    'Service',
    'Gateway',
    'core',
    'gateway.networking.k8s.io',
    'networking.istio.io',
    'ServiceEntry',
    '1ms',
    '0s',
    '1s',
    '1.5h',
    '-1s',
    '1us',
    '999us',
    'x',
    '1',
    '10.0.0.0/8',
    'unix://',
    'unix:///a',
    'unix://@a',
    'unix://a/',
    'unix:///',
    'http://a',
    'https://a/b',
    'oci://a/b',
    'file:///a',
    'a.wasm',
    'ftp://a',
    'http://',
    '://',
    'http://a b',
    '80',
    '0',
    '65535',
    '65536',
    '-1',
    'é'
  ),
  fc.string({ maxLength: 5 })
)

/** Values of the type that the schema gives `self`, as far as the rule tells it. */
function selfOf(rule: string): fc.Arbitrary<CelInput> {
  const fields = [
    ...new Set([...rule.matchAll(/self\.(\w+)(?!\w*\()/g)].map(([, name = '']) => name))
  ]
  if (fields.length > 0) return mapOf(rule, fields)
  if (/number ==/.test(rule)) {
    const port = fc.bigInt(0n, 3n).map((number): CelInput => new Map([['number', number]]))
    return fc.array(port, { maxLength: 4 })
  }
  if (/self <=/.test(rule)) return fc.bigInt(-2n, 70_000n)
  if (/self\.all/.test(rule))
    return fc.dictionary(texts, texts).map(map => new Map(Object.entries(map)))
  return texts
}

function mapOf(rule: string, fields: readonly string[]): fc.Arbitrary<CelInput> {
  const values: Record<string, fc.Arbitrary<CelInput>> = {}
  for (const field of fields) values[field] = fieldValue(rule, field)
  return fc.record(values, { requiredKeys: [] }).map((map): CelInput => {
    const held = new Map<string, CelInput>()
    for (const [name, value] of Object.entries(map)) if (value !== undefined) held.set(name, value)
    return held
  })
}

function fieldValue(rule: string, field: string): fc.Arbitrary<CelInput> {
  const labels = fc
    .dictionary(texts, texts, { maxKeys: 2 })
    .map(map => new Map(Object.entries(map)))
  if (field === 'selector' && rule.includes('matchLabels')) {
    return fc.oneof(
      labels.map((map): CelInput => new Map([['matchLabels', map]])),
      fc.constant<CelInput>(new Map())
    )
  }
  if (field === 'addresses' || field === 'endpoints') return fc.array(texts, { maxLength: 3 })
  return texts
}
