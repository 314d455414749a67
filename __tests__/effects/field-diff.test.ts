import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { valueAt } from '../../src/effects/cause.ts'
import { fieldChanges, leaves } from '../../src/effects/field-diff.ts'
import { sameJson } from '../../src/effects/manifest-change.ts'
import type { Json, JsonMap } from '../../src/manifest/manifest.ts'

function paths(before: Json, after: Json): string[] {
  const name = (path: readonly (string | number)[] | null) => (path === null ? '' : path.join('.'))
  return fieldChanges(before, after)
    .map(change => `${name(change.before)} → ${name(change.after)}`)
    .sort()
}

describe('fieldChanges', () => {
  test('a changed scalar is named on both sides', () => {
    expect(paths({ a: { b: 1 } }, { a: { b: 2 } })).toEqual([' → a.b', 'a.b → '])
  })

  test('an element put in front does not make the rest look edited', () => {
    const route = { name: 'x', timeout: '3s' }
    expect(paths({ http: [route] }, { http: [{ name: 'new' }, route] })).toEqual([' → http.0.name'])
  })

  test('an element that moved is named, its neighbours are not', () => {
    const [a, b, c] = [{ n: 'a' }, { n: 'b' }, { n: 'c' }]
    expect(paths([a, b, c], [b, c, a])).toEqual([' → 2.n', '0.n → '])
  })

  test('between equal elements, edited ones are compared field by field', () => {
    const before = [{ n: 1 }, { n: 2, t: 1, k: 0 }, { n: 3 }]
    const after = [{ n: 1 }, { n: 2, t: 2, k: 0 }, { n: 3 }]
    expect(paths(before, after)).toEqual([' → 1.t', '1.t → '])
  })

  test('an empty map stands for itself', () => {
    expect(paths({ mtls: {} }, { mtls: { mode: 'STRICT' } })).toEqual([' → mtls.mode', 'mtls → '])
    expect(paths({ s: {} }, { s: { mtls: {} } })).toEqual([' → s.mtls', 's → '])
  })

  test('another type is a removal and an addition', () => {
    expect(paths({ a: [1] }, { a: 'x' })).toEqual([' → a', 'a.0 → '])
  })
})

const json = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>(null, 0, 1, 'a', true),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 })
  )
})).value

test('there are changes exactly where two objects differ, and each path leads somewhere', () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      const changes = fieldChanges(before, after)
      expect(changes.length === 0).toBe(sameJson(before, after))
      for (const change of changes) {
        if (change.before !== null) expect(valueAt(before, change.before)).not.toBeUndefined()
        if (change.after !== null) expect(valueAt(after, change.after)).not.toBeUndefined()
      }
    })
  )
})

test('every leaf of an added object is named', () => {
  fc.assert(
    fc.property(json, value => {
      const added = fieldChanges(undefined, value).map(change => change.after)
      expect(added).toEqual(leaves(value, []))
    })
  )
})

test('the order of keys does not show', () => {
  const words = (before: JsonMap, after: JsonMap) =>
    fieldChanges(before, after).map(one => (one.after ?? one.before ?? []).join('.'))
  const [one, other] = [
    { b: 1, a: { d: 1, c: 1 } },
    { a: { c: 1, d: 1 }, b: 1 }
  ]
  expect(words({}, one)).toEqual(words({}, other))
  const changed = words({ b: 2, a: { d: 2, c: 2 } }, one)
  expect([...new Set(changed)]).toEqual(['a.c', 'a.d', 'b'])
})
