import { missingAuthentication } from '../../../src/analyzers/virtual-service/missing-authentication.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingAuthentication, {
  bad: {
    'routes by a claim at a gateway that accepts no tokens': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: gateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: cart, namespace: shop}
spec: {jwtRules: [{issuer: https://issuer.example.com}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [edge/public]
  http:
    - match:
        - headers:
            "@request.auth.claims.group": {exact: beta}
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The match on "@request.auth.claims.group" never holds at gateway "edge/public": no RequestAuthentication is for its workload "gateway".
      route: [{destination: {host: cart, subset: beta}}]
    - route: [{destination: {host: cart}}]
`
  },
  good: {
    'a RequestAuthentication for the gateway pods': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: gateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: gateway, namespace: edge}
spec:
  selector: {matchLabels: {istio: gateway}}
  jwtRules: [{issuer: https://issuer.example.com}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [edge/public]
  http:
    - match: [{withoutHeaders: {"@request.auth.claims[group]": {exact: beta}}}]
      route: [{destination: {host: cart}}]
`
  }
})
