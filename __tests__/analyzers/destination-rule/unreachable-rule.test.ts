import { unreachableRule } from '../../../src/analyzers/destination-rule/unreachable-rule.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unreachableRule, {
  bad: {
    'a wildcard in the namespace of callers': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
#       ^^^^ This DestinationRule does not hold for callers in namespace "bank": there DestinationRule bank/all is found first.
  trafficPolicy: {connectionPool: {tcp: {maxConnections: 10}}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: all, namespace: bank}
spec:
  host: "*.local"
  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}
`
  },
  good: {
    'a wildcard in the root namespace, in the own namespace, and a rule that is not exported': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec: {host: cart}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: all, namespace: shop}
spec: {host: "*.shop.svc.cluster.local"}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: default, namespace: istio-system}
spec: {host: "*.local"}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pay, namespace: bank}
spec: {host: pay, exportTo: ["."]}
`
  }
})
