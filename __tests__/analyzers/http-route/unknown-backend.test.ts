import { unknownBackend } from '../../../src/analyzers/http-route/unknown-backend.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownBackend, {
  bad: {
    'a misspelt Service, and the port of the pods': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80, targetPort: 8080}, {name: tcp-admin, port: 9000}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: cart, namespace: shop}
spec:
  parentRefs: [{name: public, namespace: edge}]
  rules:
    - backendRefs:
        - {name: carts, port: 80}
#                ^^^^^ Service "carts" of namespace "shop" does not exist.
        - name: cart
          port: 8080
#               ^^^^ Service "cart" of namespace "shop" has no port 8080; it has 80, 9000.
`
  },
  good: {
    'a port of the Service, another kind, and a namespace of which git holds no Service': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80, targetPort: 8080}, {name: tcp-admin, port: 9000}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: cart, namespace: shop}
spec:
  parentRefs: [{name: public, namespace: edge}]
  rules:
    - backendRefs:
        - {name: cart, port: 80}
        - {group: networking.istio.io, kind: Hostname, name: www.example.com, port: 443}
        - {name: pay, namespace: bank, port: 80}
`
  }
})
