import { insecureServerCertificate } from '../../../src/analyzers/destination-rule/insecure-server-certificate.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(insecureServerCertificate, {
  bad: {
    'for all ports, and for one': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: db, namespace: shop}
spec:
  host: db.example.com
  trafficPolicy:
    tls: {mode: SIMPLE}
#               ^^^^^^ TLS mode SIMPLE names no caCertificates, so the server is checked against the authorities of the operating system.
    portLevelSettings:
      - port: {number: 3307}
        tls:
          mode: MUTUAL
#               ^^^^^^ TLS mode MUTUAL names no caCertificates, so the server is checked against the authorities of the operating system.
          clientCertificate: /etc/certs/cert.pem
          privateKey: /etc/certs/key.pem
`,
    'before 1.21 nothing is verified': `
# istio: 1.20
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: db, namespace: shop}
spec:
  host: db.example.com
  trafficPolicy: {tls: {mode: SIMPLE, credentialName: db}}
#                             ^^^^^^ TLS mode SIMPLE names no caCertificates, so the certificate of the server is not verified.
`
  },
  good: {
    'authorities, mutual TLS of the mesh, and a Secret for selected clients': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: db, namespace: shop}
spec:
  host: db.example.com
  trafficPolicy: {tls: {mode: SIMPLE, caCertificates: system}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: egress, namespace: shop}
spec:
  host: search.example.com
  workloadSelector: {matchLabels: {app: cart}}
  trafficPolicy: {tls: {mode: SIMPLE, credentialName: search}}
`
  }
})
