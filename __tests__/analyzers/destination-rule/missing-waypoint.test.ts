import { missingWaypoint } from '../../../src/analyzers/destination-rule/missing-waypoint.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingWaypoint, {
  bad: {
    'outlier detection for a service without a waypoint': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  trafficPolicy:
    outlierDetection: {consecutive5xxErrors: 3}
#   ^^^^^^^^^^^^^^^^ Callers in ambient mode do not use outlierDetection: service "shop/cart" has no waypoint.
`,
    'hashing by a header in a subset, of a rule of another namespace': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: web}
spec:
  host: cart.shop.svc.cluster.local
  subsets:
    - name: v1
      labels: {version: v1}
      trafficPolicy:
        loadBalancer: {consistentHash: {httpHeaderName: x-user}}
#       ^^^^^^^^^^^^ Callers in ambient mode do not use loadBalancer.consistentHash: service "shop/cart" has no waypoint.
`
  },
  good: {
    'a waypoint, and settings that are not about HTTP': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop, labels: {istio.io/use-waypoint: waypoint}}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: pay, namespace: shop}
spec: {selector: {app: pay}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec: {host: cart, trafficPolicy: {outlierDetection: {consecutive5xxErrors: 3}}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pay, namespace: shop}
spec: {host: pay, subsets: [{name: v1, labels: {version: v1}}]}
`,
    'a namespace with sidecars': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec: {host: cart, trafficPolicy: {connectionPool: {http: {maxRetries: 1}}}}
`
  }
})
