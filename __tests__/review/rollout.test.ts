import { describe, expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const service = `
apiVersion: v1
kind: Service
metadata: {name: ratings, namespace: shop}
spec: {selector: {app: ratings}, ports: [{name: http, port: 9080}]}
`

const rule = (...subsets: readonly string[]) => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ratings, namespace: shop}
spec: {host: ratings, subsets: [${subsets.map(name => `{name: ${name}, labels: {v: x}}`).join(', ')}]}
`

const route = (subset: string, timeout = '1s') => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ratings, namespace: shop}
spec: {hosts: [ratings], http: [{timeout: ${timeout}, route: [{destination: {host: ratings, subset: ${subset}}}]}]}
`

const notes = (base: string, head: string) =>
  (diffOf(service + base, service + head).notes ?? []).filter(note => note.includes('order'))

describe('the order in which a change is applied', () => {
  test('a subset that is used before it exists', () => {
    const report = diffOf(service + rule('a') + route('a'), service + rule('a', 'b') + route('b'))
    const said =
      'order matters: requests to ratings in shop, port 9080 become: ratings b (missing: 503) until the rest is applied, if this comes first: apply VirtualService shop/ratings (mesh.yaml). Safe: apply DestinationRule shop/ratings (mesh.yaml) before it'
    expect(report.notes).toContain(said)
    expect(report.plan.rollout).toEqual([
      'apply DestinationRule shop/ratings (mesh.yaml)',
      'apply VirtualService shop/ratings (mesh.yaml)',
      said
    ])
  })

  test('a subset that goes while base still routes to it', () => {
    expect(notes(rule('a', 'b') + route('b'), rule('a') + route('a'))).toEqual([
      'order matters: requests to ratings in shop, port 9080 become: ratings b (missing: 503) until the rest is applied, if this comes first: apply DestinationRule shop/ratings (mesh.yaml). Safe: apply VirtualService shop/ratings (mesh.yaml) before it'
    ])
  })

  test('a subset that is renamed has no safe order, and it is said although the end behaves as before', () => {
    const report = diffOf(service + rule('a') + route('a'), service + rule('b') + route('b'))
    expect(report.notes?.join()).toContain('no order of whole objects is safe: requests to ratings')
    expect(report.plan.rollout.length).toBeGreaterThan(0)
  })

  test.each([
    ['nothing that a route names moves', rule('a') + route('a'), rule('a') + route('a', '2s')],
    ['the new subset is not routed to', rule('a') + route('a'), rule('a', 'b') + route('a', '2s')]
  ])('does not matter where %s', (_, base, head) => {
    expect(notes(base, head)).toEqual([])
  })

  test('does not matter where nobody was served before', () => {
    const report = diffOf('', service + rule('a') + route('a'))
    expect(report.notes ?? []).toEqual([])
  })

  const gateway = `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: door, namespace: shop}
spec: {selector: {istio: ingressgateway}, servers: [{hosts: ["*.example.com"], port: {number: 80, name: http, protocol: HTTP}}]}
`
  const exposed = (name: string, hosts: string, http: string) => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: shop}
spec: {hosts: [${hosts}], gateways: [door], http: [${http}]}
`
  const to = 'route: [{destination: {host: ratings}}]'
  const leaf = `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: leaf, namespace: shop}
spec: {http: [{${to}}]}
`
  const delegating = exposed('root', 'a.example.com', '{delegate: {name: leaf, namespace: shop}}')

  test('a host that moves to another VirtualService', () => {
    const one = exposed('one', 'a.example.com, b.example.com', `{${to}}`)
    const two =
      exposed('one', 'b.example.com', `{${to}}`) + exposed('two', 'a.example.com', `{${to}}`)
    expect(notes(gateway + one, gateway + two)).toEqual([
      'order matters: requests to a.example.com, b.example.com, port 80 at gateway shop/door (host a.example.com) become: 404 (host not served) until the rest is applied, if this comes first: apply VirtualService shop/one (mesh.yaml). Safe: apply VirtualService shop/two (mesh.yaml) before it'
    ])
  })

  test('a host that moves inside the mesh is served without its route for a while', () => {
    const one = route('a')
    const two = one.replace('name: ratings, namespace', 'name: other, namespace')
    expect(notes(rule('a') + one, rule('a') + two)).toEqual([
      'order matters: requests to ratings in shop, port 9080 become: ratings until the rest is applied, if this comes first: delete VirtualService shop/ratings (mesh.yaml). Safe: apply VirtualService shop/other (mesh.yaml) before it'
    ])
  })

  test('hosts that are exchanged have no safe order', () => {
    const world = (one: string, two: string) =>
      gateway + exposed('one', one, `{${to}}`) + exposed('two', two, `{${to}}`)
    const [said] = notes(
      world('a.example.com', 'b.example.com'),
      world('b.example.com', 'a.example.com')
    )
    expect(said).toContain('no order of whole objects is safe: requests to a.example.com')
  })

  test('a delegate comes before its root, and goes after it', () => {
    const own = exposed('root', 'a.example.com', `{${to}}`)
    const becomes =
      'order matters: requests to a.example.com, port 80 at gateway shop/door become: 404'
    const [coming] = notes(gateway + own, gateway + delegating + leaf)
    expect(coming).toContain(becomes)
    expect(coming).toContain('Safe: apply VirtualService shop/leaf (mesh.yaml) before it')
    const [going] = notes(gateway + delegating + leaf, gateway + own)
    expect(going).toContain(becomes)
    expect(going).toContain('comes first: delete VirtualService shop/leaf (mesh.yaml)')
  })

  test('a subset that moves to another DestinationRule', () => {
    const moved = rule('a').replace('name: ratings, namespace', 'name: other, namespace')
    expect(notes(rule('a') + route('a'), moved + route('a'))).toEqual([
      'order matters: requests to ratings in shop, port 9080 become: ratings a (missing: 503) until the rest is applied, if this comes first: delete DestinationRule shop/ratings (mesh.yaml). Safe: apply DestinationRule shop/other (mesh.yaml) before it'
    ])
  })

  test('an order is found where an object brings a name and takes away one that nothing routes to', () => {
    const report = diffOf(
      service + rule('a', 'unused') + route('a'),
      service + rule('a', 'b') + route('b')
    )
    const steps = [
      'apply DestinationRule shop/ratings (mesh.yaml)',
      'apply VirtualService shop/ratings (mesh.yaml)'
    ]
    expect(report.plan.rollout).toEqual([...steps, expect.stringContaining(`Safe: ${steps[0]}`)])
    expect(report.plan.rollback).toEqual([...steps].reverse())
  })

  test('what is passed through in the end is no hazard on the way', () => {
    const entry = `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: out, namespace: shop}
spec: {hosts: [out.example.com], location: MESH_EXTERNAL, resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}
`
    const plain = route('a').replace(', subset: a', ', port: {number: 9080}')
    const [said = ''] = notes(
      entry +
        plain.replace(
          'host: ratings, port: {number: 9080}',
          'host: out.example.com, port: {number: 80}'
        ),
      plain
    )
    expect(said).toContain('port 9080')
    expect(said).not.toContain('port 80 ')
  })
})
