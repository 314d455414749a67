import { unreachableRule } from '../../../src/analyzers/authorization-policy/unreachable-rule.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unreachableRule, {
  bad: {
    'conditions that exclude each other, and a path without its slash': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  rules:
    - from: [{source: {principals: [cluster.local/ns/web/sa/web], namespaces: [shop]}}]
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No request is matched by this rule at all: what it asks for can never hold together.
    - to: [{operation: {paths: [cart]}}]
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No request is matched by this rule at all: what it asks for can never hold together.
    - to: [{operation: {methods: [GET], paths: [/cart]}}]
`,
    'a rule that two others cover together, and one that a later one covers': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: pay, namespace: bank}
spec:
  action: DENY
  rules:
    - {to: [{operation: {methods: [GET], paths: ["/pay/*"]}}]}
    - {to: [{operation: {notMethods: [GET], paths: ["/pay/*"]}}]}
    - {to: [{operation: {paths: [/pay/card]}}]}
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No request is matched by this rule that others of this policy do not match.
    - {to: [{operation: {hosts: [a.example.com], ports: ["8080"]}}]}
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No request is matched by this rule that others of this policy do not match.
    - {to: [{operation: {hosts: ["*.example.com", "a.example.com"]}}]}
`
  },
  good: {
    'rules that overlap, and each matches something of its own': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  rules:
    - from: [{source: {namespaces: [web]}}]
    - to: [{operation: {methods: [GET]}}]
    - {from: [{source: {namespaces: [shop]}}], when: [{key: "request.headers[x-beta]", values: ["1"]}]}
`,
    'the same in another policy, and what depends on other filters': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: one, namespace: shop}
spec: {rules: [{from: [{source: {namespaces: [web]}}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: two, namespace: shop}
spec: {rules: [{from: [{source: {namespaces: [web]}}]}, {when: [{key: "experimental.envoy.filters.http.lua[x]", values: ["1"]}]}]}
`
  }
})
