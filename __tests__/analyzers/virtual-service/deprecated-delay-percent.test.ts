import { deprecatedDelayPercent } from '../../../src/analyzers/virtual-service/deprecated-delay-percent.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(deprecatedDelayPercent, {
  bad: {
    'a whole percentage': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - fault:
        delay: {percent: 10, fixedDelay: 5s}
#               ^^^^^^^ Field fault.delay.percent is deprecated; use fault.delay.percentage.
      route: [{destination: {host: cart}}]
`
  },
  good: {
    'the field that replaced it': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - fault: {delay: {percentage: {value: 0.1}, fixedDelay: 5s}}
      route: [{destination: {host: cart}}]
`
  }
})
