import { conflictingProviders } from '../../../src/analyzers/authorization-policy/conflicting-providers.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(conflictingProviders, {
  bad: {
    'two providers for one workload': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: login, namespace: shop}
spec:
  action: CUSTOM
  provider: {name: login}
#                  ^^^^^ Provider "login" is asked about workload "cart" by this policy, and "quota" by AuthorizationPolicy shop/quota.
  rules: [{}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: quota, namespace: shop}
spec:
  action: CUSTOM
  selector: {matchLabels: {app: cart}}
  provider: {name: quota}
#                  ^^^^^ Provider "quota" is asked about workload "cart" by this policy, and "login" by AuthorizationPolicy shop/login.
  rules: [{to: [{operation: {paths: ["/api/*"]}}]}]
`,
    'one of them of the mesh': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: bank}
spec: {template: {metadata: {labels: {app: pay}}, spec: {containers: [{name: pay, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: login, namespace: istio-system}
spec: {action: CUSTOM, provider: {name: login}, rules: [{}]}
#                                       ^^^^^ Provider "login" is asked about workload "pay" by this policy, and "quota" by AuthorizationPolicy bank/quota.
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: quota, namespace: bank}
spec: {action: CUSTOM, provider: {name: quota}, rules: [{}]}
#                                       ^^^^^ Provider "quota" is asked about workload "pay" by this policy, and "login" by AuthorizationPolicy istio-system/login.
`
  },
  good: {
    'one provider for both policies, and another for other workloads': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: shop}
spec: {template: {metadata: {labels: {app: pay}}, spec: {containers: [{name: pay, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: one, namespace: shop}
spec: {action: CUSTOM, selector: {matchLabels: {app: cart}}, provider: {name: login}, rules: [{}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: two, namespace: shop}
spec: {action: CUSTOM, selector: {matchLabels: {app: cart}}, provider: {name: login}, rules: [{}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: pay, namespace: shop}
spec: {action: CUSTOM, selector: {matchLabels: {app: pay}}, provider: {name: quota}, rules: [{}]}
`,
    'a policy of another action': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: login, namespace: shop}
spec: {action: CUSTOM, provider: {name: login}, rules: [{}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: web, namespace: shop}
spec: {rules: [{from: [{source: {namespaces: [web]}}]}]}
`
  }
})
