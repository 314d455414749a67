import type { Manifest } from '../manifest/manifest.ts'
import { filled, list, mapOrEmpty, text, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'

const KINDS = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'] as const

/**
 * Gateway API routes whose parent is a service, by its host (lower case): for clients in the mesh they
 * stand in the place of VirtualServices. Source: Gateway API, GAMMA.
 */
export function meshRoutes(mesh: Mesh): ReadonlyMap<string, readonly Manifest[]> {
  const result = new Map<string, Manifest[]>()
  for (const manifest of KINDS.flatMap(kind => mesh.of(kind))) {
    for (const entry of list(manifest.spec.parentRefs)) {
      const parent = mapOrEmpty(entry)
      for (const host of parentHosts(parent, manifest, mesh)) {
        const known = result.get(host)
        if (known === undefined) result.set(host, [manifest])
        else if (!known.includes(manifest)) known.push(manifest)
      }
    }
  }
  return result
}

function parentHosts(
  parent: ReturnType<typeof mapOrEmpty>,
  manifest: Manifest,
  mesh: Mesh
): string[] {
  const name = text(parent.name) ?? ''
  const namespace = filled(parent.namespace) ?? manifest.ref.namespace
  switch (text(parent.kind)) {
    case 'Service':
      return [`${name}.${namespace}.svc.${mesh.config.clusterDomain}`.toLowerCase()]
    case 'Hostname':
      return [name.toLowerCase()]
    case 'ServiceEntry': {
      const group = 'networking.istio.io'
      const entry = mesh.get({ group, kind: 'ServiceEntry', namespace, name })
      return texts(entry?.spec.hosts).map(host => host.toLowerCase())
    }
    default:
      return []
  }
}
