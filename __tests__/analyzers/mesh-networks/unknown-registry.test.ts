import { unknownRegistry } from '../../../src/analyzers/mesh-networks/unknown-registry.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownRegistry, {
  bad: {
    'a cluster without a remote secret': `
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  meshNetworks: |
# ^^^^^^^^^^^^ Network "west" takes its endpoints from registry "west", which the mesh does not know.
    networks:
      east:
        endpoints: [{fromRegistry: Kubernetes}]
      west:
        endpoints: [{fromRegistry: west}]
---
apiVersion: v1
kind: Secret
metadata: {name: istio-remote-secret-north, namespace: istio-system, labels: {istio/multiCluster: "true"}}
`
  },
  good: {
    'a cluster with one, and git that holds no remote secret': `
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  meshNetworks: |
    networks:
      west:
        endpoints: [{fromRegistry: west}, {fromCidr: 10.0.0.0/8}]
---
apiVersion: v1
kind: Secret
metadata: {name: istio-remote-secret-west, namespace: istio-system, labels: {istio/multiCluster: "true"}}
`,
    'no remote secret at all': `
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  meshNetworks: "networks: {west: {endpoints: [{fromRegistry: west}]}}"
`
  }
})
