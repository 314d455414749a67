import { unknownGateway } from '../../../src/analyzers/http-route/unknown-gateway.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownGateway, {
  bad: {
    'a misspelt name, a listener and a port that the Gateway does not have': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: cart, namespace: shop}
spec:
  parentRefs:
    - name: pubilc
#           ^^^^^^ Gateway "pubilc" of namespace "edge" does not exist.
      namespace: edge
    - {name: public, namespace: edge, sectionName: https}
#                                                  ^^^^^ Gateway "public" of namespace "edge" has no listener "https".
    - {name: public, namespace: edge, port: 443}
#                                           ^^^ Gateway "public" of namespace "edge" has no listener on port 443.
  rules: [{backendRefs: [{name: cart, port: 80}]}]
`
  },
  good: {
    'a Gateway with its listener, a Service as parent, and a namespace whose Gateways git does not hold': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: cart, namespace: shop}
spec:
  parentRefs:
    - {name: public, namespace: edge, sectionName: http, port: 80}
    - {group: "", kind: Service, name: cart}
    - {name: elsewhere, namespace: infra}
  rules: [{backendRefs: [{name: cart, port: 80}]}]
`
  }
})
