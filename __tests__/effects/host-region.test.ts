import { expect, test } from '@jest/globals'
import type { VirtualHost } from '../../src/dataplane/config.ts'
import type { Matcher } from '../../src/decision/table.ts'
import { namesOfHost } from '../../src/effects/host-region.ts'

const full = 'reviews.shop.svc.cluster.local'

function host(name: string, domains: readonly string[]): VirtualHost {
  return { name, domains, routes: [], requireTls: false, origins: [] }
}

function term(within: readonly string[], except: readonly string[] = []) {
  const matchers = (values: readonly string[]) =>
    values.map((value): Matcher => ({ is: 'exact', value }))
  return { dimension: 'host', within: matchers(within), except: matchers(except) }
}

const reviews = host(`${full}:9080`, [full, `${full}.`, 'reviews.shop', 'reviews'])

test.each([
  ['all of its names', term([full, 'reviews.shop', 'reviews']), null],
  ['any host', term([]), null],
  ['its full name', term([full]), 'by its full name'],
  ['all but its full name', term([], [full]), 'by its short names'],
  ['one short name', term(['reviews']), 'host reviews'],
  ['two of three', term([full, 'reviews']), `host ${full} or reviews`],
  ['none of its names', term(['other']), undefined]
])('%s', (_, one, words) => {
  expect(namesOfHost(one, reviews)).toBe(words)
})

test('a wildcard cannot be said by names', () => {
  expect(namesOfHost(term([]), host('*.example.com:80', ['*.example.com']))).toBeUndefined()
})
