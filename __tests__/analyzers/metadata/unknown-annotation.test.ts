import { unknownAnnotation } from '../../../src/analyzers/metadata/unknown-annotation.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownAnnotation, {
  bad: {
    'a misspelt name, and a name that the minor does not know yet': `
# istio: 1.22
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
  annotations:
    networking.istio.io/exportsTo: "."
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Istio does not know the annotation "networking.istio.io/exportsTo"; "networking.istio.io/exportTo" is one.
    networking.istio.io/traffic-distribution: PreferClose
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Istio does not know the annotation "networking.istio.io/traffic-distribution" here: it is known from 1.24 on.
spec:
  ports: [{name: http, port: 80}]
`
  },
  good: {
    'names of this minor, and names of others than Istio': `
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
  annotations:
    networking.istio.io/exportTo: "."
    networking.istio.io/traffic-distribution: PreferClose
    example.com/owner: checkout
spec:
  ports: [{name: http, port: 80}]
`
  }
})
