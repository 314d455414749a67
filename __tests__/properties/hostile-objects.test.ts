import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { root } from '../support/golden.ts'
import { analysisOf, diffOf } from '../support/reviewed.ts'

type Value = null | boolean | number | string | Value[] | { [key: string]: Value }

/** Every example of every page as objects: one of each kind at least, in shapes that the analyzers look at. */
function examples(): Value[][] {
  const pages = readdirSync(join(root, 'docs/analyzers'), { recursive: true, encoding: 'utf8' })
  const found: Value[][] = []
  // Those of the reader are no YAML, on purpose.
  const objects = pages.filter(path => path.endsWith('.md') && !/^(?:manifest|schema)\//.test(path))
  for (const page of objects.sort()) {
    const text = readFileSync(join(root, 'docs/analyzers', page), 'utf8')
    for (const [, yaml = ''] of text.matchAll(/```yaml\n([\s\S]*?)```/g)) {
      found.push(
        yaml
          .replace(/^#.*\n/gm, '')
          .split(/^---\n/m)
          .map(document => parse(document) as Value)
      ) // YAML gives nothing else
    }
  }
  return found
}

const all = examples()

const wrong = fc.constantFrom<Value>(
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  '',
  '*',
  './',
  '/',
  '*/*',
  'a b',
  '\u0000',
  '$(x)',
  '{{ x }}',
  'x'.repeat(300),
  '(',
  [],
  {},
  [null],
  [[]],
  [{}],
  ['*'],
  [''],
  { '': null },
  { constructor: 1 },
  JSON.parse('{"__proto__": {"a": 1}}')
)

/** Each place of a value, the root left out. */
function* places(value: Value, here: (string | number)[] = []): Generator<(string | number)[]> {
  if (here.length > 0) yield here
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* places(inner, [...here, Array.isArray(value) ? Number(key) : key])
  }
}

function replaced(value: Value, [key, ...rest]: (string | number)[], by: Value | undefined): Value {
  if (key === undefined) return by ?? null
  if (Array.isArray(value)) {
    return value.map((inner, index) => (index === key ? replaced(inner, rest, by) : inner))
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([name, inner]): [string, Value][] => {
    if (name !== key) return [[name, inner]]
    return rest.length === 0 && by === undefined ? [] : [[name, replaced(inner, rest, by)]]
  })
  return Object.fromEntries(entries)
}

const hostile = fc
  .tuple(
    fc.constantFrom(...all),
    fc.constantFrom(...all),
    fc.array(fc.tuple(fc.nat(), fc.option(wrong, { nil: undefined })), {
      minLength: 1,
      maxLength: 6
    })
  )
  .map(([one, other, edits]) => {
    let objects: Value = [...one, ...other]
    for (const [at, by] of edits) {
      const known = [...places(objects)]
      const path = known[at % known.length]
      if (path !== undefined && path.length > 1) objects = replaced(objects, path, by)
    }
    return objects as Value[] // replaced keeps the list at the root
  })

function text(objects: readonly Value[]): string {
  return objects.map(one => JSON.stringify(one)).join('\n---\n')
}

function broken(report: ReturnType<typeof analysisOf>): string[] {
  const { introduced, resolved, remaining } = report.findings
  return [
    ...[...introduced, ...resolved, ...remaining].filter(({ id }) => id.startsWith('internal/')),
    ...report.unknown.filter(({ reason }) => reason === 'internal')
  ].map(({ message }) => message)
}

test('objects with holes and values of the wrong type everywhere break nothing', () => {
  fc.assert(
    fc.property(hostile, objects => {
      expect(broken(analysisOf(text(objects)))).toEqual([])
    }),
    { numRuns: Number(process.env.FUZZ ?? 300) }
  )
})

test('nor do two such states', () => {
  fc.assert(
    fc.property(hostile, hostile, (base, head) => {
      expect(broken(diffOf(text(base), text(head)))).toEqual([])
    }),
    { numRuns: Number(process.env.FUZZ ?? 100) }
  )
})
