import { missingWaypoint } from '../../../src/analyzers/virtual-service/missing-waypoint.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingWaypoint, {
  bad: {
    'routes for a service without a waypoint': `
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
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
#         ^^^^ Callers in ambient mode are not routed by this: service "shop/cart" uses no waypoint.
  http: [{timeout: 2s, route: [{destination: {host: cart}}]}]
`,
    'routes of a caller, for two services that opt out': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop, labels: {istio.io/use-waypoint: none}}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: pay, namespace: shop, labels: {istio.io/use-waypoint: none}}
spec: {selector: {app: pay}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: web}
spec:
  hosts:
    - cart.shop.svc.cluster.local
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Callers in ambient mode are not routed by this: service "shop/cart" uses no waypoint.
    - pay.shop.svc.cluster.local
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^ Callers in ambient mode are not routed by this: service "shop/pay" uses no waypoint.
  gateways: [mesh, edge]
  http: [{fault: {abort: {httpStatus: 500, percentage: {value: 1}}}, route: [{destination: {host: cart.shop.svc.cluster.local}}]}]
`
  },
  good: {
    'a waypoint of the Service or of its namespace': `
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
metadata: {name: cart, namespace: shop}
spec: {hosts: [cart], http: [{route: [{destination: {host: cart}}]}]}
`,
    'routes of a gateway, TCP alone, and a namespace with sidecars': `
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
metadata: {name: edge, namespace: shop}
spec: {hosts: [cart], gateways: [edge], http: [{route: [{destination: {host: cart}}]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: tcp, namespace: shop}
spec: {hosts: [cart], tcp: [{route: [{destination: {host: cart}}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: news, namespace: web}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: news, namespace: web}
spec: {hosts: [news], http: [{route: [{destination: {host: news}}]}]}
`
  }
})
