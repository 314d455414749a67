import { duplicateDefault } from '../../../src/analyzers/peer-authentication/duplicate-default.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(duplicateDefault, {
  bad: {
    'two in one namespace': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
#       ^^^^^^^ Namespace "shop" has another PeerAuthentication without a selector, "migration"; only the oldest takes effect.
  namespace: shop
spec: {mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: migration, namespace: shop}
#                ^^^^^^^^^ Namespace "shop" has another PeerAuthentication without a selector, "default"; only the oldest takes effect.
spec: {selector: {}, mtls: {mode: PERMISSIVE}}
`
  },
  good: {
    'one for the namespace, one for a workload, one in another namespace': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec: {mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: cart, namespace: shop}
spec: {selector: {matchLabels: {app: cart}}, mtls: {mode: PERMISSIVE}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: bank}
spec: {mtls: {mode: STRICT}}
`
  }
})
