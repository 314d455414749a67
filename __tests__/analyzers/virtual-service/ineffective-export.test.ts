import { ineffectiveExport } from '../../../src/analyzers/virtual-service/ineffective-export.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveExport, {
  bad: {
    'routes that stay in the namespace of the application': `
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
  exportTo: ["."]
# ^^^^^^^^ The gateway pods run in namespace "edge", to which these routes are not exported.
  http: [{route: [{destination: {host: web}}]}]
`,
    'and those that are exported to others': `
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
metadata: {name: pay, namespace: pay}
spec:
  hosts: [pay.example.com]
  gateways: [edge/public]
  http: [{route: [{destination: {host: pay}}]}]
  exportTo:
# ^^^^^^^^ The gateway pods run in namespace "edge", to which these routes are not exported.
    - pay
    - shop
`
  },
  good: {
    'exported to the gateway, to all, or used by sidecars': `
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
  exportTo: [".", edge]
  http: [{route: [{destination: {host: web}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay, namespace: pay}
spec:
  hosts: [pay.example.com]
  gateways: [edge/public]
  exportTo: ["*"]
  http: [{route: [{destination: {host: pay}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: mail, namespace: mail}
spec:
  hosts: [mail]
  gateways: [edge/public, mesh]
  exportTo: ["."]
  http: [{route: [{destination: {host: mail}}]}]
`,
    'git does not hold the gateway pods': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec: {selector: {istio: elsewhere}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [edge/public]
  exportTo: ["."]
  http: [{route: [{destination: {host: web}}]}]
`
  }
})
