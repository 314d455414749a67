import { ineffectiveCredential } from '../../../src/analyzers/destination-rule/ineffective-credential.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveCredential, {
  bad: {
    'for all clients, and for those of one port': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: search, namespace: shop}
spec:
  host: search.example.com
  trafficPolicy:
    tls: {mode: SIMPLE, credentialName: search}
#                                       ^^^^^^ Sidecars ignore credentialName "search" without a workloadSelector and send plaintext.
    portLevelSettings:
      - port: {number: 9200}
        tls:
          mode: MUTUAL
          credentialName: search-client
#                         ^^^^^^^^^^^^^ Sidecars ignore credentialName "search-client" without a workloadSelector and send plaintext.
`
  },
  good: {
    'selected clients, certificates from files, and an egress gateway': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: egress, namespace: edge}
spec:
  hosts: [maps.example.com]
  gateways: [egress]
  http: [{route: [{destination: {host: maps.example.com, port: {number: 443}}}]}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: maps, namespace: edge}
spec:
  host: maps.example.com
  trafficPolicy: {tls: {mode: SIMPLE, credentialName: maps}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: search, namespace: shop}
spec:
  host: search.example.com
  workloadSelector: {matchLabels: {app: cart}}
  trafficPolicy: {tls: {mode: SIMPLE, credentialName: search}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: db, namespace: shop}
spec:
  host: db.example.com
  trafficPolicy: {tls: {mode: SIMPLE, caCertificates: /etc/certs/ca.pem}}
`
  }
})
