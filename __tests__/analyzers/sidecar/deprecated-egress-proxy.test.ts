import { deprecatedEgressProxy } from '../../../src/analyzers/sidecar/deprecated-egress-proxy.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(deprecatedEgressProxy, {
  bad: {
    'an egress proxy for what the mesh does not know': `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec:
  outboundTrafficPolicy:
    mode: ALLOW_ANY
    egressProxy: {host: egress.edge.svc.cluster.local, port: {number: 443}}
#   ^^^^^^^^^^^ Field outboundTrafficPolicy.egressProxy is not supported; route to the egress gateway with a VirtualService.
`
  },
  good: {
    'only a mode': `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}
`
  }
})
