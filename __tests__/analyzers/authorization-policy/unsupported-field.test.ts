import { unsupportedField } from '../../../src/analyzers/authorization-policy/unsupported-field.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unsupportedField, {
  bad: {
    'conditions on a request': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: db, namespace: data}
spec: {template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: v1
kind: Service
metadata: {name: db, namespace: data}
spec: {selector: {app: db}, ports: [{name: tcp-db, port: 5432, targetPort: 8080}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: db, namespace: data}
spec:
  action: DENY
  rules:
    - when: [{key: "request.headers[x-user]", values: [root]}]
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^ Port 8080 of "db" carries TCP, which has no request.headers[x-user]: there this rule denies every connection.
`,
    'methods on a TCP port, in an ALLOW and in a DENY': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80, targetPort: 8080}, {name: tcp-admin, port: 9000}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: read, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  rules:
    - to:
        - operation:
            methods: [GET]
#           ^^^^^^^ Port 9000 of "cart" carries TCP, which has no methods: there this rule lets nobody in, and others are denied.
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: no-admin, namespace: shop}
spec:
  action: DENY
  rules: [{to: [{operation: {paths: ["/admin*"]}}]}]
#                            ^^^^^ Port 9000 of "cart" carries TCP, which has no paths: there this rule denies every connection.
`
  },
  good: {
    'limited to the port that speaks HTTP, and fields that connections have too': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80, targetPort: 8080}, {name: tcp-admin, port: 9000}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: read, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  rules:
    - to: [{operation: {methods: [GET], ports: ["8080"]}}]
    - from: [{source: {requestPrincipals: ["*"]}}]
      to: [{operation: {ports: ["8080"]}}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: web, namespace: shop}
spec: {rules: [{from: [{source: {namespaces: [shop]}}]}]}
`
  }
})
