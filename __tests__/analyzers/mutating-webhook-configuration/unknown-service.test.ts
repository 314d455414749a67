import { unknownService } from '../../../src/analyzers/mutating-webhook-configuration/unknown-service.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownService, {
  bad: {
    'what is left of a revision that is gone': `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector-old}
webhooks:
  - name: rev.namespace.sidecar-injector.istio.io
    clientConfig:
      service:
        name: istiod-old
#             ^^^^^^^^^^ Webhook "rev.namespace.sidecar-injector.istio.io" asks Service "istiod-old" of namespace "istio-system", which does not exist.
        namespace: istio-system
---
apiVersion: v1
kind: Service
metadata: {name: istiod, namespace: istio-system}
spec: {ports: [{name: https-webhook, port: 443}]}
`
  },
  good: {
    'a Service that git holds, and an installation from elsewhere': `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector}
webhooks:
  - name: one.istio.io
    clientConfig: {service: {name: istiod, namespace: istio-system}}
  - name: two.istio.io
    clientConfig: {service: {name: istiod, namespace: istio-canary}}
---
apiVersion: v1
kind: Service
metadata: {name: istiod, namespace: istio-system}
spec: {ports: [{name: https-webhook, port: 443}]}
`
  }
})
