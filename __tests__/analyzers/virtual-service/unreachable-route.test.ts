import { unreachableRoute } from '../../../src/analyzers/virtual-service/unreachable-route.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unreachableRoute, {
  bad: {
    'TLS rules for the same names, and TCP rules behind one for every address': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: mail, namespace: post}
spec:
  hosts: [a.example.com, b.example.com]
  tls:
    - match: [{sniHosts: [a.example.com]}, {port: 443, sniHosts: [b.example.com]}]
      route: [{destination: {host: one}}]
    - match: [{port: 8443, sniHosts: [a.example.com]}]
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No request reaches the route to two: earlier ones take all that it would match.
      route: [{destination: {host: two}}]
  tcp:
    - match: [{destinationSubnets: [192.0.2.0/24]}, {port: 25}]
      route: [{destination: {host: in}}]
    - match: [{port: 25, sourceLabels: {app: web}}, {port: 587}]
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No request reaches the match of the route to out: earlier ones take all that it would match.
      route: [{destination: {host: out}}]
    - route: [{destination: {host: rest}}]
    - match: [{port: 465}]
#     ^^^^^^^^^^^^^^^^^^^^ No request reaches the route to never: earlier ones take all that it would match.
      route: [{destination: {host: never}}]
`,
    'a narrower route behind a wider one, and all behind a route without match': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop]
  http:
    - match:
        - uri: {prefix: /users}
      route: [{destination: {host: users, subset: v1}}]
    - match: [{uri: {prefix: /users/v2}}]
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No request reaches the route to users v2: earlier ones take all that it would match.
      route: [{destination: {host: users, subset: v2}}]
    - route: [{destination: {host: web}}]
    - match: [{headers: {x-beta: {exact: "1"}}}]
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No request reaches the route to a redirect: earlier ones take all that it would match.
      redirect: {uri: /beta}
`,
    'a match that contradicts itself, and two routes that together take what a third asks for': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop]
  http:
    - match:
        - uri: {exact: /a}
#         ^^^^^^^^^^^^^^^^ No request reaches the match of the route to writes: what it asks for can never hold together.
          headers: {x-user: {exact: me}}
          withoutHeaders: {x-user: {}}
        - uri: {exact: /b}
      route: [{destination: {host: writes}}]
    - match: [{headers: {x-user: {}}}]
      route: [{destination: {host: members}}]
    - match: [{withoutHeaders: {x-user: {}}}]
      route: [{destination: {host: guests}}]
    - match: [{method: {exact: GET}}]
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No request reaches the route to reads: earlier ones take all that it would match.
      route: [{destination: {host: reads}}]
`
  },
  good: {
    'a narrower name or address behind a wider one, and other callers': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: mail, namespace: post}
spec:
  hosts: ["*.example.com"]
  tls:
    - match: [{sniHosts: ["*.example.com"]}]
      route: [{destination: {host: all}}]
    - match: [{sniHosts: [a.example.com]}]
      route: [{destination: {host: a}}]
    - match: [{sniHosts: ["*.example.com"], destinationSubnets: [192.0.2.0/24]}]
      route: [{destination: {host: near}}]
  tcp:
    - match: [{sourceLabels: {app: web}, port: 25}]
      route: [{destination: {host: web}}]
    - match: [{destinationSubnets: [192.0.2.0/24], port: 25}]
      route: [{destination: {host: near}}]
    - match: [{port: 25}]
      route: [{destination: {host: rest}}]
`,
    'the narrower route stands first, and each match adds something': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop]
  http:
    - match: [{uri: {prefix: /users/v2}}]
      route: [{destination: {host: users, subset: v2}}]
    - match: [{uri: {prefix: /users}}, {headers: {x-users: {}}}]
      route: [{destination: {host: users, subset: v1}}]
    - route: [{destination: {host: web}}]
`,
    'the same path for other callers, another gateway and another port': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop]
  gateways: [mesh, public]
  http:
    - match: [{gateways: [public], uri: {prefix: /}}]
      route: [{destination: {host: web}}]
    - match: [{port: 8080, uri: {prefix: /}}]
      route: [{destination: {host: admin}}]
    - match: [{sourceLabels: {app: batch}}]
      route: [{destination: {host: batch}}]
    - match: [{sourceNamespace: ops}]
      route: [{destination: {host: ops}}]
    - route: [{destination: {host: web}}]
`,
    'what a delegate does not take falls to the next route': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop]
  http:
    - delegate: {name: cart, namespace: shop}
    - route: [{destination: {host: web}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  http:
    - match: [{uri: {prefix: /cart}}]
      route: [{destination: {host: cart}}]
`
  }
})
