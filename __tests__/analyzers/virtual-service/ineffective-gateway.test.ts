import { ineffectiveGateway } from '../../../src/analyzers/virtual-service/ineffective-gateway.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveGateway, {
  bad: {
    'a host that the Gateway does not serve, and one that it serves for another namespace': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: gateway}
  servers:
    - {port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com, bank/pay.example.com]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [www.example.com]
  gateways:
    - edge/public
#     ^^^^^^^^^^^ Gateway "edge/public" serves none of the hosts "www.example.com" for namespace "shop".
  http: [{route: [{destination: {host: cart}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay, namespace: shop}
spec:
  hosts: [pay.example.com]
  gateways: [mesh, edge/public]
#                  ^^^^^^^^^^^ Gateway "edge/public" serves none of the hosts "pay.example.com" for namespace "shop".
  http: [{route: [{destination: {host: pay}}]}]
`
  },
  good: {
    'an equal host, a host under a wildcard, the namespace itself, and a Gateway of the Gateway API': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: gateway}
  servers:
    - {port: {number: 80, name: http, protocol: HTTP}, hosts: ["*.example.com", "./edge.example.org", "*/any.example.org"]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: new, namespace: edge}
spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [edge/public, edge/new]
  http: [{route: [{destination: {host: cart}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: any, namespace: shop}
spec:
  hosts: [any.example.org]
  gateways: [edge/public]
  http: [{route: [{destination: {host: cart}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: own, namespace: edge}
spec:
  hosts: [edge.example.org]
  gateways: [public]
  http: [{route: [{destination: {host: cart.shop.svc.cluster.local}}]}]
`
  }
})
