import { expect, test } from '@jest/globals'
import type { PathMatch, Route } from '../../src/dataplane/config.ts'
import { sameRewrite } from '../../src/effects/rewrite.ts'
import { forwardTo } from './configs.ts'

function route(path: PathMatch, to: string | null): Route {
  return {
    name: '',
    match: { path, headers: [], queryParams: [], claims: [] },
    action: forwardTo(
      { v1: 1 },
      {},
      to === null ? {} : { pathRewrite: { kind: 'prefix', value: to } }
    ),
    origins: [],
    certainty: 'certain',
    assumptions: []
  }
}

const prefix = (value: string, ignoreCase = false): PathMatch => ({
  kind: 'prefix',
  value,
  ignoreCase
})
const exact = (value: string): PathMatch => ({ kind: 'exact', value, ignoreCase: false })

/** What both do with a path that both match: the matched part is exchanged, byte for byte. */
test.each<[string, Route, Route, boolean]>([
  [
    'a longer prefix with the rest written out',
    route(prefix('/a'), '/b'),
    route(prefix('/a/c'), '/b/c'),
    true
  ],
  [
    'a longer prefix with another rest',
    route(prefix('/a'), '/b'),
    route(prefix('/a/c'), '/b/d'),
    false
  ],
  ['a prefix by itself and no rewrite', route(prefix('/a'), '/a'), route(prefix('/'), null), true],
  [
    'an exact path and the prefix that covers it',
    route(exact('/a/c'), '/b/c'),
    route(prefix('/a'), '/b'),
    true
  ],
  ['prefixes that no path shares', route(prefix('/a'), '/b'), route(prefix('/c'), '/b'), false],
  ['a slash more', route(prefix('/a/'), '/'), route(prefix('/a'), '/'), false],
  [
    'letters of either case',
    route(prefix('/a', true), '/b'),
    route(prefix('/a/c', true), '/b/c'),
    false
  ],
  [
    'a separated prefix',
    route({ kind: 'separated', value: '/a', ignoreCase: false }, '/b'),
    route(prefix('/a'), '/b'),
    false
  ]
])('%s', (_, one, other, same) => {
  expect(sameRewrite(one, other)).toBe(same)
  expect(sameRewrite(other, one)).toBe(same)
})

test('no route rewrites nothing that could be the same', () => {
  expect(sameRewrite(null, route(prefix('/a'), '/b'))).toBe(false)
})
