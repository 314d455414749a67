import { describe, expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

/** Places that a change reaches although its own object does not name them. */
describe('what a change reaches beside what it names', () => {
  const mesh = (port: number) => `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {clusterIP: 10.96.1.1, selector: {app: cart}, ports: [{name: http2, port: ${port}, targetPort: 9080}]}
---
apiVersion: v1
kind: Pod
metadata: {name: cart, namespace: shop, labels: {app: cart}}
spec: {containers: [{name: app, image: app}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec:
  egress: [{port: {number: 9080, protocol: TCP, name: tcp}, hosts: ['./*']}]
`

  test('a port of a Service that a Sidecar takes as bytes', () => {
    const { effects } = diffOf(mesh(9080), mesh(7777))
    const lost = effects.filter(({ kind }) => kind === 'traffic-lost')
    expect(lost.map(({ subject, region }) => [subject.port, region])).toContainEqual([
      9080,
      'every connection'
    ])
  })

  const routes = (timeout: string, code: number) => `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {clusterIP: 10.96.1.2, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: other, namespace: shop}
spec: {hosts: [other.example.com], http: [{redirect: {uri: /, redirectCode: ${code}}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec: {hosts: [web], http: [{timeout: ${timeout}, route: [{destination: {host: web}}]}]}
`

  test('nothing, while Envoy refuses the routes for those of another host', () => {
    const { effects, unknown } = diffOf(routes('5s', 304), routes('7s', 304))
    expect(effects).toEqual([])
    expect(unknown.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('redirect code 304')
    )
  })

  test('its routes, where Envoy takes those of the other host', () => {
    const { effects } = diffOf(routes('5s', 302), routes('7s', 302))
    expect(effects.map(({ kind }) => kind)).toEqual(['settings-changed'])
  })

  const gateway = (timeout: string, headers: string) => `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {clusterIP: 10.96.1.2, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: gateway, namespace: shop}
spec:
  selector: {istio: gateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*.example.com']}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: wide, namespace: shop}
spec:
  hosts: ['*.example.com', www.example.com]
  gateways: [gateway]
  http:
    - match: [{uri: {prefix: /a}, authority: {exact: www.example.com}}]
      route: [{destination: {host: web}}]
    - {timeout: ${timeout}, route: [{destination: {host: web}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: narrow, namespace: shop}
spec:
  hosts: [api.example.com]
  gateways: [gateway]
  http:
    - match: [{headers: {${headers}}}]
      route: [{destination: {host: web}}]
    - fault: {abort: {httpStatus: 418, percentage: {value: 100}}}
      route: [{destination: {host: web}}]
`
  const regions = (base: string, head: string) =>
    diffOf(base, head).effects.map(({ subject, region }) => [subject.name, region])

  const other = ['x: {exact: "1"}', '":authority": {prefix: api}'] as const
  const plain = (text: string) => text.replace(', authority: {exact: www.example.com}', '')

  test.each(other)('hosts in the same words, whatever a route beside them asks for: %s', other => {
    expect(regions(plain(gateway('5s', other)), plain(gateway('7s', other)))).toEqual([
      ['*.example.com, www.example.com', 'any path except /a, hosts under .example.com']
    ])
  })

  test.each(other)('hosts in the same words where wildcards are compared too: %s', other => {
    const wide = gateway('7s', other).replace('hosts: [api', 'hosts: [v2.api.example.com, api')
    expect(regions(gateway('5s', other), wide)).toContainEqual([
      '*.example.com, www.example.com',
      'hosts under .example.com except host v2.api.example.com or host api.example.com or Host header www.example.com; or any path except /a, Host header www.example.com'
    ])
  })
})
