import { missingSubsetLabels } from '../../../src/analyzers/destination-rule/missing-subset-labels.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingSubsetLabels, {
  bad: {
    'a subset of nothing in particular': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  subsets:
    - name: v1
      labels: {version: v1}
    - name: stable
#           ^^^^^^ Subset "stable" has no labels, so it is every endpoint of "cart".
`
  },
  good: {
    'labels, or settings of its own': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  subsets:
    - {name: v1, labels: {version: v1}}
    - {name: slow, trafficPolicy: {connectionPool: {http: {http1MaxPendingRequests: 1}}}}
`
  }
})
