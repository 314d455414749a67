import { deprecatedKind } from '../../../src/analyzers/custom-resource-definition/deprecated-kind.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(deprecatedKind, {
  bad: {
    'rules from before AuthorizationPolicy': `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: serviceroles.rbac.istio.io}
spec:
  group: rbac.istio.io
  names: {kind: ServiceRole, plural: serviceroles}
#               ^^^^^^^^^^^ Istio does not read ServiceRole of rbac.istio.io any more.
`
  },
  good: {
    'a kind that Istio reads': `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: gateways.networking.istio.io}
spec:
  group: networking.istio.io
  names: {kind: Gateway, plural: gateways}
`
  }
})
