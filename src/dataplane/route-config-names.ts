import type { Listener } from './config.ts'

/** Names of the route configurations that chains lead to, in the order of the listeners. */
export function routeConfigNames(listeners: readonly Listener[]): string[] {
  const names = new Set<string>()
  for (const { filterChains, defaultChain } of listeners) {
    for (const { routeConfig } of filterChains)
      if (routeConfig !== undefined) names.add(routeConfig)
    if (defaultChain?.routeConfig !== undefined) names.add(defaultChain.routeConfig)
  }
  return [...names]
}
