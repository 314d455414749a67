import { unknownWorkload } from '../../../src/analyzers/policy/unknown-workload.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownWorkload, {
  bad: {
    'a label that is misspelt, and a policy beside the wrong workloads': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: bank}
spec: {template: {metadata: {labels: {app: pay}}, spec: {containers: [{name: pay, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: card}}
# ^^^^^^^^ No workload of namespace "shop" carries app=card.
  mtls: {mode: STRICT}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: pay, namespace: shop}
spec: {selector: {matchLabels: {app: pay}}, jwtRules: [{issuer: a}]}
#      ^^^^^^^^ No workload of namespace "shop" carries app=pay.
`,
    'a filter of the root namespace, and a plugin in a mesh that is all there': `
# complete
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: lua, namespace: istio-system}
spec: {workloadSelector: {labels: {app: web}}}
#      ^^^^^^^^^^^^^^^^ No workload of the mesh carries app=web.
---
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: filter, namespace: shop}
spec:
  selector:
# ^^^^^^^^ No workload of namespace "shop" carries tier=front.
    matchLabels: {tier: front}
  url: oci://registry.example.com/filter:1
`
  },
  good: {
    'labels that pods or machines carry, the whole namespace, and targetRefs': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: vm, namespace: shop}
spec: {address: 192.0.2.1, labels: {app: vm}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: vm, namespace: shop}
spec: {selector: {matchLabels: {app: vm}}, mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: all, namespace: shop}
spec: {jwtRules: [{issuer: a}]}
---
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: filter, namespace: istio-system}
spec: {selector: {matchLabels: {app: cart}}, url: "oci://registry.example.com/filter:1"}
`,
    'git holds no workload of the namespace, or none with such a label': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: pay, namespace: bank}
spec: {selector: {matchLabels: {app: pay}}, mtls: {mode: STRICT}}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: edge, namespace: shop}
spec: {workloadSelector: {labels: {istio: ingressgateway}}}
`
  }
})
