import { unknownWorkload } from '../../../src/analyzers/telemetry/unknown-workload.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownWorkload, {
  bad: {
    'a label that no workload of the namespace carries': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: carts, namespace: shop}
spec:
  selector:
    matchLabels: {app: carts}
#                ^^^^^^^^^^^^ No workload of namespace "shop" carries app=carts.
  accessLogging: [{disabled: true}]
`
  },
  good: {
    'a workload that carries it, and a namespace of which git holds none': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  accessLogging: [{disabled: true}]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: elsewhere, namespace: bank}
spec:
  selector: {matchLabels: {app: pay}}
  accessLogging: [{disabled: true}]
`
  }
})
