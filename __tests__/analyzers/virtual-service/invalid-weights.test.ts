import { invalidWeights } from '../../../src/analyzers/virtual-service/invalid-weights.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidWeights, {
  bad: {
    'a weight that is meant as a share of nothing, and one that is negative': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - match: [{uri: {prefix: /beta}}]
      route:
        - destination: {host: cart, subset: v2}
          weight: 10
#                 ^^ These weights do not mean what they say: the only destination receives every request, whatever its weight.
    - route:
        - destination: {host: cart, subset: v1}
          weight: 110
        - destination: {host: cart, subset: v2}
          weight: -10
#                 ^^^ These weights do not mean what they say: a weight is negative, and Istio refuses the VirtualService.
`,
    'several destinations of which none has a weight, in an http and in a tcp rule': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ledger, namespace: shop}
spec:
  hosts: [ledger]
  http:
    - route:
#     ^^^^^ These weights do not mean what they say: they add up to 0, and Istio refuses the VirtualService.
        - destination: {host: ledger, subset: v1}
        - destination: {host: ledger, subset: v2}
  tcp:
  - route:
#   ^^^^^ These weights do not mean what they say: they add up to 0, and Istio refuses the VirtualService.
    - destination: {host: ledger, subset: v1}
      weight: 0
    - destination: {host: ledger, subset: v2}
      weight: 0
`,
    'weights of an http rule that pass 32 bits together; those of a tcp rule may': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ledger, namespace: shop}
spec:
  hosts: [ledger]
  http:
    - route:
#     ^^^^^ These weights do not mean what they say: they add up to more than 4294967295, and Envoy refuses all routes of the port.
        - {destination: {host: ledger, subset: v1}, weight: 2147483647}
        - {destination: {host: ledger, subset: v2}, weight: 2147483647}
        - {destination: {host: ledger, subset: v3}, weight: 2}
  tcp:
    - route:
        - {destination: {host: ledger, subset: v1}, weight: 2147483647}
        - {destination: {host: ledger, subset: v2}, weight: 2147483647}
        - {destination: {host: ledger, subset: v3}, weight: 2}
`
  },
  good: {
    'any weights with a sum above 0, one destination alone, and 100 of one': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - match: [{uri: {prefix: /a}}]
      route:
        - destination: {host: cart, subset: v1}
          weight: 1
        - destination: {host: cart, subset: v2}
          weight: 2
        - destination: {host: cart, subset: v3}
    - match: [{uri: {prefix: /b}}]
      route: [{destination: {host: cart, subset: v1}, weight: 100}]
    - route: [{destination: {host: cart, subset: v1}}]
`
  }
})
