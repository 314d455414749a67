import { unknownWorkload } from '../../../src/analyzers/sidecar/unknown-workload.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownWorkload, {
  bad: {
    'a label that no workload of the namespace carries, and one of another namespace': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: carts, namespace: shop}
spec:
  workloadSelector:
    labels: {app: carts}
#           ^^^^^^^^^^^^ No workload of namespace "shop" carries app=carts.
  egress: [{hosts: ["./*"]}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: bank}
spec: {template: {metadata: {labels: {app: pay}}}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: cart, namespace: bank}
spec:
  workloadSelector: {labels: {app: cart}}
#                            ^^^^^^^^^^^ No workload of namespace "bank" carries app=cart.
  egress: [{hosts: ["./*"]}]
`
  },
  good: {
    'a workload that carries all labels, and a namespace of which git holds no workload': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: cart, namespace: shop}
spec:
  workloadSelector: {labels: {app: cart, version: v1}}
  egress: [{hosts: ["./*"]}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: elsewhere, namespace: bank}
spec:
  workloadSelector: {labels: {app: pay}}
  egress: [{hosts: ["./*"]}]
`
  }
})
