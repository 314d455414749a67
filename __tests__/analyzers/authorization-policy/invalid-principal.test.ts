import { invalidPrincipal } from '../../../src/analyzers/authorization-policy/invalid-principal.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidPrincipal, {
  bad: {
    'an issuer without a subject': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: api, namespace: shop}
spec:
  action: DENY
  rules: [{from: [{source: {requestPrincipals: [https://login.example.com, "https://login.example.com/*"]}}]}, {from: [{source: {notRequestPrincipals: ["https://login*"]}}]}]
#                                               ^^^^^^^^^^^^^^^^^^^^^^^^^ Principal "https://login.example.com" matches no caller: behind the issuer stands a slash and the subject, or /*.
#                                                                                                                                                       ^^^^^^^^^^^^^^^^ Principal "https://login*" matches no caller: behind the issuer stands a slash and the subject, or /*.
`,
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
    'issuer and subject of a token': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: api, namespace: shop}
spec: {rules: [{from: [{source: {requestPrincipals: ["https://login.example.com/*", "https://login.example.com/realms/a/me", "*", "login*"]}}]}]}
`,
    'as Istio writes them': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  rules: [{from: [{source: {principals: ["cluster.local/ns/shop/sa/web", "*"]}}]}]
`
  }
})
