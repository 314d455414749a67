import type { Mesh } from '../mesh/mesh.ts'

/** A Namespace whose pods ztunnel serves: labelled for ambient, and for no sidecar. Source: istio util/in_mesh.go. */
export function isAmbientNamespace(mesh: Mesh, namespace: string): boolean {
  const labels = mesh.namespaceLabels(namespace)
  if (labels['istio-injection'] === 'enabled') return false
  if ((labels['istio.io/rev'] ?? '') !== '') return false
  return labels['istio.io/dataplane-mode'] === 'ambient'
}

const known = new WeakMap<Mesh, boolean>()

/** Whether some namespace is: most meshes have none, and nothing is looked up for them. */
export function hasAmbientNamespace(mesh: Mesh): boolean {
  const found =
    known.get(mesh) ?? mesh.of('Namespace').some(({ ref }) => isAmbientNamespace(mesh, ref.name))
  known.set(mesh, found)
  return found
}
