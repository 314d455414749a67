import { unknownPort } from '../../../src/analyzers/gateway/unknown-port.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownPort, {
  bad: {
    'a port that the Service of the gateway does not have, and one that it has for UDP': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: v1
kind: Service
metadata: {name: gateway, namespace: edge}
spec:
  selector: {istio: gateway}
  ports: [{name: http, port: 80, targetPort: 8080}, {name: udp, port: 443, protocol: UDP}]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - port:
        number: 8443
#               ^^^^ No Service of the pods with istio=gateway has port 8443.
        name: https
        protocol: HTTPS
      hosts: [shop.example.com]
      tls: {mode: SIMPLE, credentialName: shop}
    - port: {number: 443, name: tls, protocol: TLS}
#                    ^^^ No Service of the pods with istio=gateway has port 443.
      hosts: [tls.example.com]
`
  },
  good: {
    'the port of the Service, its target port, and a gateway whose Service git does not hold': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: v1
kind: Service
metadata: {name: gateway, namespace: edge}
spec:
  selector: {istio: gateway}
  ports: [{name: http, port: 80, targetPort: 8080}, {name: udp, port: 443, protocol: UDP}]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - {port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}
    - {port: {number: 8080, name: http-alt, protocol: HTTP}, hosts: [alt.example.com]}
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
  servers: [{port: {number: 9000, name: http, protocol: HTTP}, hosts: [bank.example.com]}]
`
  }
})
