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
})
