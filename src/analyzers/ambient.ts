import type { Mesh } from '../mesh/mesh.ts'

/** A Namespace whose pods ztunnel serves: labelled for ambient, and for no sidecar. Source: istio util/in_mesh.go. */
export function isAmbientNamespace(mesh: Mesh, namespace: string): boolean {
  const labels = mesh.namespaceLabels(namespace)
  if (labels['istio-injection'] === 'enabled') return false
  if ((labels['istio.io/rev'] ?? '') !== '') return false
  return labels['istio.io/dataplane-mode'] === 'ambient'
}
