import type { Mesh } from '../mesh/mesh.ts'
import { serviceOf } from './words.ts'

/** Is it a host of a Service that is in the cluster, in a namespace that istiod does not watch? Its address answers. */
export function isUnwatched(mesh: Mesh, host: string): boolean {
  const service = serviceOf(host)
  if (service === null || mesh.discovers(service.namespace) !== false) return false
  return mesh.manifests.some(
    ({ ref: { kind, group, name, namespace } }) =>
      kind === 'Service' && group === '' && name === service.name && namespace === service.namespace
  )
}
