import { overlappingWebhooks } from '../../../src/analyzers/mutating-webhook-configuration/overlapping-webhooks.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(overlappingWebhooks, {
  bad: {
    'two revisions that both take the label of the default one': `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector}
webhooks:
  - name: namespace.sidecar-injector.istio.io
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Webhook "namespace.sidecar-injector.istio.io" takes the same pods as istio-sidecar-injector-canary/namespace.sidecar-injector.istio.io.
    namespaceSelector: {matchLabels: {istio-injection: enabled}}
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector-canary, labels: {istio.io/rev: canary}}
webhooks:
  - name: namespace.sidecar-injector.istio.io
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Webhook "namespace.sidecar-injector.istio.io" takes the same pods as istio-sidecar-injector/namespace.sidecar-injector.istio.io.
    namespaceSelector:
      matchExpressions: [{key: istio-injection, operator: In, values: [enabled]}]
`
  },
  good: {
    'selectors that exclude each other, and a webhook of somebody else': `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector}
webhooks:
  - name: namespace.sidecar-injector.istio.io
    namespaceSelector: {matchLabels: {istio-injection: enabled}}
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector-canary, labels: {istio.io/rev: canary}}
webhooks:
  - name: rev.namespace.sidecar-injector.istio.io
    namespaceSelector:
      matchExpressions:
        - {key: istio.io/rev, operator: In, values: [canary]}
        - {key: istio-injection, operator: DoesNotExist}
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: linkerd}
webhooks: [{name: linkerd.example.com}]
`
  }
})
