import { expect, test } from '@jest/globals'
import { defaultConfig } from '../../src/config/config.ts'
import { explainer } from '../../src/explain.ts'
import { filesFrom } from '../support/side.ts'

const files = {
  'mesh.yaml': `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: db, namespace: shop}
spec: {selector: {app: db}, ports: [{name: tcp, port: 3306}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: web, namespace: shop}
spec:
  host: web
  trafficPolicy: {loadBalancer: {simple: RANDOM}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [web]
  http:
  - match: [{uri: {prefix: /a}}]
    route: [{destination: {host: web}}]
  - match: [{method: {exact: POST}}]
    route: [{destination: {host: web}}]
  - route: [{destination: {host: web}}]
`
}

const explain = (parts: object) => {
  const side = { name: 'head', files: filesFrom(files, 'head'), skipped: [] }
  const { steps } = explainer({ side, config: defaultConfig }).explain({
    from: { namespace: 'shop' },
    protocol: 'http',
    port: 80,
    authority: 'web',
    method: 'GET',
    path: '/a/b',
    headers: {},
    transport: 'plaintext',
    ...parts
  })
  return steps.map(({ layer, text, line }) =>
    line === undefined ? `${layer}: ${text}` : `${layer}: ${text} (${line})`
  )
}

test('every layer with its line, and what stands next to it', () => {
  const steps = explain({})
  expect(steps.slice(0, 9)).toEqual([
    'listener: 0.0.0.0_80',
    'next listener: virtualOutbound',
    'filter chain: HTTP (5)',
    'next chain: PassthroughFilterChain to PassthroughCluster',
    'virtual host: web.shop.svc.cluster.local:80 (23)',
    'next host: allow_any',
    'route: route 0 (25)',
    'next route: route 2 (29)',
    'cluster: outbound|80||web.shop.svc.cluster.local (26)'
  ])
  expect(steps[9]).toMatch(
    /^policy: DestinationRule shop\/web: loadBalancer policy RANDOM; .*tls mode auto-mtls.*\(17\)$/
  )
})

test('the last route has none behind it', () => {
  expect(explain({ path: '/c' })).toContain('next route: none: 404')
})

test('bytes meet a listener of their own, and none beside it', () => {
  const steps = explain({ protocol: 'tcp', port: 3306, authority: 'db' })
  expect(steps.slice(0, 4)).toEqual([
    'listener: db.shop.svc.cluster.local_3306',
    'next listener: virtualOutbound',
    'filter chain: bytes (10)',
    'next chain: none: the connection would be reset'
  ])
})
