import { unknownWorkload } from '../../../src/analyzers/gateway/unknown-workload.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownWorkload, {
  bad: {
    'a label with another value than the gateway pods have': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: ingressgateway}
#           ^^^^^^^^^^^^^^^^^^^^^^^ No workload carries istio=ingressgateway, so nobody opens the ports of this Gateway.
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
`,
    'a mesh without a gateway': `
# complete
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector:
    istio: ingressgateway
#   ^^^^^^^^^^^^^^^^^^^^^ No workload carries istio=ingressgateway, so nobody opens the ports of this Gateway.
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
`
  },
  good: {
    'gateway pods of another namespace': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
`,
    'git holds no gateway pods: they come with the installation': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
`
  }
})
