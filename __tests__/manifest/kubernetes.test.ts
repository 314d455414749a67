import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { readPlain, readTree } from '../../src/manifest/document.ts'
import type { Json } from '../../src/manifest/manifest.ts'
import { SourceText } from '../../src/manifest/source.ts'

/** A document and what sigs.k8s.io/yaml makes of it: answered by kubernetes-yaml/main.go. */
interface Vector {
  readonly yaml: string
  readonly json?: Json
  readonly refused?: string
}

const vectors: Vector[] = JSON.parse(
  readFileSync(new URL('kubernetes-yaml/vectors.json', import.meta.url), 'utf8')
)

const lineBreak = 'a break to Kubernetes only: the document would have two meanings'
const trailing = 'Kubernetes drops what follows the first block without a word: a person meant it'

/** What Kubernetes reads and we refuse, with the reason. */
const stricter = new Map([
  [' a: 1\nb: 2\n', trailing],
  ['a: x\u2028b: y\n', lineBreak],
  ['# c\u2028a: 1\n', lineBreak],
  ['a: x\u0085b: y\n', lineBreak],
  ['a: x\rb: y\n', lineBreak],
  ['v: [x, -]\n', 'the yaml library takes the dash for an item; never seen'],
  ['v: [x, ?x]\n', 'Kubernetes makes a map of it, which nobody means'],
  ['{?k: v}\n', 'Kubernetes drops the question mark, which nobody means'],
  ['a: &x 1\nb: *x\n*x : c\n', 'a number as a key through an alias; never seen']
])

/** What Kubernetes refuses as YAML and we read. */
const laxer = new Map([
  [
    '{"a": "\\/", "b": "\\ud83d\\ude00"}\n',
    'the API server tries JSON first for what begins with a brace'
  ]
])

/** What the plain reader reads as Kubernetes does and the yaml library does not. */
const plainOnly = new Map([
  ...['v: [2001:db8::]\n', 'v: [a:, b]\n', '- [2001:db8::]\n', '- [a:, b]\n'].map(tightColon),
  ...['v: [x, [2001:db8::]]\n', 'v: [x, [a:, b]]\n', 'v: [x, a:]\n'].map(tightColon),
  ...['v: "two\nlines"\n', 'v: [a,\nb]\n'].map(indentation),
  indentation('spec:\n  - hosts: [\n    a,\n    b\n    ]\n')
])

function tightColon(yaml: string): [string, string] {
  return [yaml, 'a colon ends a key before white space only (libyaml)']
}

function indentation(yaml: string): [string, string] {
  return [yaml, 'quotes and brackets need no indentation (libyaml)']
}

function ours(yaml: string): { plain: Json | undefined; tree: Json | undefined } {
  const source = new SourceText(yaml)
  const slice = { start: 0, end: yaml.length }
  return { plain: readPlain(source, slice), tree: readTree(source, slice).value }
}

/** As JSON has it: -0 is 0, and the prototypes of maps are nobody's concern. */
function asJson(value: Json | undefined): Json | undefined {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

describe('reads YAML as Kubernetes does', () => {
  test.each(vectors.map(vector => [JSON.stringify(vector.yaml), vector] as const))(
    '%s',
    (_, vector) => {
      const { yaml, json } = vector
      const { plain, tree } = ours(yaml)
      const read = asJson(plain === undefined ? tree : plain)
      if (stricter.has(yaml)) expect(read).toBeUndefined()
      else if (laxer.has(yaml)) expect(vector.refused).toBeDefined()
      else expect(read).toEqual(json)
      if (plain === undefined) return
      if (plainOnly.has(yaml)) expect(tree).toBeUndefined()
      else expect(asJson(tree)).toEqual(json)
    }
  )

  test('the lists of differences hold only documents that are asked about', () => {
    const asked = new Set(vectors.map(({ yaml }) => yaml))
    for (const yaml of [...stricter.keys(), ...laxer.keys(), ...plainOnly.keys()]) {
      expect(asked).toContain(yaml)
    }
  })

  test('the plain reader reads most of what Kubernetes accepts', () => {
    const accepted = vectors.filter(({ refused }) => refused === undefined)
    const plain = accepted.filter(({ yaml }) => ours(yaml).plain !== undefined)
    expect(plain.length / accepted.length).toBeGreaterThan(0.7)
  })
})
