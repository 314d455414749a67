import { missingPort } from '../../../src/analyzers/virtual-service/missing-port.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingPort, {
  bad: {
    'a destination and a mirror with two ports': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec:
  ports: [{name: http, port: 80, targetPort: 8080}, {name: grpc, port: 9000}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [shop]
  http:
    - route:
        - destination:
            host: cart
#                 ^^^^ Destination "cart" has several ports (80, 9000), so the route has to name one.
      mirrors:
        - destination: {host: cart.shop.svc.cluster.local}
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Destination "cart.shop.svc.cluster.local" has several ports (80, 9000), so the route has to name one.
`
  },
  good: {
    'a port, and a service with one port alone': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec:
  ports: [{name: http, port: 80, targetPort: 8080}, {name: grpc, port: 9000}]
---
apiVersion: v1
kind: Service
metadata: {name: pay, namespace: shop}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [shop]
  http:
    - route:
        - destination: {host: cart, port: {number: 80}}
        - destination: {host: pay}
`
  }
})
