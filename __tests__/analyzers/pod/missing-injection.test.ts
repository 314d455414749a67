import { missingInjection } from '../../../src/analyzers/pod/missing-injection.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingInjection, {
  bad: {
    'a gateway whose namespace no webhook selects, and a Pod that ran past the webhook': `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector}
webhooks:
  - name: namespace.sidecar-injector.istio.io
    namespaceSelector: {matchLabels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: edge}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec:
  template:
    metadata: {labels: {istio: gateway}}
    spec:
      containers:
        - name: istio-proxy
          image: auto
#                ^^^^ Deployment "gateway" has the image "auto" in its istio-proxy container, and no injection webhook selects its pods.
---
apiVersion: v1
kind: Pod
metadata: {name: gateway-1, namespace: edge}
spec:
  containers: [{name: istio-proxy, image: auto}]
#                                         ^^^^ Pod "gateway-1" has the image "auto" in its istio-proxy container, and no webhook has replaced it.
status: {phase: Pending}
`
  },
  good: {
    'a webhook takes it, and git holds no webhook at all': `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector}
webhooks:
  - name: object.sidecar-injector.istio.io
    objectSelector: {matchExpressions: [{key: sidecar.istio.io/inject, operator: In, values: ["true"]}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec:
  template:
    metadata: {labels: {istio: gateway, sidecar.istio.io/inject: "true"}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
`
  }
})
