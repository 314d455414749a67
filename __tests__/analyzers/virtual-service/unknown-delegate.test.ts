import { unknownDelegate } from '../../../src/analyzers/virtual-service/unknown-delegate.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownDelegate, {
  bad: {
    'a name that is misspelt, and one that is looked for in the wrong namespace': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: root, namespace: shop}
spec:
  hosts: [shop.example.com]
  http:
    - match: [{uri: {prefix: /cart}}]
      delegate: {name: crat}
#                      ^^^^ The delegate "crat" of namespace "shop" does not exist, so that this rule disappears.
    - delegate: {name: web, namespace: web}
#                      ^^^ The delegate "web" of namespace "web" does not exist, so that this rule disappears.
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  http: [{route: [{destination: {host: cart}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: other, namespace: web}
spec:
  http: [{route: [{destination: {host: web}}]}]
`,
    'one with hosts of its own, and one that is kept private': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: root, namespace: shop}
spec:
  hosts: [shop.example.com]
  http:
    - {match: [{uri: {prefix: /pay}}], delegate: {name: pay, namespace: pay}}
#                                                       ^^^ The delegate "pay" of namespace "pay" has hosts of its own, so that this rule disappears.
    - {match: [{uri: {prefix: /mail}}], delegate: {name: mail, namespace: pay}}
#                                                        ^^^^ The delegate "mail" of namespace "pay" is not exported to "shop", so that this rule disappears.
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay, namespace: pay}
spec:
  hosts: [pay]
  http: [{route: [{destination: {host: pay}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: mail, namespace: pay}
spec:
  exportTo: ["."]
  http: [{route: [{destination: {host: mail}}]}]
`
  },
  good: {
    'a delegate beside it, and one that is exported': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: root, namespace: shop}
spec:
  hosts: [shop.example.com]
  http:
    - {match: [{uri: {prefix: /pay}}], delegate: {name: pay, namespace: pay}}
    - delegate: {name: web}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay, namespace: pay}
spec:
  exportTo: [shop]
  http: [{route: [{destination: {host: pay}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  http: [{route: [{destination: {host: web}}]}]
`,
    'git holds no VirtualService of the namespace': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: root, namespace: shop}
spec:
  hosts: [shop.example.com]
  http: [{delegate: {name: pay, namespace: pay}}]
`
  }
})
