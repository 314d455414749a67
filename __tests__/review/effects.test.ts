import { describe, expect, test } from '@jest/globals'
import { diffOf, saidEffects } from '../support/reviewed.ts'
import { routed, shop, to } from './worlds.ts'

const v1 = routed(`- ${to('v1')}`)

function said(head: string, base = v1): string[] {
  return saidEffects(diffOf(base, head))
}

describe('what a reviewer reads', () => {
  test('another destination', () => {
    expect(said(routed(`- ${to('v2')}`))).toEqual([
      'rerouted reviews:9080, every request: destinations reviews v1 → reviews v2'
    ])
  })

  test('a route for some requests', () => {
    const match = 'match: [{uri: {prefix: /beta}, headers: {x-user: {exact: me}}}]'
    expect(said(routed(`- ${match}\n  ${to('v2')}\n- ${to('v1')}`))).toEqual([
      'rerouted reviews:9080, paths under /beta, header x-user: me: destinations reviews v1 → reviews v2'
    ])
  })

  test('a canary that grows', () => {
    const canary = (v2: number) =>
      routed(`- route:
    - {destination: {host: reviews, subset: v1}, weight: ${100 - v2}}
    - {destination: {host: reviews, subset: v2}, weight: ${v2}}`)
    expect(said(canary(30), canary(10))).toEqual([
      'weights-changed reviews:9080, every request: destinations reviews v1 90 %, reviews v2 10 % → reviews v1 70 %, reviews v2 30 %'
    ])
  })

  test('settings', () => {
    expect(said(routed(`- timeout: 3s\n  ${to('v1')}`))).toEqual([
      'settings-changed reviews:9080, every request: timeout none → 3s'
    ])
  })

  test('a subset that goes while a route still names it', () => {
    const head = v1.replace('    - name: v1\n      labels: {version: v1}\n', '')
    const report = diffOf(v1, head)
    expect(saidEffects(report)).toEqual([
      'traffic-lost reviews:9080, every request: destinations reviews v1 → reviews v1 (no such subset: 503)'
    ])
    expect(report.verdict.outcome).toBe('block')
    expect(report.effects[0]?.causes.map(({ side, note }) => `${side} ${note}`)).toEqual([
      'base this subset was removed'
    ])
    // And back again.
    expect(saidEffects(diffOf(head, v1))).toEqual([
      'traffic-gained reviews:9080, every request: destinations reviews v1 (no such subset: 503) → reviews v1'
    ])
  })

  test('requests that no route takes any more', () => {
    const match = 'match: [{uri: {prefix: /reviews}}]'
    expect(said(routed(`- ${match}\n  ${to('v1')}`))).toEqual([
      'traffic-lost reviews:9080, any path except /reviews: destinations reviews v1 → 404 (no route matches)'
    ])
  })

  test('a Service that goes', () => {
    const head = shop.slice(shop.indexOf('---\n') + 4)
    expect(said(head, shop)).toEqual([
      'traffic-lost reviews:9080, every request: destinations reviews → no such Service'
    ])
  })

  test('pods that change sides', () => {
    const head = v1.replace('reviews, version: v2}}\n    spec', 'reviews, version: v1}}\n    spec')
    expect(said(head)).toEqual([
      'upstream-changed reviews:9080, every request: pods pods of reviews-v1 → pods of reviews-v1 and reviews-v2'
    ])
  })

  test('a policy of the destination', () => {
    const head = v1.replace(
      'host: reviews\n  subsets',
      'host: reviews\n  trafficPolicy: {connectionPool: {tcp: {maxConnections: 7}}}\n  subsets'
    )
    expect(said(head)).toEqual([
      'upstream-changed reviews:9080, every request: connection pool default → maxConnections 7'
    ])
  })

  test('what a rewrite writes differently and means alike is no effect', () => {
    const base = routed(`- match: [{uri: {prefix: /a}}]\n  rewrite: {uri: /b}\n  ${to('v1')}`)
    const head = routed(
      `- match: [{uri: {prefix: /a/}}]\n  rewrite: {uri: /b/}\n  ${to('v1')}\n- match: [{uri: {prefix: /a}}]\n  rewrite: {uri: /b}\n  ${to('v1')}`
    )
    expect(said(head, base)).toEqual([])
    expect(said(head.replace('/b/', '/c/'), base)).toEqual([
      'settings-changed reviews:9080, paths under /a/: rewrite matched prefix → /b → matched prefix → /c/'
    ])
  })

  test('a rewrite by pattern acts only where the pattern occurs', () => {
    const rewrite = 'rewrite: {uriRegexRewrite: {match: "^/v[0-9]+/(.*)", rewrite: "/\\\\1"}}'
    expect(said(routed(`- ${rewrite}\n  ${to('v1')}`))).toEqual([
      'settings-changed reviews:9080, paths in which ^/v[0-9]+/(.*) occurs: rewrite none → ^/v[0-9]+/(.*) → /\\1'
    ])
  })

  test('a host of the outside world at a gateway', () => {
    const gateway = (subset: string) => `${shop}---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: istio-system}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: public, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [istio-system/public]
  http: [{route: [{destination: {host: reviews, subset: ${subset}}}]}]
`
    const report = diffOf(gateway('v1'), gateway('v2'))
    expect(saidEffects(report)).toEqual([
      'rerouted shop.example.com:80, every request: destinations reviews.shop v1 → reviews.shop v2'
    ])
    expect(report.effects[0]).toMatchObject({
      subject: { kind: 'host', gateway: 'istio-system/public' },
      proxy: { type: 'gateway' },
      witness: {
        request: { from: { gateway: 'istio-system/public' }, authority: 'shop.example.com' }
      }
    })
  })
})

test('a configuration that Envoy refuses changes nothing else', () => {
  const two = (redirect: string, subset: string) =>
    routed(`- match: [{uri: {prefix: /old}}]\n  ${redirect}\n- ${to(subset)}`)
  const report = diffOf(two(to('v1'), 'v1'), two('redirect: {uri: /new, redirectCode: 304}', 'v2'))
  expect(saidEffects(report)).toEqual([
    'traffic-lost reviews:9080, paths under /old: destinations reviews v1 → configuration refused by Envoy: redirect code 304 gives a route without action'
  ])
  expect([
    ...new Set(report.unknown.map(({ message }) => message.replace(/ of .*?:/, ':')))
  ]).toEqual([
    'routes 9080: Envoy refuses them as head has them (redirect code 304 gives a route without action) and keeps the last good ones, so their other changes are not what it does'
  ])
})

describe('the order in which rivals were created', () => {
  const rival = (name: string, subset: string) => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: shop}
spec:
  hosts: [reviews]
  http: [{${to(subset)}}]
`

  test('an added rival is told with both answers', () => {
    const report = diffOf(shop + rival('b', 'v1'), shop + rival('b', 'v1') + rival('a', 'v2'))
    expect(saidEffects(report)).toEqual([
      'order-dependent reviews:9080, every request: if shop/a is older reviews v1 → reviews v2; if shop/b is older reviews v1 → reviews v1'
    ])
    expect(report.effects[0]?.certainty).toBe('assumed')
  })

  test('rivals that say the same are proven to commute', () => {
    const report = diffOf(
      shop + rival('a', 'v1') + rival('b', 'v1'),
      shop + rival('a', 'v2') + rival('b', 'v2')
    )
    expect(saidEffects(report)).toEqual([
      'rerouted reviews:9080, every request: destinations reviews v1 → reviews v2'
    ])
  })

  test('ages that stand in git decide', () => {
    const aged = (name: string, subset: string, day: number) =>
      rival(name, subset).replace(
        'namespace: shop}',
        `namespace: shop, creationTimestamp: "2026-01-0${day}T00:00:00Z"}`
      )
    const base = shop + aged('a', 'v1', 2) + aged('b', 'v1', 1)
    expect(saidEffects(diffOf(base, shop + aged('a', 'v2', 2) + aged('b', 'v1', 1)))).toEqual([])
    expect(saidEffects(diffOf(base, shop + aged('a', 'v1', 2) + aged('b', 'v2', 1)))).toEqual([
      'rerouted reviews:9080, every request: destinations reviews v1 → reviews v2'
    ])
  })
})
