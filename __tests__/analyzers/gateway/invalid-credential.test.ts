import { invalidCredential } from '../../../src/analyzers/gateway/invalid-credential.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidCredential, {
  bad: {
    'a certificate that ran out before the time of the head commit, and a wrong key in the Secret': `
# now: 2026-06-01T00:00:00Z
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: v1
kind: Secret
metadata: {name: shop, namespace: edge}
type: kubernetes.io/tls
stringData:
  tls.key: not shown
  tls.crt: |
    -----BEGIN CERTIFICATE-----
    MIIBYDCCAQagAwIBAgIBATAKBggqhkjOPQQDAjAbMRkwFwYDVQQDExBzaG9wLmV4
    YW1wbGUuY29tMB4XDTI2MDEwMTAwMDAwMFoXDTI2MDQwMTAwMDAwMFowGzEZMBcG
    A1UEAxMQc2hvcC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
    BMVCKd74f3w91oy8K0Epm+Ck7jYwp+MdULj8uuvtInPa6IJ4VWa07o4b+FHAlCYW
    +1vhT7oLHzt2it/3y5vRAVijOzA5MDcGA1UdEQQwMC6CEHNob3AuZXhhbXBsZS5j
    b22CFHd3dy5zaG9wLmV4YW1wbGUuY29thwTAAAIHMAoGCCqGSM49BAMCA0gAMEUC
    IFD6V4Tgrh0YC1IRzCCTyK/Zu3O2rZX6ndJ70NWHsO6qAiEAo8hW8CDswpqOH/5J
    EFHZXJOTjM5NJoxRgfWQsOLDc08=
    -----END CERTIFICATE-----
---
apiVersion: v1
kind: Secret
metadata: {name: pay, namespace: edge}
data: {tls.cert: bm9uZQ==, tls.key: bm9uZQ==}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 443, name: https-0, protocol: HTTPS}
      hosts: [shop.example.com]
      tls:
        mode: SIMPLE
        credentialName: shop
#                       ^^^^ Secret "shop" of namespace "edge" ran out at 2026-04-01T00:00:00Z.
    - port: {number: 8443, name: https-1, protocol: HTTPS}
      hosts: [pay.example.com]
      tls:
        mode: SIMPLE
        credentialName: pay
#                       ^^^ Secret "pay" of namespace "edge" lacks a certificate or a key (tls.crt and tls.key, or cert and key).
`,
    'a certificate that does not hold yet, and a Secret of another namespace that holds none': `
# now: 2025-12-31T23:59:59Z
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: v1
kind: Secret
metadata: {name: shop, namespace: edge}
stringData:
  key: not shown
  cert: |
    -----BEGIN CERTIFICATE-----
    MIIBYDCCAQagAwIBAgIBATAKBggqhkjOPQQDAjAbMRkwFwYDVQQDExBzaG9wLmV4
    YW1wbGUuY29tMB4XDTI2MDEwMTAwMDAwMFoXDTI2MDQwMTAwMDAwMFowGzEZMBcG
    A1UEAxMQc2hvcC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
    BMVCKd74f3w91oy8K0Epm+Ck7jYwp+MdULj8uuvtInPa6IJ4VWa07o4b+FHAlCYW
    +1vhT7oLHzt2it/3y5vRAVijOzA5MDcGA1UdEQQwMC6CEHNob3AuZXhhbXBsZS5j
    b22CFHd3dy5zaG9wLmV4YW1wbGUuY29thwTAAAIHMAoGCCqGSM49BAMCA0gAMEUC
    IFD6V4Tgrh0YC1IRzCCTyK/Zu3O2rZX6ndJ70NWHsO6qAiEAo8hW8CDswpqOH/5J
    EFHZXJOTjM5NJoxRgfWQsOLDc08=
    -----END CERTIFICATE-----
---
apiVersion: v1
kind: Secret
metadata: {name: pay, namespace: bank}
data: {tls.crt: bm9uZQ==, tls.key: bm9uZQ==}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 443, name: https-0, protocol: HTTPS}
      hosts: [shop.example.com]
      tls:
        mode: SIMPLE
        credentialName: shop
#                       ^^^^ Secret "shop" of namespace "edge" holds only from 2026-01-01T00:00:00Z on.
    - port: {number: 8443, name: https-1, protocol: HTTPS}
      hosts: [pay.example.com]
      tls:
        mode: SIMPLE
        credentialName: bank/pay
#                       ^^^^^^^^ Secret "pay" of namespace "bank" holds no certificate in tls.crt.
`
  },
  good: {
    'a certificate in its dates, placeholders that are filled in later, and a Secret without content in git': `
# now: 2026-06-01T00:00:00Z
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: v1
kind: Secret
metadata: {name: pay, namespace: edge}
type: kubernetes.io/tls
stringData:
  tls.key: <path:secret/data/pay#key>
  tls.crt: |
    -----BEGIN CERTIFICATE-----
    MIIBQzCB6aADAgECAgEBMAoGCCqGSM49BAMCMBoxGDAWBgNVBAMTD3BheS5leGFt
    cGxlLmNvbTAgFw0yNjAxMDEwMDAwMDBaGA8yMDUxMDEwMTAwMDAwMFowGjEYMBYG
    A1UEAxMPcGF5LmV4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
    PspGoNpVHIZcdCWESJ0VEv5vz2smA2eds+Nc/8AqrnDJuIFbCjJl+08QWE1MRW7q
    MEIeTKwzWjXEFXf7TO14MqMeMBwwGgYDVR0RBBMwEYIPcGF5LmV4YW1wbGUuY29t
    MAoGCCqGSM49BAMCA0kAMEYCIQDUuReS7bFW1ucIIRL8hpEl9iUYXZzObj5Z3WYp
    AJ2eKQIhAN+qmdMsv1atqxQMylPWVeSTe1BQU247ySDviqKDAGyL
    -----END CERTIFICATE-----
---
apiVersion: v1
kind: Secret
metadata: {name: shop, namespace: edge}
data: {tls.crt: <path:secret/data/shop#crt>, tls.key: <path:secret/data/shop#key>}
---
apiVersion: v1
kind: Secret
metadata: {name: admin, namespace: edge}
type: kubernetes.io/tls
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 443, name: https-0, protocol: HTTPS}
      hosts: [pay.example.com]
      tls:
        mode: SIMPLE
        credentialName: pay
    - port: {number: 8443, name: https-1, protocol: HTTPS}
      hosts: [shop.example.com]
      tls:
        mode: SIMPLE
        credentialName: shop
    - port: {number: 16443, name: https-2, protocol: HTTPS}
      hosts: [admin.example.com]
      tls:
        mode: SIMPLE
        credentialName: admin
`,
    'without a time no certificate is judged by its dates': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge}
spec: {template: {metadata: {labels: {istio: gateway}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}
---
apiVersion: v1
kind: Secret
metadata: {name: shop, namespace: edge}
stringData:
  key: not shown
  cert: |
    -----BEGIN CERTIFICATE-----
    MIIBYDCCAQagAwIBAgIBATAKBggqhkjOPQQDAjAbMRkwFwYDVQQDExBzaG9wLmV4
    YW1wbGUuY29tMB4XDTI2MDEwMTAwMDAwMFoXDTI2MDQwMTAwMDAwMFowGzEZMBcG
    A1UEAxMQc2hvcC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
    BMVCKd74f3w91oy8K0Epm+Ck7jYwp+MdULj8uuvtInPa6IJ4VWa07o4b+FHAlCYW
    +1vhT7oLHzt2it/3y5vRAVijOzA5MDcGA1UdEQQwMC6CEHNob3AuZXhhbXBsZS5j
    b22CFHd3dy5zaG9wLmV4YW1wbGUuY29thwTAAAIHMAoGCCqGSM49BAMCA0gAMEUC
    IFD6V4Tgrh0YC1IRzCCTyK/Zu3O2rZX6ndJ70NWHsO6qAiEAo8hW8CDswpqOH/5J
    EFHZXJOTjM5NJoxRgfWQsOLDc08=
    -----END CERTIFICATE-----
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: shop}
spec:
  selector: {istio: gateway}
  servers:
    - port: {number: 443, name: https-0, protocol: HTTPS}
      hosts: [shop.example.com]
      tls:
        mode: SIMPLE
        credentialName: shop
`
  }
})
