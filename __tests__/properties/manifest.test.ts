import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { FieldPath } from '../../src/finding.ts'
import { readPlain, readTree, SourceDocument } from '../../src/manifest/document.ts'
import { TreeLocator } from '../../src/manifest/locate.ts'
import type { Json } from '../../src/manifest/manifest.ts'
import { PlainLocator } from '../../src/manifest/plain/locate.ts'
import { SourceText } from '../../src/manifest/source.ts'
import { quoted, read } from '../manifest/reading.ts'
import { json, soup, style, written } from './manifest-yaml.ts'

function same(value: Json | undefined): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

function whole(text: string) {
  return { source: new SourceText(text), slice: { start: 0, end: text.length } }
}

/** Every path of a value, and what it holds. */
function* fields(value: Json, path: FieldPath = []): Generator<[FieldPath, Json]> {
  yield [path, value]
  if (value === null || typeof value !== 'object') return
  const entries: [string | number, Json][] = Array.isArray(value)
    ? value.map((each, index) => [index, each])
    : Object.entries(value)
  for (const [step, each] of entries) yield* fields(each, [...path, step])
}

describe('a value that is written in any style', () => {
  test('is read back, by the plain reader and by the syntax tree', () => {
    const seen = { plain: 0, tree: 0, all: 0 }
    fc.assert(
      fc.property(json, style, (value, look) => {
        const { source, slice } = whole(written(value, look))
        const plain = readPlain(source, slice)
        const tree = readTree(source, slice)
        seen.all++
        if (plain !== undefined) {
          seen.plain++
          expect(same(plain)).toEqual(same(value))
        }
        if (tree.value === undefined) {
          // What Kubernetes reads otherwise than the writer, which knows YAML 1.2.
          expect(tree.problems.map(({ id }) => id)).toEqual(['manifest/invalid-scalar'])
        } else {
          seen.tree++
          expect(same(tree.value)).toEqual(same(value))
        }
      }),
      { numRuns: 1500 }
    )
    // Else the property would hold of nothing.
    expect(seen.plain / seen.all).toBeGreaterThan(0.3)
    expect(seen.tree / seen.all).toBeGreaterThan(0.8)
  })

  test('is located the same by both', () => {
    fc.assert(
      fc.property(json, style, (value, look) => {
        const text = written(value, look)
        const { source, slice } = whole(text)
        if (readPlain(source, slice) === undefined) return
        const plain = new PlainLocator(text, 0, text.length, false)
        const tree = new TreeLocator(text)
        for (const [path] of fields(value)) {
          for (const part of ['key', 'value'] as const) {
            expect([path, part, plain.span(path, part)]).toEqual([
              path,
              part,
              tree.span(path, part)
            ])
          }
        }
      }),
      { numRuns: 1000 }
    )
  })

  test('has every scalar where it is located: what is quoted there reads as it', () => {
    fc.assert(
      fc.property(json, style, (value, look) => {
        const text = written({ root: value }, look)
        const { source, slice } = whole(text)
        const document = new SourceDocument(source, slice)
        for (const [path, each] of fields({ root: value })) {
          if (each === null || typeof each === 'object') continue
          const found = quoted(text, document.locate('a.yaml', path, 'value'))
          if (/^[|>]/.test(found)) continue
          const again = whole(`v: ${found}\n`)
          expect(same(readTree(again.source, again.slice).value)).toEqual({ v: same(each) })
        }
      }),
      { numRuns: 1000 }
    )
  })
})

describe('any text at all', () => {
  test.each([
    ['pieces of YAML', soup],
    ['characters', fc.string({ unit: 'binary', maxLength: 60 })]
  ])('made of %s is read or refused, and its ranges lie in it', (_, texts) => {
    fc.assert(
      fc.property(texts, text => {
        const reading = read(text)
        const lines = text.split('\n')
        for (const { at } of reading.findings) {
          if ('manifest' in at) throw new Error('places of the reader are ranges')
          expect(at.end.line * 1e6 + at.end.column).toBeGreaterThan(
            at.start.line * 1e6 + at.start.column
          )
          const line = lines[at.end.line - 1]
          expect(line).toBeDefined()
          expect(at.end.column).toBeLessThanOrEqual((line ?? '').length + 2)
        }
        for (const manifest of reading.manifests) manifest.locate(['spec', 'a', 0, 'b'])
      }),
      { numRuns: 3000 }
    )
  })

  test('the plain reader says what the syntax tree says, where both read it', () => {
    fc.assert(
      fc.property(soup, text => {
        const { source, slice } = whole(text)
        const plain = readPlain(source, slice)
        const tree = readTree(source, slice).value
        if (plain !== undefined && tree !== undefined) expect(same(plain)).toEqual(same(tree))
      }),
      { numRuns: 3000 }
    )
  })
})

test('documents do not depend on each other', () => {
  // Characters that mean something else to Kubernetes spoil the comments of the next document too.
  const clear = soup.map(text => text.replace(/\r(?!\n)|[\u2028\ufeff]/g, ''))
  fc.assert(
    fc.property(clear, clear, (before, after) => {
      const own = 'apiVersion: v1\nkind: Service\nmetadata: {name: own}\n'
      const names = read(`${before}\n---\n${own}---\n${after}`).manifests.map(({ ref }) => ref.name)
      const template = read(`${before}\n---\n${own}---\n${after}`).skipped.some(
        ({ line }) => line === null
      )
      if (!template) expect(names).toContain('own')
    }),
    { numRuns: 1000 }
  )
})
