import { overlappingSelectors } from '../../../src/analyzers/peer-authentication/overlapping-selectors.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(overlappingSelectors, {
  bad: {
    'by different labels of one pod': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: by-app, namespace: shop}
spec:
  selector:
    matchLabels: {app: cart}
#                ^^^^^^^^^^^ Workload "cart" is selected by "by-version" as well; only the oldest of them takes effect.
  mtls: {mode: STRICT}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: by-version, namespace: shop}
spec: {selector: {matchLabels: {version: v1}}, mtls: {mode: PERMISSIVE}}
#                              ^^^^^^^^^^^^^ Workload "cart" is selected by "by-app" as well; only the oldest of them takes effect.
`
  },
  good: {
    'one for the pod and one for another': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: cart, namespace: shop}
spec: {selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: pay, namespace: shop}
spec: {selector: {matchLabels: {app: pay}}, mtls: {mode: PERMISSIVE}}
`
  }
})
