import { invalidUser } from '../../../src/analyzers/workload/invalid-user.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidUser, {
  bad: {
    'a container of a Deployment, and a Pod as a whole': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec:
  template:
    metadata: {labels: {app: cart}}
    spec:
      containers:
        - name: cart
          securityContext:
            runAsUser: 1337
#                      ^^^^ User 1337 is that of the proxy, so what container "cart" sends goes past it.
---
apiVersion: v1
kind: Pod
metadata: {name: pay, namespace: bank}
spec:
  securityContext: {runAsUser: 1337}
#                              ^^^^ User 1337 is that of the proxy, so what the pod, container "pay" sends goes past it.
  containers: [{name: pay, securityContext: {runAsUser: 1337}}]
`
  },
  good: {
    'the proxy itself, another user, and a gateway': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec:
  template:
    metadata: {labels: {app: cart}}
    spec:
      securityContext: {runAsUser: 1000}
      containers: [{name: cart}, {name: istio-proxy, securityContext: {runAsUser: 1337}}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: edge, labels: {istio: ingressgateway}}
spec:
  template:
    spec: {securityContext: {runAsUser: 1337}, containers: [{name: istio-proxy}]}
`
  }
})
