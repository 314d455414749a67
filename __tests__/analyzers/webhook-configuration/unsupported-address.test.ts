import { unsupportedAddress } from '../../../src/analyzers/webhook-configuration/unsupported-address.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unsupportedAddress, {
  bad: {
    'addresses of both families': `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector-external}
webhooks:
  - name: one.istio.io
    clientConfig:
      url: https://203.0.113.7:15017/inject
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Webhook "one.istio.io" is asked at the address of https://203.0.113.7:15017/inject; a host name is meant there.
  - name: two.istio.io
    clientConfig: {url: "https://[2001:db8::7]/inject"}
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Webhook "two.istio.io" is asked at the address of https://[2001:db8::7]/inject; a host name is meant there.
`
  },
  good: {
    'a name': `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: istiod-default-validator}
webhooks: [{name: one.istio.io, clientConfig: {url: "https://istiod.example.com/validate"}}]
`
  }
})
