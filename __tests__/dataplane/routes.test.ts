import { describe, expect, test } from '@jest/globals'
import { ask, plane, served, sidecar } from './worlds.ts'

const routes = (http: string, more = 'hosts: [orders]') => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec:
  ${more}
  http:
${http.replace(/^/gm, '    ')}`

const toOrders = 'route: [{destination: {host: orders}}]'

describe('matches', () => {
  const world = plane(
    routes(`
- {match: [{uri: {exact: /exact}}], directResponse: {status: 201}}
- {match: [{uri: {prefix: /Upper}, ignoreUriCase: true}], directResponse: {status: 202}}
- {match: [{uri: {regex: "/item/[0-9]+"}}], directResponse: {status: 203}}
- {match: [{headers: {x-user: {exact: ada}}, method: {exact: POST}}], directResponse: {status: 204}}
- {match: [{withoutHeaders: {x-free: {}}, queryParams: {debug: {exact: "1"}}}], directResponse: {status: 205}}
- {match: [{sourceLabels: {app: web}, uri: {prefix: /web}}], directResponse: {status: 206}}
- {match: [{port: 81}], directResponse: {status: 207}}
- ${toOrders}`)
  )
  test.each([
    ['/exact', {}, 201],
    ['/exact/', {}, undefined],
    ['/UPPER/x', {}, 202],
    ['/item/12', {}, 203],
    ['/item/12/x', {}, undefined],
    ['/', { method: 'POST', headers: { 'X-User': 'ada' } }, 204],
    ['/', { method: 'POST', headers: { 'x-user': 'Ada' } }, undefined],
    ['/?debug=1', {}, 205],
    ['/?debug=1', { headers: { 'x-free': 'yes' } }, undefined],
    ['/web', { from: { namespace: 'shop', labels: { app: 'web' } } }, 206],
    ['/web', {}, undefined]
  ])('%s %j', (path, more, status) => {
    const outcome = ask(world, { url: `http://orders${path}`, ...more })
    expect(outcome.status).toBe(status)
    if (status === undefined) expect(served(outcome)).toBe('served, orders 80')
  })

  test('a match for another port makes no route', () => {
    const hosts = sidecar(world, 'shop').routeConfigs.get('80')?.virtualHosts ?? []
    const host = hosts.find(one => one.name.startsWith('orders.shop'))
    expect(host?.routes.map(({ action }) => action.kind)).toEqual([
      ...Array(5).fill('direct-response'),
      'forward'
    ])
  })
})

test('rules after one that takes everything are not compiled', () => {
  const world = plane(
    routes(`
- ${toOrders}
- {match: [{uri: {prefix: /late}}], directResponse: {status: 204}}`)
  )
  expect(served(ask(world, { url: 'http://orders/late' }))).toBe('served, orders 80')
})

describe('actions', () => {
  test('weights, subsets and the status of a cluster that is missing', () => {
    const world = plane(
      routes(`
- match: [{uri: {prefix: /split}}]
  route:
    - {destination: {host: orders}, weight: 1}
    - {destination: {host: web}, weight: 3}
- route: [{destination: {host: orders, subset: v2}}]`)
    )
    expect(served(ask(world, { url: 'http://orders/split' }))).toBe(
      'served, orders 80 at 1, web 80 at 3'
    )
  })

  test('a prefix rewrite replaces what matched, the whole of an exact path', () => {
    const world = plane(
      routes(`
- {match: [{uri: {prefix: /a}}], rewrite: {uri: /}, ${toOrders}}
- {match: [{uri: {exact: /b}}], rewrite: {uri: /new}, ${toOrders}}
- {rewrite: {uriRegexRewrite: {match: "^/([^/]+)/x", rewrite: '/\\1/y'}, authority: inner}, ${toOrders}}`)
    )
    expect(ask(world, { url: 'http://orders/ab?q=1' }).path).toBe('/b?q=1')
    expect(ask(world, { url: 'http://orders/b' }).path).toBe('/new')
    expect(ask(world, { url: 'http://orders/c/x/x' })).toMatchObject({
      path: '/c/y/x',
      authority: 'inner'
    })
  })

  test('two backslashes in a rewrite are one, and no group', () => {
    const world = plane(
      routes(
        `- {rewrite: {uriRegexRewrite: {match: "^/([^/]+)", rewrite: '/\\\\1$'}}, ${toOrders}}`
      )
    )
    expect(ask(world, { url: 'http://orders/c' }).path).toBe('/\\1$')
  })

  test('a redirect keeps what it does not name', () => {
    const world = plane(routes('- {redirect: {uri: /new, redirectCode: 308}}'))
    expect(ask(world, { url: 'http://orders/' })).toMatchObject({
      outcome: 'redirect',
      redirect: { status: 308, path: '/new' }
    })
  })

  test('a redirect code that Envoy does not have makes it refuse the configuration', () => {
    const world = plane(routes('- {redirect: {uri: /new, redirectCode: 300}}'))
    expect(ask(world, { url: 'http://orders/' }).outcome).toBe('config-refused')
  })

  test('settings: retries of Istio where none are written, none at zero attempts', () => {
    const world = plane(
      routes(`
- {match: [{uri: {prefix: /none}}], retries: {attempts: 0}, ${toOrders}}
- {timeout: 3s, ${toOrders}}`)
    )
    expect(ask(world, { url: 'http://orders/none' }).settings?.retries).toBe('off')
    expect(ask(world, { url: 'http://orders/' }).settings).toMatchObject({ timeout: '3s' })
  })
})

describe('paths are normalised before they are matched', () => {
  const rule = '- {match: [{uri: {exact: /a/c}}], directResponse: {status: 201}}'
  const at = (path: string, normalization: string) =>
    ask(plane(routes(rule), { meshConfig: { pathNormalization: { normalization } } }), {
      url: 'http://orders/',
      path
    }).outcome
  test.each([
    ['/a/b/../c', 'BASE', 'direct-response'],
    ['/a/b/../c', 'NONE', 'no-route'],
    ['/a%2fc', 'BASE', 'no-route'],
    ['/a%2Fc', 'DECODE_AND_MERGE_SLASHES', 'direct-response'],
    ['/a//c', 'BASE', 'no-route'],
    ['/a//c', 'MERGE_SLASHES', 'direct-response'],
    ['/%61/c', 'BASE', 'direct-response']
  ])('%s under %s', (path, normalization, outcome) => {
    expect(at(path, normalization)).toBe(outcome)
  })
})

describe('delegates', () => {
  const root = `
- {match: [{uri: {prefix: /team}}], delegate: {name: team, namespace: team}}
- ${toOrders}`
  const delegate = (exportTo: string) => `
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: team, namespace: team}
spec:
  exportTo: [${exportTo}]
  http:
    - {match: [{uri: {prefix: /team/in}}], directResponse: {status: 201}}
    - {match: [{uri: {prefix: /elsewhere}}], directResponse: {status: 202}}`

  test('a match of the root narrows those of the delegate', () => {
    const world = plane(routes(root) + delegate('"*"'))
    expect(ask(world, { url: 'http://orders/team/in' }).status).toBe(201)
    expect(served(ask(world, { url: 'http://orders/elsewhere' }))).toBe('served, orders 80')
  })

  test('one that is not exported to the root is not there', () => {
    const world = plane(routes(root) + delegate('"."'))
    expect(served(ask(world, { url: 'http://orders/team/in' }))).toBe('served, orders 80')
  })
})
