import { describe, expect, test } from '@jest/globals'
import { differences } from '../../conformance/compare/difference.ts'
import { locationOf, secureLocationOf } from '../../conformance/compare/location.ts'
import { normaliseRouteConfig, tidy } from '../../conformance/compare/normalise.ts'
import { observedDifferences } from '../../conformance/compare/observe.ts'
import { inCommon } from '../../conformance/record/stable.ts'
import type { Request } from '../../src/dataplane/request.ts'

const request: Request = {
  from: { gateway: 'a/gw' },
  protocol: 'http',
  port: 8080,
  authority: 'shop.example.com:80',
  method: 'GET',
  path: '/a?q=1',
  headers: {},
  transport: 'plaintext'
}

describe('differences', () => {
  test('name the place', () => {
    expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, 5)).toEqual([
      { path: '.a[0].b', ours: 1, theirs: 2 }
    ])
  })

  test('see what one side lacks, and the order of lists', () => {
    expect(differences({ a: 1 }, {}, 5)).toEqual([{ path: '.a', ours: 1, theirs: undefined }])
    expect(differences([1, 2], [2, 1], 5)).toHaveLength(2)
    expect(differences([1], [1, 2], 5)).toEqual([{ path: '[1]', ours: undefined, theirs: 2 }])
  })
})

describe('normalising', () => {
  test('leaves out what says nothing, and nothing else', () => {
    expect(tidy({ a: undefined, b: false, c: [], d: {}, e: 0, f: '', g: [[]] })).toEqual({
      e: 0,
      f: '',
      g: [[]]
    })
  })

  test('sorts virtual hosts and matchers, never routes', () => {
    const route = (name: string) => ({
      name,
      match: { path: { kind: 'prefix', value: '/' } },
      action: { kind: 'forward', settings: {} }
    })
    const host = (name: string, routes: string[]) => ({
      name,
      domains: ['b', 'a'],
      requireTls: false,
      routes: routes.map(route)
    })
    const config = (hosts: string[]) =>
      normaliseRouteConfig({
        name: '80',
        ignorePortInHost: true,
        virtualHosts: hosts.map(name => host(name, ['2', '1']))
      })
    expect(config(['x', 'y'])).toEqual(config(['y', 'x']))
    expect(config(['x']).virtualHosts[0]?.routes.map(({ name }) => name)).toEqual(['2', '1'])
  })
})

describe('the Location of a redirect', () => {
  test.each([
    [{ scheme: 'https' }, 'https://shop.example.com/a?q=1'],
    [{ path: '/new' }, 'http://shop.example.com:80/new?q=1'],
    [{ path: '/new?x=2' }, 'http://shop.example.com:80/new?x=2'],
    [{ host: 'b.example.com', port: 8443 }, 'http://b.example.com:8443/a?q=1'],
    [{ port: 8443 }, 'http://shop.example.com:8443/a?q=1']
  ])('%j', (redirect, location) => {
    expect(locationOf(request, redirect)).toBe(location)
  })

  test('of a host that requires TLS keeps the authority', () => {
    expect(secureLocationOf(request)).toBe('https://shop.example.com:80/a?q=1')
  })
})

describe('what Envoy did', () => {
  const outcome = {
    outcome: 'served',
    destinations: [{ host: 'a', port: 80, weight: 1 }],
    path: '/a?q=1',
    authority: 'shop.example.com:80'
  } as const
  const arrival = {
    cluster: 'outbound|80||a',
    method: 'GET',
    path: '/a?q=1',
    authority: 'shop.example.com:80',
    headers: {}
  }

  test('agrees, or names the part', () => {
    const seen = { end: 'replied', status: 200, arrivals: [arrival] } as const
    expect(observedDifferences(request, outcome, seen)).toEqual([])
    const elsewhere = { ...seen, arrivals: [{ ...arrival, cluster: 'outbound|80||b', path: '/' }] }
    expect(observedDifferences(request, outcome, elsewhere)?.map(({ path }) => path)).toEqual([
      '.cluster',
      '.path'
    ])
  })

  test('may come after a mirrored copy', () => {
    const copy = { ...arrival, cluster: 'outbound|80||mirror' }
    const seen = { end: 'replied', status: 200, arrivals: [copy, arrival] } as const
    expect(observedDifferences(request, outcome, seen)).toEqual([])
  })

  test('is not agreement where Envoy was not asked, or refused', () => {
    expect(observedDifferences(request, outcome, { end: 'none', error: 'by lot' })).toBeNull()
    expect(observedDifferences(request, outcome, { end: 'refused', error: 'x' })).toHaveLength(1)
    const local = { end: 'replied', status: 404, details: 'route_not_found' } as const
    expect(observedDifferences(request, outcome, local)).toHaveLength(1)
  })
})

test('answers that vary are marked and not recorded', () => {
  const answer = (outcome: string, name: string) => ({
    istio: '1.31',
    result: 'answered' as const,
    configs: [{ proxy: 'a/b', routeConfigs: [{ name, ignorePortInHost: true, virtualHosts: [] }] }],
    outcomes: [{ id: '1', outcome, destinations: [], trace: {} }],
    observations: [{ id: '1', end: 'closed' as const }]
  })
  const same = inCommon(answer('served', '80'), [answer('served', '80')])
  expect(same).toEqual(answer('served', '80'))
  const other = inCommon(answer('served', '80'), [answer('no-route', '81')])
  expect(other.configs).toEqual([])
  expect(other.observations).toEqual([])
  expect(other.outcomes?.[0]?.unjudged).toHaveLength(1)
})
