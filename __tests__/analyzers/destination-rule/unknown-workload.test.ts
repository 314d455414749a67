import { unknownWorkload } from '../../../src/analyzers/destination-rule/unknown-workload.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownWorkload, {
  bad: {
    'a label that no workload carries': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  subsets:
    - name: v1
      labels: {version: v1}
    - name: v2
      labels: {version: v2}
#             ^^^^^^^^^^^^^ Subset "v2" of "cart" selects no workload: none carries version=v2.
`,
    'the zone of no node': `
# complete
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Node
metadata: {name: n1, labels: {topology.kubernetes.io/region: eu, topology.kubernetes.io/zone: eu-1}}
---
apiVersion: v1
kind: Pod
metadata: {name: cart, namespace: shop, labels: {app: cart}}
spec: {nodeName: n1}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  subsets:
    - name: near
      labels: {topology.kubernetes.io/zone: eu-1}
    - name: far
      labels: {topology.kubernetes.io/zone: eu-2}
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Subset "far" of "cart" selects no workload: none carries topology.kubernetes.io/zone=eu-2.
`
  },
  good: {
    'labels of pods, a subset of all pods, a topology that only nodes know, and a host outside': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, version: v1}}}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  subsets:
    - {name: v1, labels: {version: v1}}
    - {name: all}
    - {name: near, labels: {app: cart, topology.kubernetes.io/zone: eu-1}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pay, namespace: shop}
spec:
  host: pay.bank.svc.cluster.local
  subsets: [{name: v9, labels: {version: v9}}]
`
  }
})
