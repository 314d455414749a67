import { describe, expect, test } from '@jest/globals'
import { Random } from '../../conformance/generate/random.ts'
import { evaluateRoutes } from '../../src/dataplane/evaluate.ts'
import { lowerRoutes } from '../../src/dataplane/lower/routes.ts'
import type { Request } from '../../src/dataplane/request.ts'
import { decide } from '../../src/decision/decide.ts'
import { plane, sidecar } from './worlds.ts'

const rules = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders]
  http:
    - {name: exact, match: [{uri: {exact: /a}}], directResponse: {status: 201}}
    - {name: folded, match: [{uri: {prefix: /A}, ignoreUriCase: true, method: {exact: POST}}], directResponse: {status: 202}}
    - {name: regex, match: [{uri: {regex: "/b/[0-9]+"}}], directResponse: {status: 203}}
    - {name: header, match: [{headers: {x-user: {prefix: a}}}], directResponse: {status: 204}}
    - {name: without, match: [{withoutHeaders: {x-user: {exact: b}}, queryParams: {q: {}}}], directResponse: {status: 205}}
    - {name: authority, match: [{authority: {exact: ORDERS.shop}}], directResponse: {status: 206}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: wild, namespace: shop}
spec:
  hosts: ["*.example.com"]
  http: [{name: wild, directResponse: {status: 207}}]`

describe('a table and the plain evaluator tell the same', () => {
  const world = plane(rules)
  const view = sidecar(world, 'shop')
  const config = view.routeConfigs.get('80')
  if (config === undefined) throw new Error('port 80 has routes')
  const table = lowerRoutes(config, world.mesh)
  const random = new Random('lower')

  test('on 500 requests', () => {
    const seen = new Set<string>()
    for (let round = 0; round < 500; round++) {
      const authority = random.pick([
        'orders',
        'orders.shop',
        'ORDERS.shop',
        'orders.shop:80',
        'a.example.com',
        'example.com',
        'nobody'
      ])
      const user = random.pick([null, 'a', 'ab', 'b', ''])
      const query = random.pick([null, 'q=', 'q=1', 'r=1'])
      const path = random.pick(['/', '/a', '/A', '/ax', '/b/1', '/b/x'])
      const request: Request = {
        from: { namespace: 'shop' },
        protocol: 'http',
        port: 80,
        authority,
        method: random.pick(['GET', 'POST']),
        path: query === null ? path : `${path}?${query}`,
        headers: user === null ? {} : { 'x-user': user },
        transport: 'plaintext'
      }
      const { trace, outcome } = evaluateRoutes(world.mesh, view, config, request, {
        trace: {},
        steps: [],
        scheme: 'http'
      })
      const { action } = decide(table, {
        host: authority.toLowerCase().replace(/:\d+$/, ''),
        authority,
        path,
        method: request.method,
        scheme: 'http',
        'header:x-user': user,
        'query:q': query?.startsWith('q=') === true ? query.slice(2) : null
      })
      const said =
        action.kind === 'direct-response' ? `direct-response ${action.status}` : action.kind
      seen.add(said)
      const expected =
        outcome === 'direct-response'
          ? `direct-response ${{ exact: 201, folded: 202, regex: 203, header: 204, without: 205, authority: 206, wild: 207 }[trace?.route ?? '']}`
          : outcome
      expect([authority, request.path, request.method, user, said]).toEqual([
        authority,
        request.path,
        request.method,
        user,
        expected
      ])
    }
    expect(seen.size).toBeGreaterThan(7)
  })
})
