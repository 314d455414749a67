import { conflictingHosts } from '../../../src/analyzers/virtual-service/conflicting-hosts.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(conflictingHosts, {
  bad: {
    'a short name and a full name of one Service, in two namespaces': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts:
    - cart
#     ^^^^ Host "cart.shop.svc.cluster.local" is claimed for sidecars by VirtualService checkout/cart-retries as well; only the oldest of them takes effect.
  http: [{route: [{destination: {host: cart}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart-retries, namespace: checkout}
spec:
  hosts: [orders, cart.shop.svc.cluster.local]
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Host "cart.shop.svc.cluster.local" is claimed for sidecars by VirtualService shop/cart as well; only the oldest of them takes effect.
  gateways: [mesh, istio-system/public]
  http: [{route: [{destination: {host: cart.shop.svc.cluster.local}}]}]
`,
    'a host that is private to a namespace and a public wildcard over it': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: one, namespace: shop}
spec:
  exportTo: ["."]
  hosts: [api.example.com]
#         ^^^^^^^^^^^^^^^ Host "api.example.com" is claimed for sidecars by VirtualService ops/all as well; only the oldest of them takes effect.
  http: [{route: [{destination: {host: web}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: all, namespace: ops}
spec:
  hosts: ["*.example.com"]
#         ^^^^^^^^^^^^^^^ Host "*.example.com" is claimed for sidecars by VirtualService shop/one as well; only the oldest of them takes effect.
  http: [{route: [{destination: {host: web}}]}]
`
  },
  good: {
    'one is for a gateway alone, the others are private to different namespaces': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart-public, namespace: shop}
spec:
  hosts: [cart.shop.svc.cluster.local]
  gateways: [istio-system/public]
  http: [{route: [{destination: {host: cart}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  exportTo: ["."]
  hosts: [cart, cart.shop.svc.cluster.local]
  http: [{route: [{destination: {host: cart}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: checkout}
spec:
  exportTo: [checkout]
  hosts: [cart.shop.svc.cluster.local]
  http: [{route: [{destination: {host: cart.shop.svc.cluster.local}}]}]
`,
    'a public wildcard and a public host under it: the more specific one wins': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: all, namespace: shop}
spec:
  hosts: ["*.example.com"]
  http: [{route: [{destination: {host: web}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: api, namespace: shop}
spec:
  hosts: [api.example.com]
  http: [{route: [{destination: {host: api}}]}]
`
  }
})
