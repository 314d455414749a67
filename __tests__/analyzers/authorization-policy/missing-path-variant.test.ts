import { missingPathVariant } from '../../../src/analyzers/authorization-policy/missing-path-variant.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingPathVariant, {
  bad: {
    'one path, and one beside others': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: admin, namespace: shop}
spec:
  action: DENY
  rules:
    - to: [{operation: {paths: [/admin]}}]
#                               ^^^^^^ Path "/admin" is denied, and "/admin/" is not.
    - to: [{operation: {methods: [POST], paths: [/metrics/, /debug]}}]
#                                                           ^^^^^^ Path "/debug" is denied, and "/debug/" is not.
`,
    'in another namespace': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: keys, namespace: pay}
spec: {action: DENY, rules: [{to: [{operation: {paths: ["/keys/*", /keys, /secret]}}]}]}
#                                                                         ^^^^^^^ Path "/secret" is denied, and "/secret/" is not.
`
  },
  good: {
    'what stands beneath is denied too, and a file': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: admin, namespace: shop}
spec: {action: DENY, rules: [{to: [{operation: {paths: [/admin, "/admin/*", "/debug*", "*/internal/", /robots.txt]}}]}]}
`,
    'an ALLOW, and everything but one path': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: web, namespace: shop}
spec: {rules: [{to: [{operation: {paths: [/cart]}}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: rest, namespace: shop}
spec: {action: DENY, rules: [{to: [{operation: {notPaths: [/health]}}]}]}
`
  }
})
