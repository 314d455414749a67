import { ineffectiveRetries } from '../../../src/analyzers/virtual-service/ineffective-retries.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveRetries, {
  bad: {
    'a time limit for tries that are not made, and an empty block': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - match: [{uri: {prefix: /a}}]
      retries:
#     ^^^^^^^ Field retries says perTryTimeout, retryOn and no attempts, which turns retries off.
        perTryTimeout: 2s
        retryOn: 5xx
      route: [{destination: {host: cart}}]
    - retries: {}
#     ^^^^^^^ Field retries says nothing and no attempts, which turns retries off.
      route: [{destination: {host: cart}}]
`
  },
  good: {
    'attempts, none on purpose, and the default': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - match: [{uri: {prefix: /a}}]
      retries: {attempts: 3, perTryTimeout: 2s}
      route: [{destination: {host: cart}}]
    - match: [{uri: {prefix: /b}}]
      retries: {attempts: 0}
      route: [{destination: {host: cart}}]
    - route: [{destination: {host: cart}}]
`
  }
})
