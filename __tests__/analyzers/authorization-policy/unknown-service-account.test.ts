import { unknownServiceAccount } from '../../../src/analyzers/authorization-policy/unknown-service-account.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownServiceAccount, {
  bad: {
    'a principal and an account that are misspelt': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: web}
spec: {template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: web, containers: [{name: web, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  rules:
    - from:
        - source: {principals: [cluster.local/ns/web/sa/web, cluster.local/ns/web/sa/webb]}
#                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Namespace "web" has no service account "webb".
        - source: {serviceAccounts: [web/news]}
#                                    ^^^^^^^^ Namespace "web" has no service account "news".
`,
    'an account of a namespace that is not there, in a mesh that is all there': `
# complete
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  action: DENY
  rules: [{from: [{source: {notServiceAccounts: [cart]}}]}]
#                                                ^^^^ Namespace "shop" has no service account "cart".
`
  },
  good: {
    'accounts of pods, of machines, declared ones and the default one': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: web}
spec: {template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: web, containers: [{name: web, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: job, namespace: web}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: vm, namespace: web}
spec: {template: {serviceAccount: machine}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: web}
spec: {rules: [{from: [{source: {serviceAccounts: [web, web/job, machine, default]}}]}]}
`,
    'wildcards, another trust domain, and a namespace that git does not hold': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: web}
spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  rules:
    - from: [{source: {principals: ["*/sa/news", "cluster.local/ns/web/*", other.example.com/ns/web/sa/news, cluster.local/ns/mail/sa/mail]}}]
`
  }
})
