import { conflictingProtocols } from '../../../src/analyzers/service-entry/conflicting-protocols.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(conflictingProtocols, {
  bad: {
    'public, and in a namespace that sees both': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: search, namespace: shop}
spec:
  hosts: [search.example.com]
  ports:
    - number: 9200
      name: http
      protocol: HTTP
#               ^^^^ Port 9200 of "search.example.com" is HTTP and TLS in ServiceEntry bank/search, ServiceEntry shop/search.
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: search, namespace: bank}
spec:
  hosts: [search.example.com]
  exportTo: ["."]
  ports: [{number: 9200, name: tls, protocol: TLS}]
#                                             ^^^ Port 9200 of "search.example.com" is HTTP and TLS in ServiceEntry bank/search, ServiceEntry shop/search.
  resolution: DNS
`
  },
  good: {
    'the same protocol in other letters, and entries that no namespace sees together': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: search, namespace: shop}
spec:
  hosts: [search.example.com]
  exportTo: ["."]
  ports: [{number: 9200, name: http, protocol: HTTP}]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: again, namespace: shop}
spec:
  hosts: [search.example.com]
  exportTo: [shop]
  ports: [{number: 9200, name: http, protocol: http}]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: search, namespace: bank}
spec:
  hosts: [search.example.com]
  exportTo: ["."]
  ports: [{number: 9200, name: tls, protocol: TLS}]
  resolution: DNS
`
  }
})
