import { ineffectiveSubsetRouting } from '../../../src/analyzers/virtual-service/ineffective-subset-routing.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveSubsetRouting, {
  bad: {
    'shares of a canary that the gateway does not see': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route:
        - {destination: {host: cart, subset: v1}, weight: 90}
        - {destination: {host: cart, subset: v2}, weight: 10}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: edge, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [edge/public]
  http:
    - route:
        - destination:
            host: cart.shop.svc.cluster.local
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Requests of this gateway route reach every subset of "cart.shop.svc.cluster.local": the subsets that VirtualService shop/cart chooses hold inside the mesh only.
`
  },
  good: {
    'subsets in the gateway route itself, and a host of another namespace with the same short name': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route:
        - {destination: {host: cart, subset: v1}, weight: 90}
        - {destination: {host: cart, subset: v2}, weight: 10}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: edge, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [edge/public]
  http: [{route: [{destination: {host: cart, subset: v1}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: edge, namespace: bank}
spec:
  hosts: [bank.example.com]
  gateways: [edge/public]
  http: [{route: [{destination: {host: cart}}]}]
`
  }
})
