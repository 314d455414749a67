import { ineffectiveRootSelector } from '../../../src/analyzers/peer-authentication/ineffective-root-selector.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveRootSelector, {
  bad: {
    'labels in the root namespace': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: cart, namespace: istio-system}
spec:
  selector:
# ^^^^^^^^ This PeerAuthentication holds for nothing: in the root namespace "istio-system" selectors are ignored.
    matchLabels: {app: cart}
  mtls: {mode: STRICT}
`
  },
  good: {
    'for the mesh, and labels in another namespace': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: istio-system}
spec: {mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: cart, namespace: shop}
spec: {selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}}
`
  }
})
