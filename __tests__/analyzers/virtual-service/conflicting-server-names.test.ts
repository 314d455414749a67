import { conflictingServerNames } from '../../../src/analyzers/virtual-service/conflicting-server-names.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(conflictingServerNames, {
  bad: {
    'a name that two matches share': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: mail, namespace: post}
spec:
  hosts: [a.example.com, b.example.com]
  tls:
    - match: [{port: 443, sniHosts: [a.example.com, b.example.com]}]
      route: [{destination: {host: a.example.com}}]
    - match:
        - sniHosts: [b.example.com]
#                    ^^^^^^^^^^^^^ Server name "b.example.com" stands in another match too, so that Envoy refuses the whole listener.
      route: [{destination: {host: b.example.com}}]
`,
    'in one rule, for one gateway and some callers': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: mail, namespace: shop}
spec:
  hosts: ["*.example.com"]
  gateways: [mesh, edge]
  tls:
    - match:
        - {gateways: [edge, mesh], sniHosts: ["*.example.com", c.example.com]}
        - {gateways: [edge], sniHosts: ["*.EXAMPLE.com"]}
#                                       ^^^^^^^^^^^^^^^ Server name "*.EXAMPLE.com" stands in another match too, so that Envoy refuses the whole listener.
        - {gateways: [mesh], sourceLabels: {app: web}, sniHosts: [d.example.com, c.example.com]}
#                                                                                ^^^^^^^^^^^^^ Server name "c.example.com" stands in another match too, so that Envoy refuses the whole listener.
      route: [{destination: {host: a.example.com}}]
`
  },
  good: {
    'the very same list, which counts once, and a narrower name': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: mail, namespace: post}
spec:
  hosts: ["*.example.com"]
  tls:
    - match: [{sniHosts: ["*.example.com"]}]
      route: [{destination: {host: all.example.com}}]
    - match: [{sniHosts: [a.example.com]}]
      route: [{destination: {host: a.example.com}}]
    - match: [{sniHosts: [a.example.com]}]
      route: [{destination: {host: b.example.com}}]
`,
    'other ports, callers, gateways and addresses': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: mail, namespace: post}
spec:
  hosts: [a.example.com, b.example.com]
  gateways: [mesh, edge]
  tls:
    - match:
        - {port: 443, gateways: [mesh], sourceLabels: {app: a}, sniHosts: [a.example.com, b.example.com]}
        - {port: 8443, gateways: [mesh], sniHosts: [b.example.com]}
        - {port: 443, gateways: [mesh], sourceLabels: {app: b}, sniHosts: [a.example.com]}
        - {port: 443, gateways: [edge], sniHosts: [a.example.com]}
        - {port: 443, gateways: [mesh], sourceLabels: {app: a}, destinationSubnets: [192.0.2.0/24], sniHosts: [b.example.com]}
      route: [{destination: {host: a.example.com}}]
`
  }
})
