import { insecureJwksFetch } from '../../../src/analyzers/deployment/insecure-jwks-fetch.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(insecureJwksFetch, {
  bad: {
    'tokens are accepted, and nothing keeps istiod from asking any address': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system, labels: {app: istiod}}
spec:
  template:
    metadata: {labels: {app: istiod}}
    spec:
      containers: [{name: discovery, env: [{name: BLOCKED_CIDRS_IN_JWKS_URIS, value: ""}]}]
#     ^^^^^^^^^^ The control plane has no BLOCKED_CIDRS_IN_JWKS_URIS, and these RequestAuthentications can have it fetch from anywhere: shop/shop.
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: shop, namespace: shop}
spec: {jwtRules: [{issuer: https://issuer.example.com}]}
`
  },
  good: {
    'networks are blocked': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system, labels: {app: istiod}}
spec:
  template:
    spec:
      containers: [{name: discovery, env: [{name: BLOCKED_CIDRS_IN_JWKS_URIS, value: 169.254.169.254/32}]}]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: shop, namespace: shop}
spec: {jwtRules: [{issuer: https://issuer.example.com}]}
`,
    'nobody asks for tokens': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system, labels: {app: istiod}}
spec: {template: {spec: {containers: [{name: discovery}]}}}
`
  }
})
