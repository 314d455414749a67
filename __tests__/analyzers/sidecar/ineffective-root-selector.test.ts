import { ineffectiveRootSelector } from '../../../src/analyzers/sidecar/ineffective-root-selector.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(ineffectiveRootSelector, {
  bad: {
    'a selector in the root namespace': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: cart, namespace: istio-system}
spec:
  workloadSelector: {labels: {app: cart}}
# ^^^^^^^^^^^^^^^^ This Sidecar holds for no other namespace than "istio-system", the root namespace, where no workload carries app=cart.
  egress: [{hosts: ["./*"]}]
`,
    'two of them, one beside the default of the mesh': `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: istio-system}
spec: {egress: [{hosts: ["./*"]}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: pay, namespace: istio-system}
spec:
  egress: [{hosts: ["./*"]}]
  workloadSelector:
# ^^^^^^^^^^^^^^^^ This Sidecar holds for no other namespace than "istio-system", the root namespace, where no workload carries app=pay,tier=back.
    labels: {app: pay, tier: back}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: mail, namespace: istio-system}
spec: {workloadSelector: {labels: {app: mail}}, egress: [{hosts: ["./*"]}]}
#      ^^^^^^^^^^^^^^^^ This Sidecar holds for no other namespace than "istio-system", the root namespace, where no workload carries app=mail.
`
  },
  good: {
    'the default of the mesh, and a selector where the workloads are': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: istio-system}
spec: {egress: [{hosts: ["./*"]}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: cart, namespace: shop}
spec: {workloadSelector: {labels: {app: cart}}, egress: [{hosts: ["./*"]}]}
`,
    'a workload of the root namespace': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: exporter, namespace: istio-system}
spec: {template: {metadata: {labels: {app: exporter}}, spec: {containers: [{name: exporter, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: exporter, namespace: istio-system}
spec: {workloadSelector: {labels: {app: exporter}}, egress: [{hosts: ["./*"]}]}
`
  }
})
