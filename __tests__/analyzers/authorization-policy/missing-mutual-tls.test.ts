import { missingMutualTls } from '../../../src/analyzers/authorization-policy/missing-mutual-tls.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingMutualTls, {
  bad: {
    'callers by name where the namespace turns mutual TLS off': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec: {mtls: {mode: DISABLE}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  rules:
    - from: [{source: {principals: [cluster.local/ns/web/sa/web]}}]
#                      ^^^^^^^^^^ No caller of "cart" has a name to compare with principals: PeerAuthentication shop/default turns mutual TLS off.
    - when: [{key: source.namespace, values: [web]}]
#                  ^^^^^^^^^^^^^^^^ No caller of "cart" has a name to compare with source.namespace: PeerAuthentication shop/default turns mutual TLS off.
`,
    'a DENY of the root namespace, for a workload that turns it off': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: bank}
spec: {template: {metadata: {labels: {app: pay}}, spec: {containers: [{name: pay, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: pay, namespace: bank}
spec: {selector: {matchLabels: {app: pay}}, mtls: {mode: DISABLE}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: strangers, namespace: istio-system}
spec:
  action: DENY
  rules: [{from: [{source: {namespaces: [test]}}]}]
#                           ^^^^^^^^^^ No caller of "pay" has a name to compare with namespaces: PeerAuthentication bank/pay turns mutual TLS off.
`
  },
  good: {
    'PERMISSIVE and STRICT, and addresses where mutual TLS is off': `
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
spec: {mtls: {mode: DISABLE}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec: {rules: [{from: [{source: {principals: [cluster.local/ns/web/sa/web]}}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: pay, namespace: bank}
spec: {rules: [{from: [{source: {ipBlocks: [10.0.0.0/8]}}]}]}
`,
    'one port alone is without': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: cart, namespace: shop}
spec: {selector: {matchLabels: {app: cart}}, mtls: {mode: DISABLE}, portLevelMtls: {8080: {mode: STRICT}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec: {rules: [{from: [{source: {principals: [cluster.local/ns/web/sa/web]}}]}]}
`
  }
})
