import { describe, expect, test } from '@jest/globals'
import { ask, gateway, plane, served } from './worlds.ts'

const bound = (spec: string, name = 'edge') => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: shop}
spec: {gateways: [edge], ${spec}}`

const orders = 'http: [{route: [{destination: {host: orders, port: {number: 80}}}]}]'
const from = { gateway: 'shop/edge' }

describe('hosts of a server and of a VirtualService', () => {
  test('meet in the narrower', () => {
    const world = plane(bound(`hosts: ["shop.example.com", "other.org"], ${orders}`))
    expect(served(ask(world, { url: 'http://shop.example.com/', from }))).toBe('served, orders 80')
    expect(ask(world, { url: 'http://shop.example.com:8080/', from, port: 80 }).outcome).toBe(
      'served'
    )
    expect(ask(world, { url: 'http://other.org/', from }).outcome).toBe('no-virtual-host')
  })

  test('routes of several follow each other, and those that take everything go last', () => {
    const world = plane(
      [
        bound(`hosts: [shop.example.com], ${orders}`, 'a'),
        bound(
          'hosts: [shop.example.com], http: [{match: [{uri: {prefix: /api}}], directResponse: {status: 201}}]',
          'b'
        )
      ].join('\n---\n')
    )
    expect(ask(world, { url: 'http://shop.example.com/api', from }).status).toBe(201)
  })

  test('without a VirtualService a gateway answers 404', () => {
    expect(ask(plane(''), { url: 'http://shop.example.com/', from }).status).toBe(404)
  })
})

const tls = (hosts: string, settings: string) => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: secure, namespace: shop}
spec:
  selector: {istio: edge}
  servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [${hosts}], tls: {${settings}}}]`

describe('TLS', () => {
  const secured = (hosts: string, settings: string, spec: string) =>
    plane([tls(hosts, settings), bound(spec).replace('[edge]', '[secure]')].join('\n---\n'))
  const url = 'https://shop.example.com:443/'
  const asked = { url, from, port: 443, transport: 'tls', sni: 'shop.example.com' } as const

  test('the server name chooses the chain', () => {
    const world = secured(
      'shop.example.com',
      'mode: SIMPLE, credentialName: cert',
      `hosts: [shop.example.com], ${orders}`
    )
    expect(served(ask(world, asked))).toBe('served, orders 80')
    expect(ask(world, { ...asked, sni: 'else.example.com' }).outcome).toBe('reset')
    expect(ask(world, { ...asked, transport: 'plaintext' }).outcome).toBe('reset')
  })

  test('PASSTHROUGH forwards bytes by server name', () => {
    const world = secured(
      'shop.example.com',
      'mode: PASSTHROUGH',
      'hosts: [shop.example.com], tls: [{match: [{sniHosts: [shop.example.com]}], route: [{destination: {host: orders, port: {number: 9000}}}]}]'
    )
    expect(ask(world, asked)).toMatchObject({ outcome: 'served', protocol: 'tcp' })
  })

  test('two servers for the same name make Envoy refuse the listener', () => {
    const [, server] = /servers: \[(.*)\]$/s.exec(tls('"*.example.com"', 'mode: SIMPLE')) ?? []
    const twice = tls('"*.example.com"', 'mode: SIMPLE').replace(
      /servers: \[.*\]$/s,
      `servers: [${server}, ${server?.replace('https,', 'again,').replace('"*.', '"shop/*.')}]`
    )
    const outcome = ask(plane(twice), asked)
    expect(outcome).toMatchObject({ outcome: 'config-refused' })
    expect(outcome.reason).toMatch(/\*\.example\.com/)
  })
})

test('httpsRedirect redirects what comes in plaintext', () => {
  const world = plane(`
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: redirecting, namespace: shop}
spec:
  selector: {istio: edge}
  servers:
    - {port: {number: 8080, name: http-8080, protocol: HTTP}, hosts: ["*"], tls: {httpsRedirect: true}}`)
  expect(ask(world, { url: 'http://any.example:8080/', from })).toMatchObject({
    outcome: 'redirect',
    redirect: { status: 301, scheme: 'https' }
  })
})

test('hosts with the same routes share a virtual host, until one needs TLS', () => {
  const world = plane(bound(`hosts: [a.example.com, b.example.com], ${orders}`))
  const hosts = gateway(world).routeConfigs.get('http.80')?.virtualHosts ?? []
  expect(hosts.map(({ domains }) => domains)).toEqual([['a.example.com', 'b.example.com']])
})

test('a flag leaves a gateway the clusters that its VirtualServices name', () => {
  const yaml = bound(`hosts: [a.example.com], ${orders}`)
  const flags = { PILOT_FILTER_GATEWAY_CLUSTER_CONFIG: 'true' }
  const names = (more = {}) => [...gateway(plane(yaml, more)).clusters.keys()]
  expect(names()).toContain('outbound|80||web.shop.svc.cluster.local')
  expect(names({ flags })).toEqual([
    'outbound|80||orders.shop.svc.cluster.local',
    'outbound|9000||orders.shop.svc.cluster.local'
  ])
})

test('a gateway that git does not hold says so', () => {
  const outcome = ask(plane(''), { url: 'http://a.example.com/', from: { gateway: 'shop/none' } })
  expect(outcome.outcome).toBe('unknown')
  expect(outcome.reason).toMatch(/shop\/none/)
})
