import { conflictingProtocols } from '../../../src/analyzers/deployment/conflicting-protocols.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(conflictingProtocols, {
  bad: {
    'TCP and UDP on one number': `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: dns
#       ^^^ Port 53 of this Deployment belongs to Services with different transports: dns-tcp, dns-udp.
  namespace: shop
spec:
  template:
    metadata: {labels: {app: dns, sidecar.istio.io/inject: "true"}}
---
apiVersion: v1
kind: Service
metadata: {name: dns-tcp, namespace: shop}
spec: {selector: {app: dns}, ports: [{name: tcp, port: 53}]}
---
apiVersion: v1
kind: Service
metadata: {name: dns-udp, namespace: shop}
spec: {selector: {app: dns}, ports: [{name: dns, port: 53, protocol: UDP}]}
`
  },
  good: {
    'not in the mesh, and Services of another namespace': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: dns, namespace: shop}
spec:
  template:
    metadata: {labels: {app: dns, sidecar.istio.io/inject: "false"}}
---
apiVersion: v1
kind: Service
metadata: {name: dns-tcp, namespace: shop}
spec: {selector: {app: dns}, ports: [{name: tcp, port: 53}]}
---
apiVersion: v1
kind: Service
metadata: {name: dns-udp, namespace: shop}
spec: {selector: {app: dns}, ports: [{name: dns, port: 53, protocol: UDP}]}
`
  }
})
