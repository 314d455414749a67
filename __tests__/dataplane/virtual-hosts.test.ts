import { describe, expect, test } from '@jest/globals'
import { ask, plane, served, sidecar } from './worlds.ts'

const virtualService = (name: string, namespace: string, spec: string) => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}`

const answers = (status: number) => `http: [{directResponse: {status: ${status}}}]`

describe('names of a service', () => {
  const world = plane('')
  test.each([
    ['http://orders/', 'shop'],
    ['http://orders.shop/', 'web'],
    ['http://orders.shop.svc/', 'web'],
    ['http://orders.shop.svc.cluster.local/', 'web'],
    ['http://ORDERS.shop/', 'web'],
    ['http://10.0.0.2/', 'web']
  ])('%s from %s', (url, namespace) => {
    expect(served(ask(world, { url, from: { namespace } }))).toBe('served, orders 80')
  })

  test('the short name is one of its own namespace alone', () => {
    expect(ask(world, { url: 'http://orders/', from: { namespace: 'web' } }).outcome).toBe(
      'passthrough'
    )
  })

  test('a name of nobody goes through, or nowhere', () => {
    expect(ask(world, { url: 'http://nobody.example/' }).outcome).toBe('passthrough')
    const closed = plane('', { meshConfig: { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } } })
    expect(ask(closed, { url: 'http://nobody.example/' })).toMatchObject({ status: 502 })
  })
})

describe('several VirtualServices', () => {
  test('the older one of a host wins, whatever its name', () => {
    const aged = (name: string, year: number, status: number) =>
      virtualService(name, 'shop', `{hosts: [orders], ${answers(status)}}`).replace(
        `name: ${name},`,
        `name: ${name}, creationTimestamp: "${year}-01-01T00:00:00Z",`
      )
    const world = plane([aged('a', 2024, 201), aged('b', 2023, 202)].join('\n---\n'))
    expect(ask(world, { url: 'http://orders/' }).status).toBe(202)
  })

  test('one that names the host goes before a wildcard, and a longer wildcard before a shorter', () => {
    const all = [
      virtualService('all', 'shop', `{hosts: ["*.local"], ${answers(201)}}`),
      virtualService('longer', 'shop', `{hosts: ["*.shop.svc.cluster.local"], ${answers(202)}}`),
      virtualService('exact', 'shop', `{hosts: [orders], ${answers(203)}}`)
    ].join('\n---\n')
    expect(ask(plane(all), { url: 'http://orders/' }).status).toBe(203)
    expect(ask(plane(all), { url: 'http://web/' }).status).toBe(202)
  })

  test('exportTo and gateways decide who has it', () => {
    const own = plane(
      virtualService('own', 'shop', `{hosts: [orders], exportTo: ["."], ${answers(201)}}`)
    )
    const url = 'http://orders.shop/'
    expect(ask(own, { url }).status).toBe(201)
    expect(served(ask(own, { url, from: { namespace: 'web' } }))).toBe('served, orders 80')
    const edge = plane(
      virtualService('edge', 'shop', `{hosts: [orders], gateways: [edge], ${answers(201)}}`)
    )
    expect(served(ask(edge, { url }))).toBe('served, orders 80')
  })
})

describe('a Sidecar', () => {
  const narrow = (hosts: string) => `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec: {egress: [{hosts: [${hosts}]}], outboundTrafficPolicy: {mode: REGISTRY_ONLY}}`

  test('leaves what it lists', () => {
    const world = plane(narrow('"./web.shop.svc.cluster.local"'))
    expect(served(ask(world, { url: 'http://web/' }))).toBe('served, web 80')
    expect(ask(world, { url: 'http://orders/' })).toMatchObject({ status: 502 })
  })

  test('brings the destinations of what it lists', () => {
    const world = plane(
      [
        narrow('"./web.shop.svc.cluster.local"'),
        virtualService(
          'web',
          'shop',
          '{hosts: [web], http: [{route: [{destination: {host: orders}}]}]}'
        )
      ].join('\n---\n')
    )
    expect(served(ask(world, { url: 'http://web/' }))).toBe('served, orders 80')
    const names = [...sidecar(world, 'shop').clusters.keys()]
    expect(names).toContain('outbound|80||orders.shop.svc.cluster.local')
  })
})
