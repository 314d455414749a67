import { unknownPort } from '../../../src/analyzers/virtual-service/unknown-port.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownPort, {
  bad: {
    'the port of the pods instead of the port of the Service': `
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
  hosts: [cart]
  http:
    - route:
        - destination:
            host: cart
            port:
              number: 8080
#                     ^^^^ "cart" has no port 8080; it has 80, 9000.
      mirror: {host: cart.shop.svc.cluster.local, port: {number: 81}}
#                                                                ^^ "cart.shop.svc.cluster.local" has no port 81; it has 80, 9000.
`
  },
  good: {
    'ports of the Service': `
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
  hosts: [cart]
  http:
    - route: [{destination: {host: cart, port: {number: 80}}}]
  tcp:
    - route: [{destination: {host: cart, port: {number: 9000}}}]
`,
    'git holds no Service of the namespace: it is taken to exist with the ports that routes name': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route: [{destination: {host: cart, port: {number: 8080}}}]
`
  }
})
