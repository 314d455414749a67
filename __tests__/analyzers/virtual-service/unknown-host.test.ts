import { unknownHost } from '../../../src/analyzers/virtual-service/unknown-host.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownHost, {
  bad: {
    'a name that no Service of the namespace has, and a mirror in another namespace': `
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  ports: [{name: http, port: 80}]
---
apiVersion: v1
kind: Service
metadata:
  name: audit
  namespace: ops
spec:
  ports: [{name: http, port: 80}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: cart
  namespace: shop
spec:
  hosts: [cart]
  http:
    - route:
        - destination:
            host: carts
#                 ^^^^^ Host "carts.shop.svc.cluster.local" is neither a Service nor a ServiceEntry that namespace "shop" can see.
      mirror:
        host: recorder.ops.svc.cluster.local
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Host "recorder.ops.svc.cluster.local" is neither a Service nor a ServiceEntry that namespace "shop" can see.
`,
    'a name with a dot is never completed, and one that is not exported is not seen': `
apiVersion: v1
kind: Service
metadata:
  name: ledger
  namespace: bank
  annotations: {networking.istio.io/exportTo: "."}
spec:
  ports: [{name: tcp, port: 5432}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ledger, namespace: shop}
spec:
  hosts: [ledger.example.com]
  tcp:
    - route:
        - destination: {host: ledger.bank}
#                             ^^^^^^^^^^^ Host "ledger.bank" is neither a Service nor a ServiceEntry that namespace "shop" can see.
    - route:
        - destination: {host: ledger.bank.svc.cluster.local}
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Host "ledger.bank.svc.cluster.local" is neither a Service nor a ServiceEntry that namespace "shop" can see.
`,
    'the VirtualService is exported to a namespace that does not see the Service': `
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
  annotations: {networking.istio.io/exportTo: "shop,checkout"}
spec:
  ports: [{name: http, port: 80}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  exportTo: [ops]
  http:
    - route: [{destination: {host: cart}}]
#                                  ^^^^ Host "cart.shop.svc.cluster.local" is neither a Service nor a ServiceEntry that namespace "ops" can see.
`
  },
  good: {
    'a short name of the same namespace, a full name, and a host under a wildcard ServiceEntry': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec:
  ports: [{name: http, port: 80}]
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: partners, namespace: shop}
spec:
  hosts: ["*.partners.example.com"]
  ports: [{number: 443, name: tls, protocol: TLS}]
  resolution: NONE
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route:
        - destination: {host: cart}
          weight: 50
        - destination: {host: api.partners.example.com}
          weight: 50
      mirrors:
        - destination: {host: cart.shop.svc.cluster.local}
`,
    'git holds no Service of the namespace at all: it is taken to exist': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
    - route:
        - destination: {host: cart}
`
  }
})
