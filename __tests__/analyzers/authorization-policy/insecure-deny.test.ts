import { insecureDeny } from '../../../src/analyzers/authorization-policy/insecure-deny.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(insecureDeny, {
  bad: {
    'a namespace that is denied where plaintext is taken': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec: {mtls: {mode: PERMISSIVE}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: test, namespace: shop}
spec:
  action: DENY
  rules:
    - from: [{source: {namespaces: [test]}}]
#                      ^^^^^^^^^^ Callers in plaintext are not denied by namespaces: PeerAuthentication shop/default lets "cart" take plaintext.
    - when: [{key: source.principal, values: ["*/sa/test"]}]
#                                    ^^^^^^ Callers in plaintext are not denied by source.principal: PeerAuthentication shop/default lets "cart" take plaintext.
`,
    'by the default of the mesh, and for one port alone': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: bank}
spec: {template: {metadata: {labels: {app: pay}}, spec: {containers: [{name: pay, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: pay, namespace: bank}
spec: {selector: {matchLabels: {app: pay}}, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: PERMISSIVE}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: test, namespace: bank}
spec: {action: DENY, selector: {matchLabels: {app: pay}}, rules: [{from: [{source: {serviceAccounts: [test/test]}}]}]}
#                                                                                   ^^^^^^^^^^^^^^^ Callers in plaintext are not denied by serviceAccounts: PeerAuthentication bank/pay lets "pay" take plaintext.
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: test, namespace: shop}
spec: {action: DENY, rules: [{from: [{source: {principals: [cluster.local/ns/test/sa/test]}}]}]}
#                                              ^^^^^^^^^^ Callers in plaintext are not denied by principals: the default, PERMISSIVE, lets "cart" take plaintext.
`
  },
  good: {
    'mutual TLS is required, or whoever has no name is denied too': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: bank}
spec: {template: {metadata: {labels: {app: pay}}, spec: {containers: [{name: pay, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: bank}
spec: {mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: test, namespace: bank}
spec: {action: DENY, rules: [{from: [{source: {namespaces: [test]}}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: strangers, namespace: shop}
spec: {action: DENY, rules: [{from: [{source: {notNamespaces: [shop]}}]}]}
`,
    'an ALLOW by name falls closed': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: web, namespace: shop}
spec: {rules: [{from: [{source: {namespaces: [web]}}]}]}
`
  }
})
