import { ineffectiveFault } from '../../../src/analyzers/virtual-service/ineffective-fault.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveFault, {
  bad: {
    'an abort without a share, and a delay of 0 %': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - fault:
        abort: {httpStatus: 503}
#       ^^^^^ This abort hits no request: it has no percentage above 0.
        delay:
#       ^^^^^ This delay hits no request: it has no percentage above 0.
          fixedDelay: 5s
          percentage: {value: 0}
      route: [{destination: {host: cart}}]
`
  },
  good: {
    'shares, in both forms': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - fault:
        abort: {httpStatus: 503, percentage: {value: 0.1}}
        delay: {fixedDelay: 5s, percent: 10}
      route: [{destination: {host: cart}}]
`
  }
})
