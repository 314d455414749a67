import { missingTargetRef } from '../../../src/analyzers/policy/missing-target-ref.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingTargetRef, {
  bad: {
    'an ALLOW by method for pods that ztunnel serves, and a token for the whole namespace': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: read, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
# ^^^^^^^^ Nothing in ambient mode enforces what this AuthorizationPolicy says about HTTP: it has no targetRefs.
  rules: [{to: [{operation: {methods: [GET]}}]}]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata:
  name: login
#       ^^^^^ Nothing in ambient mode enforces what this RequestAuthentication says about HTTP: it has no targetRefs.
  namespace: shop
spec: {jwtRules: [{issuer: https://login.example.com}]}
`,
    'tracing, a plugin, and a condition on a header': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: traces, namespace: shop}
#                ^^^^^^ Nothing in ambient mode enforces what this Telemetry says about HTTP: it has no targetRefs.
spec: {tracing: [{randomSamplingPercentage: 5}]}
---
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: filter, namespace: shop}
#                ^^^^^^ Nothing in ambient mode enforces what this WasmPlugin says about HTTP: it has no targetRefs.
spec: {url: "oci://registry.example.com/filter:1"}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: beta, namespace: shop}
#                ^^^^ Nothing in ambient mode enforces what this AuthorizationPolicy says about HTTP: it has no targetRefs.
spec: {action: DENY, rules: [{when: [{key: "request.headers[x-beta]", values: ["1"]}]}]}
`
  },
  good: {
    'attached to a Service, or about connections alone': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: read, namespace: shop}
spec:
  targetRefs: [{group: "", kind: Service, name: cart}]
  rules: [{to: [{operation: {methods: [GET]}}]}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: callers, namespace: shop}
spec: {rules: [{from: [{source: {namespaces: [web]}}], to: [{operation: {ports: ["8080"]}}]}]}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: metrics, namespace: shop}
spec: {metrics: [{providers: [{name: prometheus}]}]}
`,
    'a gateway that stands in an ambient namespace, and a namespace with sidecars': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: shop}
spec: {template: {metadata: {labels: {app: edge}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: edge, namespace: shop}
spec: {selector: {matchLabels: {app: edge}}, rules: [{to: [{operation: {hosts: [shop.example.com]}}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: read, namespace: web}
spec: {rules: [{to: [{operation: {methods: [GET]}}]}]}
`
  }
})
