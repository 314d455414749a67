import { expect, test } from '@jest/globals'
import { manifestChanges, sameJson } from '../../src/effects/manifest-change.ts'
import { manifestsFrom } from '../support/side.ts'

const rule = (name: string, host: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ${name}, namespace: shop}
spec: {host: ${host}}
`

function changes(base: string, head: string, headFile = 'mesh.yaml'): string[] {
  return manifestChanges(manifestsFrom(base, 'base'), manifestsFrom(head, 'head', headFile)).map(
    ({ base, head, equal }) => {
      const name = (head ?? base)?.ref.name
      return `${base === null ? 'added' : head === null ? 'removed' : equal ? 'moved' : 'edited'} ${name}`
    }
  )
}

test('objects are told apart by ref, in the order of refs', () => {
  const base = [rule('b', 'x'), rule('c', 'x'), rule('d', 'x')].join('---\n')
  const head = [rule('d', 'y'), rule('a', 'x'), rule('c', 'x')].join('---\n')
  expect(changes(base, head)).toEqual(['added a', 'removed b', 'edited d'])
})

test('another file alone is a move', () => {
  expect(changes(rule('a', 'x'), rule('a', 'x'), 'other.yaml')).toEqual(['moved a'])
})

test('the order of keys does not count, the order of lists does', () => {
  expect(sameJson({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true)
  expect(sameJson([1, 2], [2, 1])).toBe(false)
  expect(sameJson({ a: null }, {})).toBe(false)
  expect(sameJson([], {})).toBe(false)
})
