import { ineffectiveWaypoint } from '../../../src/analyzers/workload/ineffective-waypoint.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveWaypoint, {
  bad: {
    'pods with sidecars that name a waypoint': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec:
  template:
    metadata: {labels: {app: cart, istio.io/use-waypoint: waypoint}}
#                                                         ^^^^^^^^ Workload "cart" is not in ambient mode, so that no connection to it passes waypoint "waypoint".
`,
    'pods that leave the mesh, in another namespace': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: bank}
spec:
  template:
    metadata:
      labels:
        sidecar.istio.io/inject: "false"
        istio.io/use-waypoint: waypoint
#                              ^^^^^^^^ Workload "pay" is not in ambient mode, so that no connection to it passes waypoint "waypoint".
`
  },
  good: {
    'pods in ambient mode, and pods without a waypoint': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, istio.io/use-waypoint: waypoint}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: bank}
spec: {template: {metadata: {labels: {sidecar.istio.io/inject: "true", istio.io/use-waypoint: none}}}}
`,
    'a namespace whose labels git does not hold': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, istio.io/use-waypoint: waypoint}}}}
`
  }
})
