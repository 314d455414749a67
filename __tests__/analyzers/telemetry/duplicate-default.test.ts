import { duplicateDefault } from '../../../src/analyzers/telemetry/duplicate-default.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(duplicateDefault, {
  bad: {
    'two in one namespace': `
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: logs
#       ^^^^ Namespace "shop" has another Telemetry without a selector, "traces"; only the oldest takes effect.
  namespace: shop
spec: {accessLogging: [{disabled: true}]}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: traces, namespace: shop}
#                ^^^^^^ Namespace "shop" has another Telemetry without a selector, "logs"; only the oldest takes effect.
spec: {tracing: [{randomSamplingPercentage: 10}]}
`
  },
  good: {
    'one for the namespace, one for a Gateway, one in another namespace': `
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: default, namespace: shop}
spec: {accessLogging: [{disabled: true}]}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: gateway, namespace: shop}
spec:
  targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: shop}]
  tracing: [{randomSamplingPercentage: 10}]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: default, namespace: bank}
spec: {accessLogging: [{disabled: true}]}
`
  }
})
