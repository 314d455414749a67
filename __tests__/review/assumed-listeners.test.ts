import { expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const routed = (port: number) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: partners, namespace: shop}
spec:
  hosts: [a.example.com, b.example.com]
  tls:
  - match: [{port: ${port}, sniHosts: [a.example.com]}]
    route: [{destination: {host: a.example.com}}]
  - match: [{port: ${port}, sniHosts: [a.example.com]}]
    route: [{destination: {host: b.example.com}}]
`

test('two assumed services that want one place of a listener are no defect', () => {
  const report = diffOf(routed(2443), routed(2444))
  expect(report.verdict.outcome).not.toBe('error')
})
