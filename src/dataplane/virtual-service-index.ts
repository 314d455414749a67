import type { Mesh } from '../mesh/mesh.ts'
import { destinations } from './destinations.ts'
import { type VirtualService, virtualServices } from './virtual-service.ts'

/**
 * VirtualServices by who sees them and by gateway. A proxy of namespace N takes those of N that name N
 * in exportTo, then others' that name N, then public ones; each list oldest first.
 * Source: pilot model/push_context.go initVirtualServices, VirtualServicesForGateway.
 */
export interface VirtualServiceIndex {
  readonly all: readonly VirtualService[]
  /** In index order, for proxies of a namespace. */
  for(namespace: string, gateway: string): readonly VirtualService[]
  /** Those with a destination of exactly this host. */
  routingTo(host: string): readonly VirtualService[]
}

export function virtualServiceIndex(mesh: Mesh): VirtualServiceIndex {
  const all = virtualServices(mesh)
  const own = new Map<string, VirtualService[]>()
  const exported = new Map<string, VirtualService[]>()
  const everywhere = new Map<string, VirtualService[]>()
  for (const service of all) {
    const { exportTo } = service
    if (exportTo === 'none') continue
    for (const gateway of new Set(service.gateways)) {
      if (exportTo === 'public') {
        add(everywhere, gateway, service)
        continue
      }
      for (const namespace of exportTo) {
        add(namespace === service.namespace ? own : exported, `${namespace} ${gateway}`, service)
      }
    }
  }
  let byDestination: Map<string, VirtualService[]> | undefined
  const joined = new Map<string, readonly VirtualService[]>()
  return {
    all,
    routingTo(host) {
      byDestination ??= destinationIndex(all)
      return byDestination.get(host) ?? []
    },
    for(namespace, gateway) {
      const key = `${namespace} ${gateway}`
      const known = joined.get(key)
      if (known !== undefined) return known
      const first = own.get(key)
      const second = exported.get(key)
      const third = everywhere.get(gateway) ?? []
      const result =
        first === undefined && second === undefined
          ? third
          : [...(first ?? []), ...(second ?? []), ...third]
      joined.set(key, result)
      return result
    }
  }
}

function destinationIndex(all: readonly VirtualService[]): Map<string, VirtualService[]> {
  const index = new Map<string, VirtualService[]>()
  for (const service of all) {
    for (const host of destinations(service, null).keys()) add(index, host, service)
  }
  return index
}

function add(index: Map<string, VirtualService[]>, key: string, service: VirtualService): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [service])
  else known.push(service)
}
