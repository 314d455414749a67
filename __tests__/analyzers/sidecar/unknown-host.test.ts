import { unknownHost } from '../../../src/analyzers/sidecar/unknown-host.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownHost, {
  bad: {
    'a misspelt host, and a host of another namespace': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80, targetPort: 8080}, {name: tcp-admin, port: 9000}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec:
  egress:
    - hosts:
        - ./carts.shop.svc.cluster.local
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Namespace "shop" has no service "carts.shop.svc.cluster.local" to import.
        - shop/pay.bank.svc.cluster.local
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Namespace "shop" has no service "pay.bank.svc.cluster.local" to import.
`
  },
  good: {
    'a host, patterns, a route, and a namespace of which git holds nothing': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80, targetPort: 8080}, {name: tcp-admin, port: 9000}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: www, namespace: shop}
spec: {hosts: [www.example.com], http: [{route: [{destination: {host: cart, port: {number: 80}}}]}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec:
  egress: [{hosts: ["./cart.shop.svc.cluster.local", "istio-system/*", "*/x.example.com", "./www.example.com", "bank/pay.bank.svc.cluster.local"]}]
`
  }
})
