import { invalidRewrite } from '../../../src/analyzers/virtual-service/invalid-rewrite.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidRewrite, {
  bad: {
    'a slash too few, and one too many': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop]
  http:
    - match: [{uri: {prefix: /}}]
      rewrite: {uri: /v2}
#                    ^^^ Path "/cart" becomes "/v2cart".
      route: [{destination: {host: web}}]
    - match: [{uri: {prefix: /api}}]
      rewrite: {uri: /}
#                    ^ Path "/api/cart" becomes "//cart".
      route: [{destination: {host: api}}]
`,
    'a regular expression': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay, namespace: pay}
spec:
  hosts: [pay]
  http:
    - match: [{uri: {exact: /old}}, {uri: {regex: "/old/[a-z]+"}}]
      rewrite: {uri: /new}
#                    ^^^^ Path "(whatever the expression matches)" becomes "/new".
      route: [{destination: {host: pay}}]
`
  },
  good: {
    'both with a slash or both without, and a path that is replaced whole': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop]
  http:
    - {match: [{uri: {prefix: /api/}}], rewrite: {uri: /}, route: [{destination: {host: web}}]}
    - {match: [{uri: {prefix: /a}}], rewrite: {uri: /b}, route: [{destination: {host: web}}]}
    - {match: [{uri: {exact: /c}}], rewrite: {uri: /d/}, route: [{destination: {host: web}}]}
`,
    'another host, and an expression with its own replacement': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop]
  http:
    - {match: [{uri: {prefix: /api}}], rewrite: {authority: api}, route: [{destination: {host: web}}]}
    - {match: [{uri: {regex: "/a/.*"}}], rewrite: {uriRegexRewrite: {match: "^/a/(.*)$", rewrite: '/b/\\1'}}, route: [{destination: {host: web}}]}
`
  }
})
