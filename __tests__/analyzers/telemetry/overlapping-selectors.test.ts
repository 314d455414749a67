import { overlappingSelectors } from '../../../src/analyzers/telemetry/overlapping-selectors.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(overlappingSelectors, {
  bad: {
    'by different labels of one pod': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: by-app, namespace: shop}
spec:
  selector:
    matchLabels: {app: cart}
#                ^^^^^^^^^^^ Workload "cart" is selected by "by-version" as well; only the oldest of them takes effect.
  accessLogging: [{disabled: true}]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: by-version, namespace: shop}
spec:
  selector: {matchLabels: {version: v1}}
#                         ^^^^^^^^^^^^^ Workload "cart" is selected by "by-app" as well; only the oldest of them takes effect.
  tracing: [{randomSamplingPercentage: 10}]
`
  },
  good: {
    'one for the pod, one for the namespace': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: by-app, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  accessLogging: [{disabled: true}]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: default, namespace: shop}
spec: {tracing: [{randomSamplingPercentage: 10}]}
`
  }
})
