import { missingHostPort } from '../../../src/analyzers/authorization-policy/missing-host-port.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingHostPort, {
  bad: {
    'a host that is not denied with its port': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: edge, namespace: edge}
spec:
  action: DENY
  rules:
    - to:
        - operation:
            hosts: [admin.example.com, "*.internal.example.com"]
#                   ^^^^^^^^^^^^^^^^^ Requests for "admin.example.com" are denied, and those that write a port behind it, such as :443, are not.
#                                      ^^^^^^^^^^^^^^^^^^^^^^^^ Requests for "*.internal.example.com" are denied, and those that write a port behind it, such as :443, are not.
            paths: [/admin*]
`
  },
  good: {
    'with the port beside it, and hosts that are allowed': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: edge, namespace: edge}
spec:
  action: DENY
  rules: [{to: [{operation: {hosts: [admin.example.com, "admin.example.com:*", "old.example.com*"]}}]}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: allow, namespace: edge}
spec:
  rules: [{to: [{operation: {hosts: [shop.example.com]}}]}]
`
  }
})
