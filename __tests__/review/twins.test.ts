import { describe, expect, test } from '@jest/globals'
import { analysisOf } from '../support/reviewed.ts'

function codesOf(yaml: string): Record<string, readonly string[]> {
  const { remaining } = analysisOf(yaml, { istio: { minor: '1.24', why: 'the test' } }).findings
  return Object.fromEntries(remaining.map(({ id, sources }) => [id, sources]))
}

describe('what the webhook and an analyzer both say', () => {
  test('is said once, with the codes of both: a TCP port without an address', () => {
    expect(
      codesOf(`
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: db, namespace: shop}
spec:
  hosts: [db.example.com]
  ports: [{number: 5432, name: postgres, protocol: TCP}]
  resolution: DNS
`)
    ).toEqual({ 'service-entry/missing-tcp-address': ['IST0133', 'IST0134'] })
  })

  test('is said once: a route that nothing reaches', () => {
    expect(
      codesOf(`
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route: [{destination: {host: cart}}]
    - match: [{uri: {prefix: /beta}}]
      route: [{destination: {host: cart, subset: beta}}]
`)
    ).toEqual({ 'virtual-service/unreachable-route': ['IST0130'] })
  })
})
