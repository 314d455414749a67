import { ineffectiveCondition } from '../../../src/analyzers/virtual-service/ineffective-condition.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveCondition, {
  bad: {
    'the source beside gateways, and letters of a regular expression': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - match:
        - gateways: [mesh]
          sourceLabels: {app: web}
#         ^^^^^^^^^^^^ Field sourceLabels is ignored here: the match names gateways.
          sourceNamespace: shop
#         ^^^^^^^^^^^^^^^ Field sourceNamespace is ignored here: the match names gateways.
        - uri: {regex: /cart/.*}
          ignoreUriCase: true
#         ^^^^^^^^^^^^^ Field ignoreUriCase is ignored here: the path is a regular expression.
      route: [{destination: {host: cart}}]
`
  },
  good: {
    'without gateways, and letters of a prefix': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - match:
        - {sourceLabels: {app: web}, sourceNamespace: shop}
        - {uri: {prefix: /cart}, ignoreUriCase: true}
      route: [{destination: {host: cart}}]
`
  }
})
