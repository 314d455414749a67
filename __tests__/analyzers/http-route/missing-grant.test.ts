import { missingGrant } from '../../../src/analyzers/http-route/missing-grant.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingGrant, {
  bad: {
    'a Service of another namespace': `
apiVersion: v1
kind: Service
metadata: {name: pay, namespace: bank}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: shop}
spec:
  rules:
    - backendRefs: [{name: pay, namespace: bank, port: 80}]
#                                          ^^^^ No ReferenceGrant of namespace "bank" lets a HTTPRoute of "shop" refer to Service "pay".
`,
    'a grant for another kind, and one for another Service': `
# complete
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: routes, namespace: bank}
spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}], to: [{group: "", kind: Service, name: pay}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: shop}
spec: {rules: [{backendRefs: [{name: cards, namespace: bank, port: 80}]}]}
#                                                      ^^^^ No ReferenceGrant of namespace "bank" lets a HTTPRoute of "shop" refer to Service "cards".
---
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata: {name: shop, namespace: shop}
spec: {rules: [{backendRefs: [{name: pay, namespace: bank, port: 80}]}]}
#                                                    ^^^^ No ReferenceGrant of namespace "bank" lets a GRPCRoute of "shop" refer to Service "pay".
`
  },
  good: {
    'a grant, and a Service of its own namespace': `
apiVersion: v1
kind: Service
metadata: {name: pay, namespace: bank}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: routes, namespace: bank}
spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}], to: [{group: "", kind: Service}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: shop}
spec: {rules: [{backendRefs: [{name: pay, namespace: bank, port: 80}, {name: web, port: 80}]}]}
`,
    'a Service that git does not hold': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: shop}
spec: {rules: [{backendRefs: [{name: pay, namespace: bank, port: 80}]}]}
`
  }
})
