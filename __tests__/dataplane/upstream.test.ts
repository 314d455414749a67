import { describe, expect, test } from '@jest/globals'
import type { MeshInput } from '../../src/mesh/mesh.ts'
import { ask, plane, served, sidecar } from './worlds.ts'

const rule = (spec: string, name = 'orders', namespace = 'shop') => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ${name}, namespace: ${namespace}}
spec: {host: orders.shop.svc.cluster.local, ${spec}}`

const ORDERS = 'outbound|80||orders.shop.svc.cluster.local'

function cluster(yaml: string, name = ORDERS, namespace = 'shop', more: Partial<MeshInput> = {}) {
  return sidecar(plane(yaml, more), namespace).clusters.get(name)
}

describe('DestinationRules', () => {
  test("a client's own goes before the service's, that before the root's", () => {
    const maxima = (max: number) =>
      `trafficPolicy: {connectionPool: {tcp: {maxConnections: ${max}}}}`
    const all = [
      rule(maxima(1), 'own', 'web'),
      rule(maxima(2)),
      rule(maxima(3), 'root', 'istio-system')
    ]
    const found = (yaml: readonly string[], namespace: string) =>
      cluster(yaml.join('\n---\n'), ORDERS, namespace)?.destinationRule
    expect(found(all, 'web')).toBe('web/own')
    expect(found(all, 'shop')).toBe('shop/orders')
    expect(found(all.slice(2), 'shop')).toBe('istio-system/root')
  })

  test('a subset takes its own policy over that of the rule, whole blocks at a time', () => {
    const found = cluster(
      rule(`
  trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}}, loadBalancer: {simple: RANDOM}},
  subsets: [{name: v1, labels: {version: v1}, trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}}]`),
      'outbound|80|v1|orders.shop.svc.cluster.local'
    )
    expect(found?.labels).toEqual({ version: 'v1' })
    expect(found?.policy.loadBalancer).toMatchObject({ policy: 'ROUND_ROBIN' })
    expect(found?.policy.connectionPool).toMatchObject({ maxConnections: 1 })
  })

  test('a subset without pods has a cluster without endpoints; one that is not there has none', () => {
    const yaml = [
      rule('subsets: [{name: v2, labels: {version: v2}}]'),
      `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders]
  http:
    - {match: [{uri: {prefix: /v2}}], route: [{destination: {host: orders, subset: v2}}]}
    - {route: [{destination: {host: orders, subset: v3}}]}`
    ].join('\n---\n')
    const world = plane(yaml)
    expect(served(ask(world, { url: 'http://orders/v2' }))).toMatch(/^no-endpoints/)
    expect(ask(world, { url: 'http://orders/' })).toMatchObject({
      outcome: 'no-cluster',
      status: 503
    })
  })
})

describe('TLS towards a service', () => {
  test.each([
    ['', 'auto-mtls'],
    ['trafficPolicy: {tls: {mode: DISABLE}}', 'plaintext'],
    ['trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}', 'ISTIO_MUTUAL'],
    ['trafficPolicy: {tls: {mode: SIMPLE}}', 'SIMPLE'],
    ['trafficPolicy: {tls: {mode: MUTUAL}}', 'plaintext']
  ])('%s is %s', (spec, mode) => {
    expect(cluster(spec === '' ? '' : rule(spec))?.tls.mode).toBe(mode)
  })

  test('a mesh without automatic mutual TLS speaks plaintext', () => {
    const more = { meshConfig: { enableAutoMtls: false } }
    expect(cluster('', ORDERS, 'shop', more)?.tls.mode).toBe('plaintext')
  })

  test('until 1.20 nobody vouches for a server without authorities, and no name is sent', () => {
    const simple = rule('trafficPolicy: {tls: {mode: SIMPLE}}')
    const at = (minor: string) =>
      cluster(simple, ORDERS, 'shop', { istio: { minor, why: 'the test' } })?.tls
    expect(at('1.20')).toMatchObject({ autoSni: false, verifies: false })
    expect(at('1.21')).not.toHaveProperty('autoSni')
  })
})

describe('where endpoints listen', () => {
  test('at the target port of a Service; nowhere when scaled to nothing', () => {
    expect(cluster('', 'outbound|80||web.shop.svc.cluster.local')).toMatchObject({
      targets: [':8080'],
      endpoints: null
    })
    expect(cluster('')).toMatchObject({ targets: [':80'], endpoints: 1 })
    const empty = `
apiVersion: v1
kind: Service
metadata: {name: idle, namespace: shop}
spec: {selector: {app: idle}, ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: idle, namespace: shop}
spec: {replicas: 0, template: {metadata: {labels: {app: idle}}, spec: {containers: [{name: app}]}}}`
    expect(cluster(empty, 'outbound|80||idle.shop.svc.cluster.local')?.endpoints).toBe(0)
  })

  const entry = (spec: string) => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec: {hosts: [pay.example.net], ports: [{number: 80, name: http, protocol: HTTP, targetPort: 8443}], ${spec}}`
  const PAY = 'outbound|80||pay.example.net'

  test.each([
    ['resolution: DNS', 'strict-dns', ['pay.example.net:8443']],
    ['resolution: STATIC, endpoints: [{address: 10.9.0.1}]', 'eds', ['10.9.0.1:8443']],
    [
      'resolution: DNS, endpoints: [{address: a.example.net, ports: {http: 81}}]',
      'strict-dns',
      ['a.example.net:81']
    ],
    ['resolution: NONE', 'original-dst', [':8443']]
  ])('%s', (spec, type, targets) => {
    expect(cluster(entry(spec), PAY)).toMatchObject({ type, targets })
  })
})

describe('connections that are not HTTP', () => {
  test('a TCP port goes to its service, a TCP rule elsewhere', () => {
    const asked = { url: 'http://orders:9000/', protocol: 'tcp' } as const
    expect(served(ask(plane(''), asked))).toBe('served, orders 9000')
    const world = plane(`
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec: {hosts: [orders], tcp: [{match: [{port: 9000}], route: [{destination: {host: web, port: {number: 80}}}]}]}`)
    expect(served(ask(world, asked))).toBe('served, web 80')
  })
})
