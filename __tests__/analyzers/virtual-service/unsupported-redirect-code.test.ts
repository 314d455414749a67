import { unsupportedRedirectCode } from '../../../src/analyzers/virtual-service/unsupported-redirect-code.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unsupportedRedirectCode, {
  bad: {
    'not modified': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop]
  http:
    - redirect: {uri: /new, redirectCode: 304}
#                                         ^^^ Redirect code 304 makes Envoy refuse every route of the port; it has to be one of 301, 302, 303, 307, 308.
`,
    'two of them': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay, namespace: pay}
spec:
  hosts: [pay]
  http:
    - match: [{uri: {prefix: /a}}]
      redirect: {uri: /b, redirectCode: 300}
#                                       ^^^ Redirect code 300 makes Envoy refuse every route of the port; it has to be one of 301, 302, 303, 307, 308.
    - match: [{uri: {prefix: /c}}]
      redirect:
        uri: /d
        redirectCode: 305
#                     ^^^ Redirect code 305 makes Envoy refuse every route of the port; it has to be one of 301, 302, 303, 307, 308.
`
  },
  good: {
    'codes that Envoy has': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop]
  http:
    - {match: [{uri: {prefix: /a}}], redirect: {uri: /b, redirectCode: 302}}
    - {match: [{uri: {prefix: /c}}], redirect: {uri: /d, redirectCode: 308}}
`,
    'none, which is 301': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop]
  http: [{redirect: {uri: /b}}]
`
  }
})
