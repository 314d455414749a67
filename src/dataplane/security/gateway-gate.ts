import type { FilterChain } from '../config.ts'
import type { Dataplane } from '../dataplane.ts'
import type { Request } from '../request.ts'
import type { ProxyView } from '../view.ts'
import { callerPrincipal } from './caller-identity.ts'
import { evaluateGate, type GateResult, refusedProvider } from './gate.ts'
import { securityOf } from './inbound.ts'

/**
 * The policies that a proxy enforces before it routes: those of gateway pods. Sidecars have none for what
 * their own pod sends, and TLS that is passed on by SNI across networks meets none.
 * Source: pilot core/gateway.go builtAutoPassthroughFilterChains.
 */
export function passGate(
  dataplane: Dataplane,
  { proxy }: ProxyView,
  chain: FilterChain,
  request: Request,
  isRouted = true
): GateResult {
  const free: GateResult = { kind: 'through', request, headers: {}, steps: [] }
  if (proxy.type !== 'gateway' || crossesNetworks(chain)) return free
  const keeper = securityOf(dataplane.compilation).gatekeeper(proxy)
  if (keeper.policies.length === 0 && keeper.jwt.length === 0) return free
  return evaluateGate(dataplane.mesh, keeper, request, {
    reading: chain.routeConfig === undefined ? 'tcp' : 'http',
    // The gateway knows who is there only where it ends the TLS itself.
    principal: chain.tls === undefined ? null : callerPrincipal(dataplane.mesh, request),
    port: request.port,
    destinationIp: request.address,
    readsServerName: chain.unreadNames !== true,
    place: 'gateway',
    isRouted
  })
}

/** Why Envoy does not take the listeners of a gateway for its policies; `null`: it does. */
export function refusedAtGate(dataplane: Dataplane, { proxy }: ProxyView): string | null {
  if (proxy.type !== 'gateway') return null
  return refusedProvider(securityOf(dataplane.compilation).gatekeeper(proxy))
}

function crossesNetworks(chain: FilterChain): boolean {
  return chain.tcp?.some(({ cluster }) => cluster.startsWith('outbound_')) === true
}
