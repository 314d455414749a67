import { duplicateCertificate } from '../../../src/analyzers/gateway/duplicate-certificate.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(duplicateCertificate, {
  bad: {
    'one Secret for two Gateways of the same pods': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [shop.example.com]
      tls:
        mode: SIMPLE
        credentialName: wildcard
#                       ^^^^^^^^ Certificate "wildcard" is used by Gateway bank/bank as well, for the same gateway pods.
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: bank, namespace: bank}
spec:
  selector: {istio: gateway, tier: public}
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [bank.example.com]
      tls: {mode: SIMPLE, credentialName: wildcard}
`
  },
  good: {
    'one Gateway with two hosts, and a Gateway of other pods': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - {port: {number: 443, name: one, protocol: HTTPS}, hosts: [a.example.com], tls: {mode: SIMPLE, credentialName: wildcard}}
    - {port: {number: 443, name: two, protocol: HTTPS}, hosts: [b.example.com], tls: {mode: SIMPLE, credentialName: wildcard}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: inner, namespace: bank}
spec:
  selector: {istio: inner}
  servers:
    - {port: {number: 443, name: one, protocol: HTTPS}, hosts: [c.example.com], tls: {mode: SIMPLE, credentialName: wildcard}}
`
  }
})
