import { unknownNamespace } from '../../../src/analyzers/export-to/unknown-namespace.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownNamespace, {
  bad: {
    'a namespace that is misspelt': `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  exportTo: [".", shpo]
#                 ^^^^ No namespace "shpo" exists to export this to.
  http: [{route: [{destination: {host: cart}}]}]
`
  },
  good: {
    'namespaces that git declares or uses': `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pay, namespace: bank}
spec: {host: pay, exportTo: [".", shop]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec: {hosts: [cart], exportTo: [bank, "*"], http: [{route: [{destination: {host: cart}}]}]}
`,
    'git declares no Namespace': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pay, namespace: bank}
spec: {host: pay, exportTo: [shop]}
`
  }
})
