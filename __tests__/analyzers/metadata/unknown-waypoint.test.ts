import { unknownWaypoint } from '../../../src/analyzers/metadata/unknown-waypoint.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownWaypoint, {
  bad: {
    'a name that is misspelt, on a Service and on pods': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: waypoint, namespace: shop}
spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop, labels: {istio.io/use-waypoint: waypiont}}
#                                                                       ^^^^^^^^ Waypoint "waypiont" of namespace "shop" does not exist.
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec:
  template:
    metadata: {labels: {istio.io/use-waypoint: way}}
#                                              ^^^ Waypoint "way" of namespace "shop" does not exist.
`,
    'a waypoint that is looked for in the wrong namespace, and a Gateway that is none': `
# complete
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: waypoint, namespace: shop}
spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: web, labels: {istio.io/use-waypoint: waypoint}}
#                                                     ^^^^^^^^ Waypoint "waypoint" of namespace "web" does not exist.
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: web}
spec: {gatewayClassName: istio}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: mail, namespace: web, labels: {istio.io/use-waypoint: edge}}
#                                                                      ^^^^ Waypoint "edge" of namespace "web" is a Gateway of class "istio", no waypoint.
spec: {hosts: [mail.example.com]}
`
  },
  good: {
    'a waypoint beside it and one of another namespace': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: waypoint, namespace: shop}
spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop, labels: {istio.io/use-waypoint: waypoint}}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: web, labels: {istio.io/use-waypoint: waypoint, istio.io/use-waypoint-namespace: shop}}
`,
    'no waypoint, and a namespace whose Gateways git does not hold': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: waypoint, namespace: shop}
spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop, labels: {istio.io/use-waypoint: none}}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: web, labels: {istio.io/use-waypoint: shared, istio.io/use-waypoint-namespace: edge}}
`
  }
})
