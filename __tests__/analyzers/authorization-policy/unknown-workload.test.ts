import { unknownWorkload } from '../../../src/analyzers/authorization-policy/unknown-workload.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownWorkload, {
  bad: {
    'a misspelt label, and pods that are not in the mesh': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: carts, namespace: shop}
spec:
  selector:
# ^^^^^^^^ This policy protects nothing: no workload in namespace "shop" carries app=carts and is in the mesh.
    matchLabels: {app: carts}
  rules: [{to: [{operation: {methods: [GET]}}]}]
---
apiVersion: v1
kind: Namespace
metadata: {name: plain, labels: {istio-injection: disabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: old, namespace: plain}
spec: {template: {metadata: {labels: {app: old}}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: all
#       ^^^ This policy protects nothing: namespace "plain" has no workload in the mesh.
  namespace: plain
spec: {}
`,
    'a policy of the root namespace that no pod of the mesh answers to': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: carts, namespace: istio-system}
spec:
  selector: {matchLabels: {app: carts}}
# ^^^^^^^^ This policy protects nothing: no workload in the mesh carries app=carts and is in the mesh.
  action: DENY
  rules: [{from: [{source: {ipBlocks: [10.0.0.0/8]}}]}]
`
  },
  good: {
    'pods that are in the mesh, or may be, a reference, and a namespace of which git holds no workload': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  rules: [{}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: gateway, namespace: shop}
spec:
  targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: shop}]
  rules: [{}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: pay, namespace: bank}
spec:
  selector: {matchLabels: {app: pay}}
  rules: [{}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: all, namespace: istio-system}
spec: {}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: gateways, namespace: istio-system}
spec:
  selector: {matchLabels: {istio: gateway}}
  rules: [{}]
`
  }
})
