import { describe, expect, test } from '@jest/globals'
import {
  durationWords,
  hostWords,
  listWords,
  percentWords,
  shellWord
} from '../../src/effects/words.ts'

test.each([
  ['reviews.shop.svc.cluster.local', 'shop', 'reviews'],
  ['reviews.shop.svc.cluster.local', 'web', 'reviews.shop'],
  ['reviews.shop.svc.mesh.example', undefined, 'reviews.shop'],
  ['api.example.com', 'shop', 'api.example.com'],
  ['*.shop.svc.cluster.local', 'shop', '*.shop.svc.cluster.local']
])('host %s seen from %s is %s', (host, namespace, words) => {
  expect(hostWords(host, namespace)).toBe(words)
})

test.each([
  [90, 100, '90 %'],
  [1, 2, '50 %'],
  [1, 3, '33.3 %'],
  [1, 1000, '0.10 %'],
  [999, 1000, '99.90 %']
])('%d of %d is %s', (part, whole, words) => {
  expect(percentWords(part, whole)).toBe(words)
})

test.each([
  [250, '250ms'],
  [3000, '3s'],
  [1500, '1.5s'],
  [90_000, '1m30s'],
  [3_600_000, '1h']
])('%d ms is %s', (milliseconds, words) => {
  expect(durationWords(milliseconds)).toBe(words)
})

test('lists end with and', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listWords)).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c'
  ])
})

describe('a word for a shell', () => {
  test.each([
    ['app=web', 'app=web'],
    ['$(reboot)', "'$(reboot)'"],
    ["it's", "'it'\\''s'"],
    ['', "''"]
  ])('%s', (text, word) => {
    expect(shellWord(text)).toBe(word)
  })
})
