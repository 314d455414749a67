import { unsupportedHostList } from '../../../src/analyzers/gateway/unsupported-host-list.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unsupportedHostList, {
  bad: {
    'a host of the own namespace behind the host for everything': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 80, name: http, protocol: HTTP}
      hosts: ["*/*", ./shop.example.com]
#                    ^^^^^^^^^^^^^^^^^^ Host "./shop.example.com" behind "*/*" makes istiod panic; "*/*" alone means the same.
`,
    'in the second server, with another host between': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: pay}
spec:
  selector: {istio: gateway}
  servers:
    - {port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}
    - port: {number: 8080, name: http-alt, protocol: HTTP}
      hosts:
        - pay.example.com
        - "*/*"
        - pay/other.example.com
        - "*/all.example.com"
#         ^^^^^^^^^^^^^^^^^^^ Host "*/all.example.com" behind "*/*" makes istiod panic; "*/*" alone means the same.
`
  },
  good: {
    'the host for everything stands last or alone, or the other names its namespace': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - {port: {number: 80, name: http, protocol: HTTP}, hosts: [./shop.example.com, "*/*"]}
    - {port: {number: 81, name: http-81, protocol: HTTP}, hosts: ["*/*"]}
    - {port: {number: 82, name: http-82, protocol: HTTP}, hosts: ["*/*", shop/shop.example.com]}
`,
    'a host for everything without a namespace': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec: {selector: {istio: gateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*", ./shop.example.com]}]}
`
  }
})
