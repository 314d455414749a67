import { unknownHost } from '../../../src/analyzers/destination-rule/unknown-host.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownHost, {
  bad: {
    'a misspelt name, and a short name that means another namespace': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: carts, namespace: shop}
spec:
  host: carts
#       ^^^^^ No Service or ServiceEntry has the host "carts", so this DestinationRule holds for nothing.
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: bank}
spec: {host: cart}
#            ^^^^ No Service or ServiceEntry has the host "cart", so this DestinationRule holds for nothing.
`
  },
  good: {
    'a Service, a host under a wildcard of a ServiceEntry, a pattern, and a namespace of which git holds no Service': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: bank}
spec: {host: cart.shop.svc.cluster.local}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: partners, namespace: shop}
spec: {hosts: ["*.partners.example.com"], ports: [{number: 443, name: tls, protocol: TLS}], resolution: NONE}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: api, namespace: shop}
spec: {host: api.partners.example.com}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: all, namespace: istio-system}
spec: {host: "*.local"}
`
  }
})
