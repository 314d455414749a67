import type { FilterChain, ProxyConfig } from '../../src/dataplane/config.ts'
import type { CanonicalChain, CanonicalListener } from './canonical.ts'

/** The engine's outbound and gateway listeners in canonical words. */
export function listenersOf(config: ProxyConfig): readonly CanonicalListener[] {
  return config.listeners.map(({ name, address, port, filterChains, defaultChain }) => ({
    name,
    address,
    port,
    chains: [
      ...filterChains.map(chainOf),
      ...(defaultChain === undefined
        ? []
        : [{ ...chainOf(defaultChain), match: { default: true } }])
    ]
  }))
}

function chainOf({ match, routeConfig, tcp, tls }: FilterChain): CanonicalChain {
  return {
    match,
    ...(routeConfig === undefined ? {} : { routeConfig }),
    ...(tcp === undefined ? {} : { tcp: tcp.map(({ cluster, weight }) => ({ cluster, weight })) }),
    ...(tls === undefined ? {} : { tls: true })
  }
}
