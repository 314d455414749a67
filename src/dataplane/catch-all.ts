import type { Route, VirtualHost, WeightedCluster } from './config.ts'
import { destinationCluster } from './route-action.ts'
import { EVERYTHING } from './route-match.ts'
import type { Scope } from './scope.ts'

/**
 * What becomes of hosts that nobody knows on a known HTTP port.
 * Source: pilot networking/core/httproute.go buildCatchAllVirtualHost.
 */
export function catchAll(scope: Scope): VirtualHost {
  const { mode, egressProxy } = scope.outbound
  if (mode === 'ALLOW_ANY_DYNAMIC_DNS') {
    return host('allow_any_dynamic_dns', {
      kind: 'passthrough',
      cluster: 'AllowAnyDynamicDNSCluster'
    })
  }
  if (mode === 'REGISTRY_ONLY') return host('block_all', { kind: 'blackhole', status: 502 })
  if (egressProxy === null) {
    return host('allow_any', { kind: 'passthrough', cluster: 'PassthroughCluster' })
  }
  const { sidecar } = scope
  const at =
    sidecar === null
      ? null
      : { manifest: sidecar, path: ['spec', 'outboundTrafficPolicy', 'egressProxy'] }
  const target: WeightedCluster = {
    ...destinationCluster(egressProxy, { service: () => undefined, port: 0 }, at),
    weight: 1
  }
  return host('allow_any', {
    kind: 'forward',
    destinations: [target],
    clusterNotFound: 503,
    settings: { retries: 'off' }
  })
}

function host(name: string, action: Route['action']): VirtualHost {
  return {
    name,
    domains: ['*'],
    requireTls: false,
    origins: [],
    routes: [
      { name, match: EVERYTHING, action, origins: [], certainty: 'certain', assumptions: [] }
    ]
  }
}
