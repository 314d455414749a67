import { invalidAddress } from '../../../src/analyzers/webhook-configuration/invalid-address.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidAddress, {
  bad: {
    'nothing to ask, and a url that is none': `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector-external}
webhooks:
  - name: rev.namespace.sidecar-injector.istio.io
    clientConfig:
#   ^^^^^^^^^^^^ Webhook "rev.namespace.sidecar-injector.istio.io" has neither a service nor a url.
      caBundle: ""
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: istio-validator-external}
webhooks:
  - name: rev.validation.istio.io
    clientConfig:
      url: https://istiod.example.com:port/validate
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Webhook "rev.validation.istio.io" has a url that cannot be read, "https://istiod.example.com:port/validate".
`
  },
  good: {
    'a Service, a url, and a webhook of somebody else': `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector}
webhooks:
  - name: one.istio.io
    clientConfig: {service: {name: istiod, namespace: istio-system, path: /inject}}
  - name: two.istio.io
    clientConfig: {url: "https://istiod.example.com:15017/inject"}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: kyverno}
webhooks: [{name: validate.kyverno.svc, clientConfig: {}}]
`
  }
})
