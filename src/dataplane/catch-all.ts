import type { Place } from '../finding.ts'
import type { FilterChain, Listener, Route, VirtualHost, WeightedCluster } from './config.ts'
import { PLAINTEXT_HTTP } from './http-chain.ts'
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
  const at = egressProxyPlace(scope)
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

/** What becomes of bytes that nobody knows. Source: listener_builder.go buildOutboundCatchAllNetworkFiltersOnly. */
export function passthroughChain(scope: Scope, name: string): FilterChain {
  const { mode, egressProxy } = scope.outbound
  const cluster = mode === 'REGISTRY_ONLY' ? 'BlackHoleCluster' : 'PassthroughCluster'
  const at = egressProxyPlace(scope)
  const target: WeightedCluster =
    egressProxy === null || mode === 'REGISTRY_ONLY'
      ? { cluster, host: '', subset: '', port: 0, weight: 1, at: null }
      : { ...destinationCluster(egressProxy, { service: () => undefined, port: 0 }, at), weight: 1 }
  return { name, match: {}, tcp: [target], origins: [], certainty: 'certain', assumptions: [] }
}

/** Routes of HTTP to ports that no other listener has, where a forward proxy serves it. */
export const REST_ROUTES = 'allow_any_dynamic_dns'

/** The listener behind all others. Source: listener_builder.go buildVirtualOutboundListener. */
export function virtualOutbound(scope: Scope): Listener {
  const bytes = passthroughChain(scope, 'virtualOutbound-catchall-tcp')
  const http: FilterChain = {
    name: 'virtualOutbound-catchall-tcp-http',
    match: { alpn: PLAINTEXT_HTTP },
    routeConfig: REST_ROUTES,
    origins: [],
    certainty: 'certain',
    assumptions: []
  }
  const dynamic = scope.outbound.mode === 'ALLOW_ANY_DYNAMIC_DNS'
  return {
    name: 'virtualOutbound',
    address: '0.0.0.0',
    port: 15001,
    filterChains: dynamic ? [http, bytes] : [bytes],
    sniffs: dynamic,
    lost: []
  }
}

function egressProxyPlace({ sidecar }: Scope): Place | null {
  return sidecar === null
    ? null
    : { manifest: sidecar, path: ['spec', 'outboundTrafficPolicy', 'egressProxy'] }
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
