import { conflictingInjectionLabels } from '../../../src/analyzers/namespace/conflicting-injection-labels.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(conflictingInjectionLabels, {
  bad: {
    'two ways in one namespace, three in another': `
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
# ^^^^^^ Labels istio-injection=enabled, istio.io/rev=canary choose the data plane of this namespace in several ways.
    istio-injection: enabled
    istio.io/rev: canary
---
apiVersion: v1
kind: Namespace
metadata:
  name: bank
  labels: {istio-injection: enabled, istio.io/rev: canary, istio.io/dataplane-mode: ambient}
# ^^^^^^ Labels istio-injection=enabled, istio.io/rev=canary, istio.io/dataplane-mode=ambient choose the data plane of this namespace in several ways.
`
  },
  good: {
    'injection switched off beside a revision, and a revision with ambient mode': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: disabled, istio.io/rev: canary}}
---
apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio.io/rev: canary}}
`
  }
})
