import { unknownGateway } from '../../../src/analyzers/virtual-service/unknown-gateway.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownGateway, {
  bad: {
    'names that the Gateways of the namespace do not have, at the top and in a match': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: shop}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways:
    - public
    - pubilc
#     ^^^^^^ Gateway "pubilc" is not defined in namespace "shop".
  http:
    - match:
        - gateways: [./internal]
#                    ^^^^^^^^^^ Gateway "internal" is not defined in namespace "shop".
      route: [{destination: {host: web}}]
`,
    'the Gateway lives in another namespace': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: istio-system}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: own, namespace: shop}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [public]
#            ^^^^^^ Gateway "public" is not defined in namespace "shop".
  http:
    - route: [{destination: {host: web}}]
`
  },
  good: {
    'the full name of a Gateway of another namespace, and the reserved name of all sidecars': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: istio-system}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [istio-system/public, mesh]
  http:
    - route: [{destination: {host: web}}]
`,
    'git holds no Gateway of the namespace at all: they are taken to live in another repository': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [istio-system/public]
  http:
    - route: [{destination: {host: web}}]
`
  }
})
