import { conflictingDataplane } from '../../../src/analyzers/workload/conflicting-dataplane.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(conflictingDataplane, {
  bad: {
    'two labels, and a label against the namespace': `
apiVersion: v1
kind: Namespace
metadata: {name: web, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec:
  template:
    metadata: {labels: {app: cart, istio.io/dataplane-mode: ambient, sidecar.istio.io/inject: "true"}}
#                                                           ^^^^^^^ Workload "cart" is asked for in two ways: label istio.io/dataplane-mode, and label sidecar.istio.io/inject.
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: news, namespace: web}
spec:
  template:
    metadata:
      labels:
        app: news
        istio.io/dataplane-mode: ambient
#                                ^^^^^^^ Workload "news" is asked for in two ways: label istio.io/dataplane-mode, and namespace "web" has sidecars injected.
`,
    'a sidecar in an ambient namespace, by label and by hand': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart, sidecar.istio.io/inject: "true"}}}}
#                                                                         ^^^^^^ Workload "cart" is asked for in two ways: namespace "shop" is in ambient mode, and label sidecar.istio.io/inject.
---
apiVersion: v1
kind: Pod
metadata: {name: pay, namespace: shop, labels: {app: pay}}
#                                      ^^^^^^ Workload "pay" is asked for in two ways: namespace "shop" is in ambient mode, and it has a container istio-proxy.
spec: {containers: [{name: pay}, {name: istio-proxy, image: proxyv2}]}
---
apiVersion: v1
kind: Pod
metadata:
  name: mail
  namespace: post
  annotations: {ambient.istio.io/redirection: enabled}
  labels: {sidecar.istio.io/inject: "true"}
# ^^^^^^ Workload "mail" is asked for in two ways: its traffic is redirected to ztunnel, and label sidecar.istio.io/inject.
`
  },
  good: {
    'one of the two, and pods that leave the ambient namespace': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: shop}
spec: {template: {metadata: {labels: {app: pay, istio.io/dataplane-mode: none, sidecar.istio.io/inject: "true"}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: news, namespace: web}
spec: {template: {metadata: {labels: {app: news, istio.io/dataplane-mode: ambient}}}}
`,
    'a gateway, and pods that refuse the sidecar of their namespace': `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Pod
metadata: {name: edge, namespace: shop, labels: {app: edge}}
spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: web, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: news, namespace: web}
spec: {template: {metadata: {labels: {istio.io/dataplane-mode: ambient, sidecar.istio.io/inject: "false"}}}}
`
  }
})
