import { deprecatedProvider } from '../../../src/analyzers/telemetry/deprecated-provider.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(deprecatedProvider, {
  meshConfig: {
    extensionProviders: [
      { name: 'satellites', lightstep: { service: 'lightstep.example.com', port: 443 } },
      { name: 'collector', opentelemetry: { service: 'otel.example.com', port: 4317 } }
    ]
  },
  bad: {
    'traces to Lightstep': `
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: default, namespace: istio-system}
spec:
  tracing:
    - providers:
        - name: satellites
#               ^^^^^^^^^^ Tracing provider "satellites" is of type lightstep, which is deprecated.
`
  },
  good: {
    'traces to OpenTelemetry, and to a provider that the mesh configuration does not define': `
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: default, namespace: istio-system}
spec:
  tracing: [{providers: [{name: collector}]}]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: default, namespace: shop}
spec:
  tracing: [{providers: [{name: unknown}]}]
`
  }
})
