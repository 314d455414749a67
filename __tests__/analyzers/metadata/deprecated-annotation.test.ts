import { deprecatedAnnotation } from '../../../src/analyzers/metadata/deprecated-annotation.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(deprecatedAnnotation, {
  bad: {
    'the annotation for injection, and one for statistics': `
apiVersion: v1
kind: Pod
metadata:
  name: batch
  namespace: shop
  annotations:
    sidecar.istio.io/inject: "false"
#   ^^^^^^^^^^^^^^^^^^^^^^^ Annotation "sidecar.istio.io/inject" is deprecated; use the label of the same name.
    sidecar.istio.io/statsInclusionPrefixes: cluster.outbound
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Annotation "sidecar.istio.io/statsInclusionPrefixes" is deprecated.
spec: {containers: [{name: batch}]}
`
  },
  good: {
    'with the label beside it, for webhooks of both kinds': `
apiVersion: v1
kind: Pod
metadata:
  name: batch
  namespace: shop
  labels: {sidecar.istio.io/inject: "false"}
  annotations: {sidecar.istio.io/inject: "false"}
spec: {containers: [{name: batch}]}
`
  }
})
