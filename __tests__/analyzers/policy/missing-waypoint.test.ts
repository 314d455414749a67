import { missingWaypoint } from '../../../src/analyzers/policy/missing-waypoint.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingWaypoint, {
  bad: {
    'a Service without a waypoint, and a whole namespace without one': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: read, namespace: shop}
spec:
  targetRefs:
    - {group: "", kind: Service, name: cart}
#                                      ^^^^ What this AuthorizationPolicy says about HTTP is enforced nowhere: Service "cart" uses no waypoint.
  rules: [{to: [{operation: {methods: [GET]}}]}]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: login, namespace: shop}
#                ^^^^^ What this RequestAuthentication says about HTTP is enforced nowhere: namespace "shop" uses no waypoint.
spec: {jwtRules: [{issuer: https://login.example.com}]}
`,
    'a Service that opts out of the waypoint of its namespace': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop, labels: {istio.io/use-waypoint: none}}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: filter, namespace: shop}
spec:
  targetRef: {kind: Service, name: cart}
#                                  ^^^^ What this WasmPlugin says about HTTP is enforced nowhere: Service "cart" uses no waypoint.
  url: oci://registry.example.com/filter:1
`
  },
  good: {
    'the waypoint of the Service, of the namespace, or the waypoint itself': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop, labels: {istio.io/use-waypoint: waypoint}}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: waypoint, namespace: shop}
spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: read, namespace: shop}
spec:
  targetRefs: [{kind: Service, name: cart}, {group: gateway.networking.k8s.io, kind: Gateway, name: waypoint}]
  rules: [{to: [{operation: {methods: [GET]}}]}]
`,
    'a Service that git does not hold': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: read, namespace: shop}
spec:
  targetRefs: [{kind: Service, name: elsewhere}]
  rules: [{to: [{operation: {methods: [GET]}}]}]
`
  }
})
