import { ineffectiveSelector } from '../../../src/analyzers/policy/ineffective-selector.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveSelector, {
  bad: {
    'a policy and a token rule by the label of the Gateway': `
apiVersion: v1
kind: Pod
metadata: {name: shop-gateway, namespace: edge, labels: {gateway.networking.k8s.io/gateway-name: shop, app: gateway}}
spec: {containers: [{name: istio-proxy, image: proxyv2}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: shop, namespace: edge}
spec:
  selector:
# ^^^^^^^^ This policy selects pods of Gateway "shop" by labels; they are reached by targetRefs.
    matchLabels: {gateway.networking.k8s.io/gateway-name: shop}
  rules: [{}]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: shop, namespace: edge}
spec:
  selector: {matchLabels: {app: gateway}}
# ^^^^^^^^ This policy selects pods of Gateway "shop" by labels; they are reached by targetRefs.
  jwtRules: [{issuer: https://issuer.example.com}]
`
  },
  good: {
    'by reference, and in another namespace': `
apiVersion: v1
kind: Pod
metadata: {name: shop-gateway, namespace: edge, labels: {gateway.networking.k8s.io/gateway-name: shop, app: gateway}}
spec: {containers: [{name: istio-proxy, image: proxyv2}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: shop, namespace: edge}
spec:
  targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: shop}]
  rules: [{}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: gateway, namespace: shop}
spec:
  selector: {matchLabels: {app: gateway}}
  rules: [{}]
`
  }
})
