import { missingOutboundMode } from '../../../src/analyzers/sidecar/missing-outbound-mode.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingOutboundMode, {
  bad: {
    'an empty policy': `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec:
  outboundTrafficPolicy: {}
# ^^^^^^^^^^^^^^^^^^^^^ Field outboundTrafficPolicy has no mode, which means REGISTRY_ONLY; the mesh configuration says ALLOW_ANY.
`,
    'a proxy for the rest and no mode, and an empty mode': `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: web}
spec: {egress: [{hosts: ["./*"]}], outboundTrafficPolicy: {egressProxy: {host: proxy.web.svc.cluster.local, port: {number: 80}}}}
#                                  ^^^^^^^^^^^^^^^^^^^^^ Field outboundTrafficPolicy has no mode, which means REGISTRY_ONLY; the mesh configuration says ALLOW_ANY.
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: mail, namespace: mail}
spec: {workloadSelector: {labels: {app: mail}}, outboundTrafficPolicy: {mode: ""}}
#                                               ^^^^^^^^^^^^^^^^^^^^^ Field outboundTrafficPolicy has no mode, which means REGISTRY_ONLY; the mesh configuration says ALLOW_ANY.
`
  },
  good: {
    'a mode, or the default of the mesh': `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: web}
spec: {egress: [{hosts: ["./*"]}]}
`,
    'unknown traffic is let through': `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec:
  outboundTrafficPolicy:
    mode: ALLOW_ANY
`
  }
})
