import { overlappingRules } from '../../../src/analyzers/destination-rule/overlapping-rules.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(overlappingRules, {
  bad: {
    'two policies, and one subset twice, by a short name and a full one': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: one, namespace: shop}
spec:
  host: cart
#       ^^^^ Host "cart" has another DestinationRule, DestinationRule shop/two: the traffic policy and subset "v1" counts of the oldest alone.
  trafficPolicy: {loadBalancer: {simple: RANDOM}}
  subsets: [{name: v1, labels: {version: v1}}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: two, namespace: shop}
spec:
  host: cart.shop.svc.cluster.local
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Host "cart.shop.svc.cluster.local" has another DestinationRule, DestinationRule shop/one: the traffic policy and subset "v1" counts of the oldest alone.
  trafficPolicy: {loadBalancer: {simple: LEAST_REQUEST}}
  subsets: [{name: v1, labels: {version: "1"}}]
`
  },
  good: {
    'subsets apart, another namespace, and a rule for selected clients': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: one, namespace: shop}
spec:
  host: cart
  trafficPolicy: {loadBalancer: {simple: RANDOM}}
  subsets: [{name: v1, labels: {version: v1}}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: two, namespace: shop}
spec:
  host: cart
  subsets: [{name: v2, labels: {version: v2}}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: one, namespace: bank}
spec:
  host: cart
  trafficPolicy: {loadBalancer: {simple: RANDOM}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: batch, namespace: shop}
spec:
  host: cart
  workloadSelector: {matchLabels: {app: batch}}
  trafficPolicy: {loadBalancer: {simple: LEAST_REQUEST}}
`
  }
})
