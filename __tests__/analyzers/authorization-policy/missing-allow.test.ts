import { missingAllow } from '../../../src/analyzers/authorization-policy/missing-allow.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingAllow, {
  bad: {
    'a policy for a whole namespace, and one for one workload': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: nobody, namespace: shop}
#                ^^^^^^ This policy has no rules: all workloads of this namespace deny every request that no other ALLOW policy names.
spec: {}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  rules: []
# ^^^^^ This policy has no rules: what it selects denies every request that no other ALLOW policy names.
`,
    'a policy for the mesh': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: default-deny, namespace: istio-system}
#                ^^^^^^^^^^^^ This policy has no rules: all workloads of the mesh deny every request that no other ALLOW policy names.
spec: {action: ALLOW}
`
  },
  good: {
    'a rule for everything, and other actions': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: everybody, namespace: shop}
spec: {rules: [{}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: log, namespace: shop}
spec: {action: AUDIT}
`,
    'a rule for some': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: web, namespace: shop}
spec: {rules: [{from: [{source: {namespaces: [web]}}]}]}
`
  }
})
