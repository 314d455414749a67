import { invalidMethod } from '../../../src/analyzers/authorization-policy/invalid-method.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidMethod, {
  bad: {
    'small letters, and a word that is no method': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  rules:
    - to:
        - operation:
            methods: [get, POST]
#                     ^^^ No request has the method "get"; "GET" is one.
    - to: [{operation: {notMethods: [grpc-call]}}]
#                                    ^^^^^^^^^ No request has the method "grpc-call".
`
  },
  good: {
    'methods, an extension, and a star': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec: {rules: [{to: [{operation: {methods: [GET, PROPFIND, "*"]}}]}]}
`
  }
})
