import { missingProxy } from '../../../src/analyzers/pod/missing-proxy.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingProxy, {
  bad: {
    'a Pod as a cluster holds it': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Pod
metadata:
  name: cart
#       ^^^^ Pod "cart" has no istio-proxy container, though namespace "shop" is injected.
  namespace: shop
spec: {containers: [{name: cart}]}
status: {phase: Running}
`
  },
  good: {
    'a Pod that was never applied, one that opts out, and one with its proxy': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Pod
metadata: {name: cart, namespace: shop}
spec: {containers: [{name: cart}]}
---
apiVersion: v1
kind: Pod
metadata: {name: batch, namespace: shop, labels: {sidecar.istio.io/inject: "false"}}
spec: {containers: [{name: batch}]}
status: {phase: Running}
---
apiVersion: v1
kind: Pod
metadata: {name: pay, namespace: shop}
spec: {containers: [{name: pay}, {name: istio-proxy, image: proxyv2}]}
status: {phase: Running}
`
  }
})
