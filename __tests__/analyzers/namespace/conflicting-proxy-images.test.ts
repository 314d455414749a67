import { conflictingProxyImages } from '../../../src/analyzers/namespace/conflicting-proxy-images.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(conflictingProxyImages, {
  bad: {
    'pods that were not restarted since the upgrade': `
apiVersion: v1
kind: ConfigMap
metadata: {name: istio-sidecar-injector, namespace: istio-system}
data:
  values: '{"global": {"hub": "registry.example.com/istio", "tag": "1.30.1", "proxy": {"image": "proxyv2"}}}'
---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
#                ^^^^ Pods cart-1, cart-2 run another proxy image than "registry.example.com/istio/proxyv2:1.30.1", which the injector sets now.
---
apiVersion: v1
kind: Pod
metadata: {name: cart-1, namespace: shop}
spec: {containers: [{name: cart}, {name: istio-proxy, image: registry.example.com/istio/proxyv2:1.29.0}]}
---
apiVersion: v1
kind: Pod
metadata: {name: cart-2, namespace: shop}
spec: {containers: [{name: cart}], initContainers: [{name: istio-proxy, image: registry.example.com/istio/proxyv2:1.28.0}]}
`
  },
  good: {
    'the image of the injector, one chosen by hand, and a variant that a ProxyConfig asks for': `
apiVersion: v1
kind: ConfigMap
metadata: {name: istio-sidecar-injector-canary, namespace: istio-system}
data:
  values: '{"global": {"hub": "h", "tag": "2", "proxy": {"image": "registry.example.com/proxy:2"}}}'
---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/rev: canary}}
---
apiVersion: networking.istio.io/v1beta1
kind: ProxyConfig
metadata: {name: small, namespace: shop}
spec: {image: {imageType: distroless}}
---
apiVersion: v1
kind: Pod
metadata: {name: cart-1, namespace: shop}
spec: {containers: [{name: istio-proxy, image: "registry.example.com/proxy:2"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: cart-2, namespace: shop}
spec: {containers: [{name: istio-proxy, image: "registry.example.com/proxy:2-distroless"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: cart-3, namespace: shop, annotations: {sidecar.istio.io/proxyImage: "mine:1"}}
spec: {containers: [{name: istio-proxy, image: "mine:1"}]}
`
  }
})
