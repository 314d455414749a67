import { ineffectiveNamespace } from '../../../src/analyzers/virtual-service/ineffective-namespace.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveNamespace, {
  bad: {
    'routes of a caller for a service behind a waypoint': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: web}
spec:
  hosts: [cart.shop.svc.cluster.local]
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ The waypoint of service "shop/cart" does not read this: it looks in namespace "shop", not in "web".
  http: [{timeout: 2s, route: [{destination: {host: cart.shop.svc.cluster.local}}]}]
`,
    'two hosts, one of them of its own namespace': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: pay, namespace: shop}
spec: {selector: {app: pay}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: news, namespace: web}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: all, namespace: web}
spec:
  hosts:
    - news
    - pay.shop.svc.cluster.local
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^ The waypoint of service "shop/pay" does not read this: it looks in namespace "shop", not in "web".
  http: [{route: [{destination: {host: news}}]}]
`
  },
  good: {
    'in the namespace of the service, or in that of the waypoint': `
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: shared, istio.io/use-waypoint-namespace: edge}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec: {hosts: [cart], http: [{route: [{destination: {host: cart}}]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: edge}
spec: {hosts: [cart.shop.svc.cluster.local], http: [{route: [{destination: {host: cart.shop.svc.cluster.local}}]}]}
`,
    'a service without a waypoint': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: web}
spec: {hosts: [cart.shop.svc.cluster.local], http: [{route: [{destination: {host: cart.shop.svc.cluster.local}}]}]}
`
  }
})
