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
})
