import { ineffectivePath } from '../../../src/analyzers/authorization-policy/ineffective-path.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectivePath, {
  bad: {
    'a star for one segment': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  action: DENY
  rules:
    - to:
        - operation:
            paths: [/carts/*/admin, /carts]
#                   ^^^^^^^^^^^^^^ Path "/carts/*/admin" matches only a path with that very star in it.
            notPaths: ["/a*/b*"]
#                      ^^^^^^^^ Path "/a*/b*" matches only a path with that very star in it.
`
  },
  good: {
    'at an end, and as a template': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  action: DENY
  rules: [{to: [{operation: {paths: ["/carts/{*}/admin", "/carts/*", "*/admin", "*"]}}]}]
`
  }
})
