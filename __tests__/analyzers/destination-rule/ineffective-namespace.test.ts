import { ineffectiveNamespace } from '../../../src/analyzers/destination-rule/ineffective-namespace.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveNamespace, {
  bad: {
    'settings of a caller for a service behind a waypoint': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}}
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
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ The waypoint of service "shop/cart" does not read this: it looks in namespace "shop", not in "web".
  trafficPolicy: {loadBalancer: {simple: RANDOM}}
`,
    'two callers': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: web}
spec: {host: cart.shop.svc.cluster.local}
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ The waypoint of service "shop/cart" does not read this: it looks in namespace "shop", not in "web".
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: mail}
spec: {host: cart.shop.svc.cluster.local}
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ The waypoint of service "shop/cart" does not read this: it looks in namespace "shop", not in "mail".
`
  },
  good: {
    'in the namespace of the service, and in the root namespace': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec: {host: cart}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: istio-system}
spec: {host: cart.shop.svc.cluster.local}
`,
    'a service without a waypoint': `
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
spec: {host: cart.shop.svc.cluster.local}
`
  }
})
