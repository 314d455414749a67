import { invalidOperation } from '../../../src/analyzers/envoy-filter/invalid-operation.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidOperation, {
  bad: {
    'added routes, a removed route configuration, a replaced cluster': `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: one, namespace: shop}
spec:
  configPatches:
    - applyTo: HTTP_ROUTE
      patch:
        operation: ADD
#                  ^^^ Operation ADD does nothing to HTTP_ROUTE.
        value: {name: extra}
    - applyTo: ROUTE_CONFIGURATION
      patch: {operation: REMOVE}
#                        ^^^^^^ Operation REMOVE does nothing to ROUTE_CONFIGURATION.
    - applyTo: CLUSTER
      patch: {operation: REPLACE, value: {connect_timeout: 1s}}
#                        ^^^^^^^ Operation REPLACE does nothing to CLUSTER.
`
  },
  good: {
    'operations that are done': `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: one, namespace: shop}
spec:
  configPatches:
    - applyTo: HTTP_ROUTE
      patch: {operation: MERGE, value: {name: extra}}
    - applyTo: HTTP_FILTER
      patch: {operation: REPLACE, value: {name: lua}}
    - applyTo: CLUSTER
      patch: {operation: ADD, value: {name: extra}}
`
  }
})
