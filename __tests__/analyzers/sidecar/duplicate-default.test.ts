import { duplicateDefault } from '../../../src/analyzers/sidecar/duplicate-default.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(duplicateDefault, {
  bad: {
    'two in one namespace, one of them with an empty selector': `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
#       ^^^^^^^ Namespace "shop" has another Sidecar without a selector, "wide"; only the oldest takes effect.
  namespace: shop
spec:
  egress: [{hosts: ["./*"]}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: wide, namespace: shop}
#                ^^^^ Namespace "shop" has another Sidecar without a selector, "default"; only the oldest takes effect.
spec:
  workloadSelector: {labels: {}}
  egress: [{hosts: ["*/*"]}]
`
  },
  good: {
    'one in each of two namespaces, and two in ambient mode': `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec: {egress: [{hosts: ["./*"]}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: bank}
spec: {egress: [{hosts: ["./*"]}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: quiet, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: one, namespace: quiet}
spec: {egress: [{hosts: ["./*"]}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: two, namespace: quiet}
spec: {egress: [{hosts: ["./*"]}]}
`
  }
})
