import { overlappingSelectors } from '../../../src/analyzers/sidecar/overlapping-selectors.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(overlappingSelectors, {
  bad: {
    'by different labels of one pod': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: by-app, namespace: shop}
spec:
  workloadSelector:
    labels:
      app: cart
#     ^^^^^^^^^ Workload "cart" is selected by "by-version" as well; only the oldest of them takes effect.
  egress: [{hosts: ["./*"]}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: by-version, namespace: shop}
spec:
  workloadSelector: {labels: {version: v1}}
#                            ^^^^^^^^^^^^^ Workload "cart" is selected by "by-app" as well; only the oldest of them takes effect.
  egress: [{hosts: ["*/*"]}]
`
  },
  good: {
    'one for the pod, one for the namespace, one of another namespace': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: cart, namespace: shop}
spec:
  workloadSelector: {labels: {app: cart}}
  egress: [{hosts: ["./*"]}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec: {egress: [{hosts: ["*/*"]}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: cart, namespace: bank}
spec:
  workloadSelector: {labels: {app: cart}}
  egress: [{hosts: ["./*"]}]
`
  }
})
