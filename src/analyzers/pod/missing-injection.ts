import type { JsonMap, Manifest } from '../../manifest/manifest.ts'
import { isMap, list, mapOrEmpty, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { selectsBy } from '../../mesh/selector.ts'
import type { Workload } from '../../mesh/workload.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podSpec } from '../in-mesh.ts'
import { podsOf } from '../pods.ts'

export const missingInjection = defineAnalyzer({
  id: 'pod/missing-injection',
  severity: 'error',
  summary: 'A proxy container waits for an injector that does not take its pod.',
  why: 'The image `auto` is a placeholder that the injection webhook fills in. Where no webhook does, the kubelet looks for an image of that name and the pod never starts.',
  fix: 'Label the namespace or the pod template for injection, or name a real image.',
  message: '{kind} "{name}" has the image "auto" in its istio-proxy container, and {reason}.',
  sources: ['IST0146', 'IST0147'],
  check({ mesh, report }) {
    const webhooks = istioWebhooks(mesh)
    for (const pod of podsOf(mesh).all) {
      const { kind, name } = pod.manifest.ref
      if (kind !== 'Pod' && kind !== 'Deployment') continue
      const container = autoContainer(podSpec(pod))
      if (container < 0) continue
      const path = [...pod.labelsPath.slice(0, -2), 'spec', 'containers', container, 'image']
      if (kind === 'Pod') {
        // One that git alone holds has not met the webhook yet.
        if (!mesh.complete && pod.manifest.object.status === undefined) continue
        const reason = 'no webhook has replaced it'
        report(pod.manifest, path, { kind, name, reason }, { sources: ['IST0147'] })
        continue
      }
      if (webhooks.length === 0 && !mesh.complete) continue
      if (webhooks.some(webhook => takes(webhook, pod, mesh))) continue
      const reason = 'no injection webhook selects its pods'
      report(
        pod.manifest,
        path,
        { kind, name, reason },
        {
          severity: 'warning',
          sources: ['IST0146'],
          certainty: mesh.complete ? 'certain' : 'assumed'
        }
      )
    }
  }
})

function autoContainer(spec: JsonMap): number {
  return list(spec.containers).findIndex(container => {
    const { name, image } = mapOrEmpty(container)
    return name === 'istio-proxy' && image === 'auto'
  })
}

function istioWebhooks(mesh: Mesh): JsonMap[] {
  return mesh
    .of('MutatingWebhookConfiguration')
    .flatMap(({ object }: Manifest) => list(object.webhooks))
    .filter(isMap)
    .filter(webhook => text(webhook.name)?.endsWith('istio.io') === true)
}

function takes(webhook: JsonMap, pod: Workload, mesh: Mesh): boolean {
  const { namespaceSelector, objectSelector } = webhook
  const namespace = mesh.namespaceLabels(pod.namespace === '' ? 'default' : pod.namespace)
  return selectsBy(namespaceSelector, namespace) && selectsBy(objectSelector, pod.labels)
}
