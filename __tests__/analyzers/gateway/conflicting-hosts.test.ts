import { conflictingHosts } from '../../../src/analyzers/gateway/conflicting-hosts.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(conflictingHosts, {
  bad: {
    'one host on one port, in two namespaces': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts:
        - shop.example.com
#       ^^^^^^^^^^^^^^^^^^ Port 443 is opened for "shop.example.com" by Gateway bank/copy as well, on the same gateway pods.
        - www.example.com
      tls: {mode: SIMPLE, credentialName: shop}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: copy, namespace: bank}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [shop.example.com]
#            ^^^^^^^^^^^^^^^^^^ Port 443 is opened for "shop.example.com" by Gateway shop/shop as well, on the same gateway pods.
      tls: {mode: SIMPLE, credentialName: copy}
`
  },
  good: {
    'other ports, other addresses, other pods': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - {port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}
    - {port: {number: 81, name: local, protocol: HTTP}, bind: 127.0.0.1, hosts: [shop.example.com]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: other, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - {port: {number: 8080, name: http, protocol: HTTP}, hosts: [shop.example.com]}
    - {port: {number: 81, name: local, protocol: HTTP}, bind: 127.0.0.2, hosts: [shop.example.com]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: inner, namespace: bank}
spec:
  selector: {istio: inner}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
`
  }
})
