import { describe, expect, test } from '@jest/globals'
import {
  bySpecificity,
  intersection,
  isSubset,
  kubernetesService,
  namesForNamespace,
  overlaps,
  qualify
} from '../../src/mesh/host.ts'

describe('wildcards are suffixes of text, not of labels', () => {
  test.each([
    ['*.example.com', 'a.b.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*example.com', 'notexample.com', true],
    ['*', 'anything', true],
    ['a.example.com', 'a.example.com', true],
    ['A.example.com', 'a.example.com', false],
    ['*.com', '*.example.com', true],
    ['*.example.com', '*.example.org', false]
  ])('%s and %s', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected)
    expect(overlaps(b, a)).toBe(expected)
  })

  test('a subset lies within, not around', () => {
    expect(isSubset('a.example.com', '*.example.com')).toBe(true)
    expect(isSubset('*.example.com', 'a.example.com')).toBe(false)
    expect(isSubset('*.a.example.com', '*.example.com')).toBe(true)
  })
})

test('an intersection keeps the narrower of each pair', () => {
  expect(intersection(['*.example.com', 'b.org'], ['a.example.com', '*'])).toEqual([
    'a.example.com',
    '*.example.com',
    'b.org'
  ])
  expect(intersection(['a.org'], ['b.org'])).toEqual([])
})

test('hosts of a server are those of a namespace, of all, or its own', () => {
  expect(namesForNamespace(['a/x.com', '*/y.com', 'z.com', 'b/w.com'], 'a')).toEqual([
    'x.com',
    'y.com',
    'z.com'
  ])
})

test('the longer wildcard is more specific, then the name decides', () => {
  expect(['*.b.com', '*', '*.a.b.com', '*.a.com'].sort(bySpecificity)).toEqual([
    '*.a.b.com',
    '*.a.com',
    '*.b.com',
    '*'
  ])
})

describe('short names belong to the namespace of their object', () => {
  test.each([
    ['reviews', 'reviews.shop.svc.cluster.local'],
    ['reviews.prod', 'reviews.prod'],
    ['*', '*'],
    ['10.0.0.1', '10.0.0.1'],
    ['', '']
  ])('%s', (written, full) => {
    expect(qualify(written, 'shop', 'cluster.local')).toBe(full)
  })

  test('a full name of a Service has exactly a name and a namespace', () => {
    expect(kubernetesService('a.b.svc.cluster.local', 'cluster.local')).toEqual({
      name: 'a',
      namespace: 'b'
    })
    for (const other of [
      'a.svc.cluster.local',
      'x.a.b.svc.cluster.local',
      '*.b.svc.cluster.local'
    ]) {
      expect(kubernetesService(other, 'cluster.local')).toBeNull()
    }
  })
})
