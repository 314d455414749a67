import { ineffectiveMatchPort } from '../../../src/analyzers/virtual-service/ineffective-match-port.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveMatchPort, {
  bad: {
    'the port of the container': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec: {selector: {istio: gateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [edge/public]
  http:
    - match: [{port: 8080}]
#                    ^^^^ No server of the gateway has port 8080; servers have 80.
      route: [{destination: {host: web}}]
`,
    'one of two matches': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec: {selector: {istio: gateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: pay}
spec:
  hosts: [pay.example.com]
  gateways: [edge/public]
  http:
    - match:
        - {port: 80}
        - port: 443
#               ^^^ No server of the gateway has port 443; servers have 80.
          uri: {prefix: /pay}
      route: [{destination: {host: pay}}]
`
  },
  good: {
    'a port of a server, and routes that sidecars use': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec: {selector: {istio: gateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [edge/public]
  http: [{match: [{port: 80}], route: [{destination: {host: web}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [web]
  gateways: [edge/public, mesh]
  http: [{match: [{port: 8080}], route: [{destination: {host: web}}]}]
`,
    'git does not hold the gateway': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [edge/public]
  http: [{match: [{port: 8080}], route: [{destination: {host: web}}]}]
`
  }
})
