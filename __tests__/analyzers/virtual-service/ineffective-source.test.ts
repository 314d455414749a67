import { ineffectiveSource } from '../../../src/analyzers/virtual-service/ineffective-source.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveSource, {
  bad: {
    'labels of a client at a gateway': `
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
    - match: [{sourceLabels: {app: mobile}}]
#              ^^^^^^^^^^^^ No pod of the gateway carries app=mobile: this match is dropped there.
      route: [{destination: {host: beta}}]
    - route: [{destination: {host: web}}]
`,
    'in a TCP rule, which names the gateway too': `
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
metadata: {name: db, namespace: data}
spec:
  hosts: ["*"]
  gateways: [edge/public]
  tcp:
    - match:
        - port: 80
          gateways: [edge/public]
          sourceLabels: {app: batch}
#         ^^^^^^^^^^^^ No pod of the gateway carries app=batch: this match is dropped there.
      route: [{destination: {host: db}}]
`
  },
  good: {
    'labels of the gateway, and routes that sidecars use': `
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
  http: [{match: [{sourceLabels: {istio: gateway}}], route: [{destination: {host: web}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [web]
  http: [{match: [{sourceLabels: {app: mobile}}], route: [{destination: {host: web}}]}]
`,
    'git does not hold the gateway': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [edge/public]
  http: [{match: [{sourceLabels: {app: mobile}}], route: [{destination: {host: web}}]}]
`
  }
})
