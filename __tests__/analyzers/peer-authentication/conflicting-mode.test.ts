import { conflictingMode } from '../../../src/analyzers/peer-authentication/conflicting-mode.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(conflictingMode, {
  bad: {
    'workloads that require what their namespace turns off': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec: {mtls: {mode: DISABLE}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  mtls: {mode: STRICT}
#              ^^^^^^ Clients send plaintext to namespace "shop", whose mode is DISABLE, and these workloads refuse it.
`,
    'where the mesh turns it off': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: istio-system}
spec: {mtls: {mode: DISABLE}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: pay, namespace: bank}
spec: {selector: {matchLabels: {app: pay}}, mtls: {mode: STRICT}}
#                                                        ^^^^^^ Clients send plaintext to namespace "bank", whose mode is DISABLE, and these workloads refuse it.
`
  },
  good: {
    'a namespace that takes both, or requires it': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec: {mtls: {mode: PERMISSIVE}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: cart, namespace: shop}
spec: {selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}}
`,
    'one port without, in a namespace that requires it': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec: {mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: cart, namespace: shop}
spec: {selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: DISABLE}}}
`
  }
})
