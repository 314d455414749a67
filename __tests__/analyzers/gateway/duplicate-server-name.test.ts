import { duplicateServerName } from '../../../src/analyzers/gateway/duplicate-server-name.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(duplicateServerName, {
  bad: {
    'one host of two namespaces': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: edge}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 443, name: https-a, protocol: HTTPS}
      hosts: [shop/www.example.com]
#             ^^^^^^^^^^^^^^^^^^^^ Gateway edge/edge opens port 443 for "www.example.com" too, as "pay/www.example.com", so that Envoy refuses the whole port.
      tls: {mode: SIMPLE, credentialName: shop}
    - port: {number: 443, name: https-b, protocol: HTTPS}
      hosts: [pay/www.example.com]
#             ^^^^^^^^^^^^^^^^^^^ Gateway edge/edge opens port 443 for "www.example.com" too, as "shop/www.example.com", so that Envoy refuses the whole port.
      tls: {mode: SIMPLE, credentialName: pay}
`,
    'in two Gateways, with and without a namespace, in other letters': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: one, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [other.example.com, ./www.example.com]
#                                ^^^^^^^^^^^^^^^^^ Gateway pay/two opens port 443 for "www.example.com" too, as "*/WWW.example.com", so that Envoy refuses the whole port.
      tls: {mode: MUTUAL, credentialName: shop}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: two, namespace: pay}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 443, name: tls, protocol: TLS}
      hosts:
        - "*/WWW.example.com"
#         ^^^^^^^^^^^^^^^^^^^ Gateway shop/one opens port 443 for "www.example.com" too, as "./www.example.com", so that Envoy refuses the whole port.
      tls: {mode: SIMPLE, credentialName: pay}
`
  },
  good: {
    'the same host as written, which istiod drops, and other ports, addresses and pods': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: edge}
spec:
  selector: {istio: gateway}
  servers:
    - {port: {number: 443, name: https-a, protocol: HTTPS}, hosts: [shop/www.example.com], tls: {mode: SIMPLE, credentialName: shop}}
    - {port: {number: 443, name: https-b, protocol: HTTPS}, hosts: [shop/www.example.com], tls: {mode: SIMPLE, credentialName: shop}}
    - {port: {number: 8443, name: https-c, protocol: HTTPS}, hosts: [pay/www.example.com], tls: {mode: SIMPLE, credentialName: pay}}
    - {port: {number: 443, name: https-d, protocol: HTTPS}, bind: 192.0.2.1, hosts: [pay/www.example.com], tls: {mode: SIMPLE, credentialName: pay}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: inner, namespace: edge}
spec:
  selector: {istio: inner}
  servers:
    - {port: {number: 443, name: https, protocol: HTTPS}, hosts: [pay/www.example.com], tls: {mode: SIMPLE, credentialName: pay}}
`,
    'connections that pass through, plain HTTP, and the host for everything': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: edge}
spec:
  selector: {istio: gateway}
  servers:
    - {port: {number: 443, name: tls-a, protocol: TLS}, hosts: [shop/www.example.com], tls: {mode: PASSTHROUGH}}
    - {port: {number: 443, name: tls-b, protocol: TLS}, hosts: [pay/www.example.com], tls: {mode: PASSTHROUGH}}
    - {port: {number: 80, name: http-a, protocol: HTTP}, hosts: [shop/www.example.com]}
    - {port: {number: 80, name: http-b, protocol: HTTP}, hosts: [pay/www.example.com]}
    - {port: {number: 8443, name: https-a, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: any}}
    - {port: {number: 8443, name: https-b, protocol: HTTPS}, hosts: [shop/www.example.com], tls: {mode: SIMPLE, credentialName: shop}}
`
  }
})
