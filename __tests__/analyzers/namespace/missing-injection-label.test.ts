import { missingInjectionLabel } from '../../../src/analyzers/namespace/missing-injection-label.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingInjectionLabel, {
  bad: {
    'no label at all, and an empty one': `
apiVersion: v1
kind: Namespace
metadata:
  name: shop
#       ^^^^ No label says whether pods of namespace "shop" join the mesh; they get no sidecar unless they ask for it one by one.
---
apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio-injection: ""}}
#                ^^^^ No label says whether pods of namespace "bank" join the mesh; they get no sidecar unless they ask for it one by one.
`,
    'the injector takes every namespace by default': `
apiVersion: v1
kind: ConfigMap
metadata: {name: istio-sidecar-injector, namespace: istio-system}
data:
  values: '{"sidecarInjectorWebhook": {"enableNamespacesByDefault": true}}'
---
apiVersion: v1
kind: Namespace
metadata: {name: shop}
#                ^^^^ No label says whether pods of namespace "shop" join the mesh; they get a sidecar, since this injector takes all namespaces by default.
`
  },
  good: {
    'in the mesh, out of it, in ambient mode, and the namespace of the installation': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: tools, labels: {istio-injection: disabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Namespace
metadata: {name: istio-system}
`
  }
})
