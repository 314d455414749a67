import { expect, test } from '@jest/globals'
import { causesOf } from '../../src/effects/cause.ts'
import type { Manifest } from '../../src/manifest/manifest.ts'
import { manifestsFrom } from '../support/side.ts'

function service(rules: readonly string[]): Manifest {
  const [manifest] = manifestsFrom(`apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http: [${rules.map(name => `{name: ${name}, timeout: 1s}`).join(', ')}]
`)
  if (manifest === undefined) throw new Error('no manifest')
  return manifest
}

function notes(
  base: readonly string[],
  before: number | null,
  head: readonly string[],
  after: number | null
): string[] {
  const sides = { base: service(base), head: service(head) }
  const input = (side: 'base' | 'head', index: number | null) => ({
    side,
    noun: 'route',
    places:
      index === null
        ? []
        : [
            { manifest: sides[side], path: ['spec', 'http', index, 'timeout'] },
            { manifest: sides[side], path: ['spec', 'http', index] }
          ].reverse()
  })
  return causesOf([input('base', before), input('head', after)], {
    manifest: side => sides[side]
  }).map(cause => `${cause.side}: ${cause.note}`)
}

test('a rule that is new explains what changed', () => {
  expect(notes(['a'], 0, ['b', 'a'], 0)).toEqual(['head: this route is new'])
})

test('a rule that is gone explains what changed', () => {
  expect(notes(['b', 'a'], 0, ['a'], 0)).toEqual(['base: this route was removed'])
})

test('an edited rule is named on both sides, once with all that lies in it', () => {
  expect(notes(['a'], 0, ['b'], 0)).toEqual([
    'base: this route was changed',
    'head: this route is changed'
  ])
})

test('two rules that changed places: the one that takes the request now moved, or stands where it stood', () => {
  expect(notes(['a', 'b'], 0, ['b', 'a'], 0)).toEqual([
    'base: this route stood here',
    'head: this route moved here'
  ])
})

test('where nothing in sight changed, the rule that takes the request now is named', () => {
  expect(notes(['a', 'b'], 0, ['a', 'b'], 1)).toEqual(['head: this route takes the request now'])
})
