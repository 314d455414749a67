import { missingProvider } from '../../../src/analyzers/telemetry/missing-provider.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingProvider, {
  bad: {
    'logs by a filter that nobody writes': `
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: default, namespace: istio-system}
spec:
  accessLogging:
    - filter: {expression: response.code >= 500}
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing writes these access logs: neither this entry nor the mesh configuration names a provider.
`
  },
  good: {
    'a provider, and logs that are switched off': `
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: default, namespace: istio-system}
spec:
  accessLogging: [{providers: [{name: envoy}]}]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: default, namespace: shop}
spec:
  accessLogging: [{disabled: true}]
`
  }
})
