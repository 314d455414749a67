import { duplicateDestination } from '../../../src/analyzers/virtual-service/duplicate-destination.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(duplicateDestination, {
  bad: {
    'both shares to one subset': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route:
        - destination: {host: cart, subset: v1}
          weight: 90
        - destination: {host: cart.shop.svc.cluster.local, subset: v1}
#         ^^^^^^^^^^^ Destination "cart.shop.svc.cluster.local" subset "v1" stands in this route twice.
          weight: 10
`
  },
  good: {
    'two subsets, two ports, and the same destination in two rules': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - match: [{uri: {prefix: /a}}]
      route:
        - {destination: {host: cart, subset: v1}, weight: 90}
        - {destination: {host: cart, subset: v2}, weight: 10}
    - route:
        - {destination: {host: cart, port: {number: 80}}, weight: 90}
        - {destination: {host: cart, port: {number: 81}}, weight: 10}
`
  }
})
