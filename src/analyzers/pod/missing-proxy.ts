import { flag } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podSpec, proxyImage } from '../in-mesh.ts'
import { podsOf } from '../pods.ts'

export const missingProxy = defineAnalyzer({
  id: 'pod/missing-proxy',
  severity: 'warning',
  summary: 'A Pod of a namespace with injection runs without a proxy.',
  why: 'It was created before the label of the namespace, or injection failed: routes, mutual TLS and policies do not hold for it.',
  fix: 'Recreate the Pod, or opt it out with the label `sidecar.istio.io/inject: "false"`.',
  message: 'Pod "{pod}" has no istio-proxy container, though namespace "{namespace}" is injected.',
  sources: ['IST0103'],
  check({ mesh, report }) {
    for (const pod of podsOf(mesh).all) {
      const { manifest } = pod
      // Templates and manifests that were never applied do not hold the proxy yet.
      if (manifest.ref.kind !== 'Pod' || (!mesh.complete && manifest.object.status === undefined)) {
        continue
      }
      // The control plane's own pods never have one. Source: istio analyzers/injection/injection.go.
      if (pod.namespace === 'istio-system') continue
      if (mesh.namespaceLabels(pod.namespace)['istio-injection'] !== 'enabled') continue
      if (mesh.namespaceLabels(pod.namespace)['istio.io/dataplane-mode'] === 'ambient') continue
      const inject =
        pod.labels['sidecar.istio.io/inject'] ?? pod.annotations['sidecar.istio.io/inject']
      if (inject?.toLowerCase() === 'false') continue
      const spec = podSpec(pod)
      if (flag(spec.hostNetwork) === true || proxyImage(spec) !== '') continue
      report(manifest, ['metadata', 'name'], { pod: pod.name, namespace: pod.namespace })
    }
  }
})
