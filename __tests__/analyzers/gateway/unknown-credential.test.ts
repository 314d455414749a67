import { unknownCredential } from '../../../src/analyzers/gateway/unknown-credential.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownCredential, {
  bad: {
    'a Secret beside the Gateway, which is not where the pods run': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: v1
kind: Secret
metadata: {name: shop, namespace: edge}
type: kubernetes.io/tls
---
apiVersion: v1
kind: Secret
metadata: {name: pay, namespace: bank}
type: kubernetes.io/tls
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: pay, namespace: bank}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [pay.example.com]
      tls:
        mode: SIMPLE
        credentialName: pay
#                       ^^^ Namespace "edge", where the gateway pods run, holds no Secret "pay".
`
  },
  good: {
    'a Secret where the pods run, and a namespace whose Secrets git does not hold': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: v1
kind: Secret
metadata: {name: shop, namespace: edge}
type: kubernetes.io/tls
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - {port: {number: 443, name: https, protocol: HTTPS}, hosts: [shop.example.com], tls: {mode: SIMPLE, credentialName: shop}}
---
apiVersion: v1
kind: Pod
metadata: {name: inner, namespace: bank, labels: {istio: inner}}
spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: inner, namespace: bank}
spec:
  selector: {istio: inner}
  servers:
    - {port: {number: 443, name: https, protocol: HTTPS}, hosts: [bank.example.com], tls: {mode: SIMPLE, credentialName: bank}}
`
  }
})
