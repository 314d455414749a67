import { ineffectiveAnnotation } from '../../../src/analyzers/metadata/ineffective-annotation.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveAnnotation, {
  bad: {
    'an annotation for pods on the Deployment itself, and one for pods on a Namespace': `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
  annotations:
    traffic.sidecar.istio.io/excludeOutboundPorts: "3306"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Annotation "traffic.sidecar.istio.io/excludeOutboundPorts" has no effect on a Deployment: it is read from Pod only.
spec:
  template:
    metadata: {labels: {app: cart}}
---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  annotations: {proxy.istio.io/config: "concurrency: 2"}
#               ^^^^^^^^^^^^^^^^^^^^^ Annotation "proxy.istio.io/config" has no effect on a Namespace: it is read from Pod only.
`
  },
  good: {
    'on the pod template, and one that is for every kind': `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
  annotations: {galley.istio.io/analyze-suppress: IST0118}
spec:
  template:
    metadata:
      labels: {app: cart}
      annotations:
        traffic.sidecar.istio.io/excludeOutboundPorts: "3306"
`
  }
})
