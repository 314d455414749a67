import { ineffectiveTrafficPolicy } from '../../../src/analyzers/destination-rule/ineffective-traffic-policy.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveTrafficPolicy, {
  bad: {
    'a port that only limits connections loses TLS and balancing; so does a port of a subset': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: db, namespace: shop}
spec:
  host: db.example.com
  trafficPolicy:
    tls: {mode: SIMPLE, caCertificates: system}
    loadBalancer: {simple: LEAST_REQUEST}
    portLevelSettings:
      - port: {number: 5432}
#       ^^^^ Port 5432 loses tls, loadBalancer of the policy above: settings of a port replace it whole.
        connectionPool: {tcp: {maxConnections: 10}}
  subsets:
    - name: v1
      trafficPolicy:
        outlierDetection: {consecutive5xxErrors: 3}
        portLevelSettings:
          - port: {number: 5433}
#           ^^^^ Port 5433 loses outlierDetection of the policy above: settings of a port replace it whole.
            loadBalancer: {simple: RANDOM}
`
  },
  good: {
    'everything is repeated, and nothing stands above': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: db, namespace: shop}
spec:
  host: db.example.com
  trafficPolicy:
    tls: {mode: SIMPLE, caCertificates: system}
    portLevelSettings:
      - port: {number: 5432}
        tls: {mode: SIMPLE, caCertificates: system}
        connectionPool: {tcp: {maxConnections: 10}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  trafficPolicy:
    portLevelSettings: [{port: {number: 80}, connectionPool: {tcp: {maxConnections: 10}}}]
`
  }
})
