import { missingTcpAddress } from '../../../src/analyzers/service-entry/missing-tcp-address.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(missingTcpAddress, {
  bad: {
    'before istiod allocated addresses': `
# istio: 1.24
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: db, namespace: shop}
spec:
  hosts: [db.example.com]
  ports:
    - {number: 443, name: tls, protocol: TLS}
    - {number: 5432, name: postgres, protocol: tcp}
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Port 5432 is TCP and the ServiceEntry has no address, so every connection to that number is taken.
  resolution: DNS
`,
    'where nothing is resolved, and where allocation is switched off': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: any, namespace: shop}
spec:
  hosts: [db.example.com]
  ports:
    - number: 5432
#     ^^^^^^^^^^^^ Port 5432 is TCP and the ServiceEntry has no address, so every connection to that number is taken.
      name: postgres
  resolution: NONE
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: db, namespace: bank, labels: {networking.istio.io/enable-autoallocate-ip: "false"}}
spec:
  hosts: [db.example.com]
  ports: [{number: 5432, name: postgres, protocol: TCP}]
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Port 5432 is TCP and the ServiceEntry has no address, so every connection to that number is taken.
  resolution: DNS
`
  },
  good: {
    'an address of its own, one that istiod gives, and protocols that name their host': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: db, namespace: shop}
spec:
  hosts: [db.example.com]
  addresses: [10.1.2.3]
  ports: [{number: 5432, name: postgres, protocol: TCP}]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: given, namespace: shop}
spec:
  hosts: [other.example.com]
  ports: [{number: 5432, name: postgres, protocol: TCP}]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: web, namespace: shop}
spec:
  hosts: [web.example.com]
  ports: [{number: 443, name: tls, protocol: TLS}]
  resolution: NONE
`
  }
})
