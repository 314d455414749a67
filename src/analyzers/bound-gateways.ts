import type { Manifest } from '../manifest/manifest.ts'
import { textMap, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Workload } from '../mesh/workload.ts'
import { gatewayNamesOf } from './gateway-names.ts'
import { podsOf } from './pods.ts'

/** Gateways that a VirtualService is bound to, and the mesh not; `null`: sidecars use it too, or git lacks some. */
export function boundGateways(mesh: Mesh, manifest: Manifest): readonly Manifest[] | null {
  if (texts(manifest.spec.gateways).length === 0) return null
  const found: Manifest[] = []
  for (const { gateway, path } of gatewayNamesOf(manifest)) {
    if (path[1] !== 'gateways') continue
    const held =
      gateway === null
        ? undefined
        : mesh.get({ group: 'networking.istio.io', kind: 'Gateway', ...gateway })
    if (held === undefined) return null
    found.push(held)
  }
  return found
}

/** Pods of these gateways; empty where git holds those of some gateway not. */
export function gatewayPods(mesh: Mesh, gateways: readonly Manifest[]): readonly Workload[] {
  const pods: Workload[] = []
  for (const { spec } of gateways) {
    const selected = podsOf(mesh).selectedBy(textMap(spec.selector), undefined, 20)
    if (selected.length === 0) return []
    pods.push(...selected)
  }
  return pods
}
