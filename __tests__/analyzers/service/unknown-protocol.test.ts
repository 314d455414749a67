import { unknownProtocol } from '../../../src/analyzers/service/unknown-protocol.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownProtocol, {
  bad: {
    'no name, and a name without a protocol': `
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  ports:
    - port: 8080
#           ^^^^ Port 8080 (no name) does not say its protocol, so Istio guesses it for each connection.
---
apiVersion: v1
kind: Service
metadata: {name: pay, namespace: bank}
spec:
  ports: [{name: web, port: 80}, {name: metrics, port: 9090}]
#                ^^^ Port 80 ("web") does not say its protocol, so Istio guesses it for each connection.
#                                       ^^^^^^^ Port 9090 ("metrics") does not say its protocol, so Istio guesses it for each connection.
`
  },
  good: {
    'a name, an appProtocol, a well-known port, UDP, and a Service of the installation': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec:
  ports:
    - {name: http-web, port: 80}
    - {name: web, port: 81, appProtocol: http2}
    - {name: db, port: 3306}
    - {name: dns, port: 53, protocol: UDP}
---
apiVersion: v1
kind: Service
metadata: {name: istiod, namespace: istio-system, labels: {istio: pilot}}
spec:
  ports: [{name: webhook, port: 443}]
`
  }
})
