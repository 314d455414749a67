import { unreachableAllow } from '../../../src/analyzers/authorization-policy/unreachable-allow.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unreachableAllow, {
  bad: {
    'an empty rule in a DENY of the namespace, and in one of the mesh': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: nobody, namespace: shop}
spec: {action: DENY, rules: [{}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  rules:
# ^^^^^ Nobody is let in by this policy: AuthorizationPolicy shop/nobody denies such requests first.
    - from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: closed, namespace: istio-system}
spec: {selector: {matchLabels: {app: pay}}, action: DENY, rules: [{}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: pay, namespace: bank}
spec: {selector: {matchLabels: {app: pay}}, rules: [{to: [{operation: {methods: [GET]}}]}]}
#                                           ^^^^^ Nobody is let in by this policy: AuthorizationPolicy istio-system/closed denies such requests first.
`,
    'two denials that take all of one rule together': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: writes, namespace: shop}
spec: {action: DENY, rules: [{to: [{operation: {notMethods: [GET]}}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: admin, namespace: shop}
spec: {action: DENY, rules: [{to: [{operation: {paths: ["/admin*"]}}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: web, namespace: shop}
spec:
  rules:
    - to: [{operation: {methods: [GET], paths: [/cart]}}]
    - to: [{operation: {paths: [/admin/keys]}}, {operation: {methods: [POST]}}]
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nobody is let in by this rule: AuthorizationPolicy shop/admin denies such requests first.
`
  },
  good: {
    'other workloads, a DENY with conditions, a dry run, and an ALLOW that allows nothing by itself': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: pay-only, namespace: shop}
spec: {selector: {matchLabels: {app: pay}}, action: DENY, rules: [{}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: writes, namespace: shop}
spec: {action: DENY, rules: [{to: [{operation: {methods: [DELETE]}}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: trial, namespace: shop, annotations: {istio.io/dry-run: "true"}}
spec: {action: DENY, rules: [{}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec: {selector: {matchLabels: {app: cart}}, rules: [{}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: none, namespace: shop}
spec: {}
`,
    'a DENY by name leaves those in that have none': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: test, namespace: shop}
spec: {action: DENY, rules: [{from: [{source: {principals: ["*"]}}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: all, namespace: shop}
spec: {rules: [{to: [{operation: {methods: [GET]}}]}]}
`
  }
})
