import { unknownNamespace } from '../../../src/analyzers/reference-grant/unknown-namespace.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownNamespace, {
  bad: {
    'a namespace that is misspelt': `
apiVersion: v1
kind: Namespace
metadata: {name: web}
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: {name: routes, namespace: shop}
spec:
  from:
    - {group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: web}
    - {group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: webb}
#                                                                    ^^^^ Namespace "webb" does not exist.
  to: [{group: "", kind: Service}]
`,
    'two grants in a mesh that is all there': `
# complete
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: routes, namespace: shop}
spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: web}], to: [{group: "", kind: Service}]}
#                                                                            ^^^ Namespace "web" does not exist.
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: certificates, namespace: pki}
spec:
  from: [{group: gateway.networking.k8s.io, kind: Gateway, namespace: edge}]
#                                                                     ^^^^ Namespace "edge" does not exist.
  to: [{group: "", kind: Secret}]
`
  },
  good: {
    'a namespace that is declared, and one in which something stands': `
apiVersion: v1
kind: Namespace
metadata: {name: web}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: edge}
spec: {template: {metadata: {labels: {app: edge}}, spec: {containers: [{name: edge, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: routes, namespace: shop}
spec:
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: web}, {group: gateway.networking.k8s.io, kind: Gateway, namespace: edge}]
  to: [{group: "", kind: Service}]
`,
    'git declares no namespace at all': `
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: routes, namespace: shop}
spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: web}], to: [{group: "", kind: Service}]}
`
  }
})
