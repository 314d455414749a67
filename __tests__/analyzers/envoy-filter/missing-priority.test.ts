import { missingPriority } from '../../../src/analyzers/envoy-filter/missing-priority.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingPriority, {
  bad: {
    'before a filter that something else adds, and again where the first was for a version of the proxy': `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: one, namespace: shop}
spec:
  configPatches:
    - applyTo: HTTP_FILTER
      match:
        context: SIDECAR_INBOUND
        proxy: {proxyVersion: "1.30.*"}
        listener: {filterChain: {filter: {name: envoy.filters.network.http_connection_manager}}}
      patch:
        operation: INSERT_BEFORE
#                  ^^^^^^^^^^^^^ Operation INSERT_BEFORE depends on what was applied before it, and this EnvoyFilter has no priority.
        value: {typed_config: {"@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua}}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: two, namespace: shop}
spec:
  configPatches:
    - applyTo: HTTP_FILTER
      match:
        listener: {filterChain: {filter: {name: envoy.filters.network.http_connection_manager}}}
      patch: {operation: INSERT_AFTER, value: {typed_config: {"@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua}}}
#                        ^^^^^^^^^^^^ Operation INSERT_AFTER depends on what was applied before it, and this EnvoyFilter has no priority.
`
  },
  good: {
    'with a priority, and an operation that is not relative': `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: one, namespace: shop}
spec:
  priority: 10
  configPatches:
    - applyTo: HTTP_FILTER
      patch: {operation: INSERT_BEFORE, value: {name: lua}}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: two, namespace: shop}
spec:
  configPatches:
    - applyTo: CLUSTER
      patch: {operation: MERGE, value: {connect_timeout: 1s}}
`
  }
})
