import type { JsonMap } from '../manifest/manifest.ts'
import { filled, list, mapOrEmpty, text } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Workload } from '../mesh/workload.ts'

/**
 * Whether pods are in the mesh; `null` where git does not say. A proxy of their own counts before the labels, those
 * before the annotations, those before the Namespace.
 * Source: istio pkg/config/analysis/analyzers/util/in_mesh.go, which does not know revisions.
 */
export function inMesh(pod: Workload, mesh: Mesh): boolean | null {
  if (proxyImage(podSpec(pod)) !== '') return true
  if (isRedirected(pod)) return true
  const own = pod.labels['sidecar.istio.io/inject'] ?? pod.annotations['sidecar.istio.io/inject']
  if (own !== undefined) return own === 'true'
  const labels = mesh.namespaceLabelsOf(pod.namespace)
  if (labels === null) return mesh.complete ? false : null
  const injection = labels['istio-injection']
  if (injection !== undefined) return injection === 'enabled'
  if (labels['istio.io/rev'] !== undefined || pod.labels['istio.io/rev'] !== undefined) return true
  if (labels['istio.io/dataplane-mode'] === 'ambient') return true
  // Labels of namespaces are often set outside git.
  return mesh.complete ? false : null
}

/** A pod whose traffic ztunnel takes. */
export function isRedirected({ annotations }: Workload): boolean {
  return annotations['ambient.istio.io/redirection'] === 'enabled'
}

/** `spec` of the pods. */
export function podSpec({ manifest, labelsPath }: Workload): JsonMap {
  let template: JsonMap = manifest.object
  for (const key of labelsPath.slice(0, -2)) template = mapOrEmpty(template[key])
  return mapOrEmpty(template.spec)
}

/** The image of the container `istio-proxy`, as container or init container; empty where there is none. */
export function proxyImage(spec: JsonMap): string {
  for (const container of [...list(spec.containers), ...list(spec.initContainers)]) {
    const fields = mapOrEmpty(container)
    if (text(fields.name) === 'istio-proxy') return filled(fields.image) ?? ''
  }
  return ''
}
