import { invalidPrincipal } from '../../../src/analyzers/authorization-policy/invalid-principal.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidPrincipal, {
  bad: {
    'with the scheme of SPIFFE': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  rules:
    - from:
        - source:
            principals:
              - cluster.local/ns/shop/sa/web
              - spiffe://cluster.local/ns/bank/sa/pay
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Principal "spiffe://cluster.local/ns/bank/sa/pay" matches no caller: it is written without spiffe://.
`
  },
  good: {
    'as Istio writes them': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  rules: [{from: [{source: {principals: ["cluster.local/ns/shop/sa/web", "*"]}}]}]
`
  }
})
