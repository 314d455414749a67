import { unknownTarget } from '../../../src/analyzers/policy/unknown-target.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownTarget, {
  bad: {
    'a Service that is misspelt, and one of another namespace': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: read, namespace: shop}
spec:
  targetRefs:
    - {kind: Service, name: cart}
    - {kind: Service, name: carts}
#                           ^^^^^ Service "carts" does not exist in namespace "shop", so this policy is attached to nothing there.
  rules: [{}]
---
# A Service of namespace pay is held too.
apiVersion: v1
kind: Service
metadata: {name: pay, namespace: pay}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: login, namespace: pay}
spec:
  targetRef: {group: core, kind: Service, name: cart}
#                                               ^^^^ Service "cart" does not exist in namespace "pay", so this policy is attached to nothing there.
`,
    'a Gateway in a mesh that is all there': `
# complete
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: filter, namespace: shop}
spec:
  url: oci://registry.example.com/filter:1
  targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: edge}]
#                                                                      ^^^^ Gateway "edge" does not exist in namespace "shop", so this policy is attached to nothing there.
`
  },
  good: {
    'what is there, a class, and what may be applied from elsewhere': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: waypoint, namespace: shop}
spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: read, namespace: shop}
spec:
  targetRefs:
    - {kind: Service, name: cart}
    - {group: gateway.networking.k8s.io, kind: Gateway, name: waypoint}
    - {group: networking.istio.io, kind: ServiceEntry, name: mail}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: all, namespace: istio-system}
spec: {targetRefs: [{group: gateway.networking.k8s.io, kind: GatewayClass, name: istio-waypoint}]}
`,
    'a policy with a selector': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: read, namespace: shop}
spec: {selector: {matchLabels: {app: cart}}, rules: [{}]}
`
  }
})
