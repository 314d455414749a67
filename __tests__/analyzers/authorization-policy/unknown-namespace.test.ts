import { unknownNamespace } from '../../../src/analyzers/authorization-policy/unknown-namespace.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownNamespace, {
  bad: {
    'callers of a namespace that is misspelt, in another list a pattern that matches nothing': `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: Namespace
metadata: {name: bank}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  rules:
    - from:
        - source:
            namespaces:
              - bnak
#               ^^^^ No namespace of the mesh matches "bnak".
    - from:
        - source: {notNamespaces: ["test-*", shop]}
#                                  ^^^^^^^^ No namespace of the mesh matches "test-*".
`
  },
  good: {
    'names, patterns, and a namespace that other objects are in': `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: pay, namespace: bank}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  rules:
    - from:
        - source: {namespaces: [shop, "ba*", "*nk", "*", bank]}
`,
    'git declares no Namespace: they are made elsewhere': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  rules:
    - from:
        - source: {namespaces: [bank]}
`
  }
})
