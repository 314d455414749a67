import { unknownSubset } from '../../../src/analyzers/virtual-service/unknown-subset.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownSubset, {
  bad: {
    'a subset that the DestinationRule of the host does not have': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  subsets:
    - name: v1
      labels: {version: v1}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route:
        - destination: {host: cart, subset: v1}
          weight: 90
        - destination: {host: cart, subset: v2}
#                                           ^^ Subset "v2" of host "cart.shop.svc.cluster.local" is defined by no DestinationRule.
          weight: 10
    - route:
        - destination:
            host: cart.shop.svc.cluster.local
            subset: canary
#                   ^^^^^^ Subset "canary" of host "cart.shop.svc.cluster.local" is defined by no DestinationRule.
`,
    'a DestinationRule of the same name in another namespace is for another host': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: staging}
spec:
  host: cart
  subsets: [{name: v2, labels: {version: v2}}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: orders, namespace: shop}
spec:
  host: orders
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route: [{destination: {host: cart, subset: v2}}]
#                                                ^^ Subset "v2" of host "cart.shop.svc.cluster.local" is defined by no DestinationRule.
`
  },
  good: {
    'the subset is defined, by name or under a wildcard': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  subsets: [{name: v1, labels: {version: v1}}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: all, namespace: shop}
spec:
  host: "*.shop.svc.cluster.local"
  subsets: [{name: blue, labels: {color: blue}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route:
        - destination: {host: cart, subset: v1}
          weight: 1
        - destination: {host: orders, subset: blue}
          weight: 1
`,
    'git holds no DestinationRule of the namespace at all: it is taken to exist': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route: [{destination: {host: cart, subset: v2}}]
`
  }
})
