import { conflictingHosts } from '../../../src/analyzers/kubernetes-gateway/conflicting-hosts.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(conflictingHosts, {
  bad: {
    'two Gateways on the address of one Service': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: shop, namespace: edge}
spec:
  gatewayClassName: istio
  addresses: [{type: Hostname, value: ingress.edge.svc.cluster.local}]
  listeners:
    - {name: https, port: 443, protocol: HTTPS, hostname: shop.example.com, tls: {certificateRefs: [{name: shop}]}}
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Port 443 of address "ingress.edge.svc.cluster.local" is opened for "shop.example.com" by Gateway bank/pay as well.
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: pay, namespace: bank}
spec:
  gatewayClassName: istio
  addresses: [{type: Hostname, value: ingress.edge.svc.cluster.local}]
  listeners:
    - {name: http, port: 80, protocol: HTTP}
    - {name: https, port: 443, protocol: HTTPS, hostname: SHOP.example.com, tls: {certificateRefs: [{name: pay}]}}
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Port 443 of address "ingress.edge.svc.cluster.local" is opened for "shop.example.com" by Gateway edge/shop as well.
`,
    'listeners for every host, by the short name of the Service': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: one, namespace: edge}
spec: {gatewayClassName: istio, addresses: [{type: Hostname, value: ingress}], listeners: [{name: http, port: 80, protocol: HTTP}]}
#                                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Port 80 of address "ingress.edge" is opened for "*" by Gateway edge/two as well.
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: two, namespace: edge}
spec: {gatewayClassName: istio, addresses: [{type: Hostname, value: ingress}], listeners: [{name: web, port: 80, protocol: HTTP}]}
#                                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Port 80 of address "ingress.edge" is opened for "*" by Gateway edge/one as well.
`
  },
  good: {
    'each with pods of its own, or with hosts of its own': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: inner, namespace: edge}
spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP, hostname: shop.example.com}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: outer, namespace: edge}
spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP, hostname: shop.example.com}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: shared, namespace: edge}
spec: {gatewayClassName: istio, addresses: [{value: 192.0.2.1}], listeners: [{name: http, port: 80, protocol: HTTP, hostname: a.example.com}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: other, namespace: edge}
spec: {gatewayClassName: istio, addresses: [{value: 192.0.2.1}], listeners: [{name: http, port: 80, protocol: HTTP, hostname: b.example.com}]}
`,
    'the short name of a Service in two namespaces': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: one, namespace: edge}
spec: {gatewayClassName: istio, addresses: [{type: Hostname, value: ingress}], listeners: [{name: http, port: 80, protocol: HTTP}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: one, namespace: other}
spec: {gatewayClassName: istio, addresses: [{type: Hostname, value: ingress}], listeners: [{name: http, port: 80, protocol: HTTP}]}
`
  }
})
