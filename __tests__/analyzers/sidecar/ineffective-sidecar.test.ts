import { ineffectiveSidecar } from '../../../src/analyzers/sidecar/ineffective-sidecar.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveSidecar, {
  bad: {
    'a namespace in ambient mode, and a pod that ztunnel serves': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
#       ^^^^^^^ This Sidecar does nothing: namespace "shop" is in ambient mode.
  namespace: shop
spec: {egress: [{hosts: ["./*"]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: pay, namespace: bank, labels: {app: pay}, annotations: {ambient.istio.io/redirection: enabled}}
spec: {containers: [{name: pay}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: pay, namespace: bank}
spec:
  workloadSelector:
    labels: {app: pay}
#   ^^^^^^ This Sidecar does nothing: workload "pay" is in ambient mode.
  egress: [{hosts: ["./*"]}]
`
  },
  good: {
    'a namespace with sidecars': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled, istio.io/dataplane-mode: ambient}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec: {egress: [{hosts: ["./*"]}]}
`
  }
})
