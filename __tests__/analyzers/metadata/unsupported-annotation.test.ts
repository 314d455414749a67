import { unsupportedAnnotation } from '../../../src/analyzers/metadata/unsupported-annotation.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unsupportedAnnotation, {
  bad: {
    'alpha annotations on a Service and on a Pod': `
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
  annotations: {networking.istio.io/exportTo: "."}
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Annotation "networking.istio.io/exportTo" is alpha: it may change with any minor.
spec:
  ports: [{name: http, port: 80}]
---
apiVersion: v1
kind: Pod
metadata:
  name: cart
  namespace: shop
  annotations:
    sidecar.istio.io/interceptionMode: TPROXY
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Annotation "sidecar.istio.io/interceptionMode" is alpha: it may change with any minor.
    traffic.sidecar.istio.io/excludeOutboundPorts: "3306"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Annotation "traffic.sidecar.istio.io/excludeOutboundPorts" is alpha: it may change with any minor.
spec:
  containers: [{name: cart}]
  initContainers: [{name: istio-init}]
`
  },
  good: {
    'beta, and what the injector sets itself where the CNI plugin is used': `
apiVersion: v1
kind: Pod
metadata:
  name: cart
  namespace: shop
  annotations:
    proxy.istio.io/config: "concurrency: 2"
    sidecar.istio.io/interceptionMode: REDIRECT
spec:
  containers: [{name: cart}]
  initContainers: [{name: istio-validation}]
`
  }
})
