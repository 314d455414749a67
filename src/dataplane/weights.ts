import type { Json } from '../manifest/manifest.ts'
import { mapOrEmpty, number } from '../mesh/json.ts'

/** Envoy adds weights up as 32 bits. Source: Envoy router/config_impl.cc. */
const largestSum = 0xffff_ffff

/** The weight of a destination of an HTTP rule as Envoy gets it: istiod takes its bits as a number without sign. */
export function weightOf(destination: Json): number {
  return (number(mapOrEmpty(destination).weight) ?? 0) >>> 0
}

/**
 * Why Envoy refuses a route with these destinations; null: it takes it. One alone takes all, whatever its weight.
 * Source: route.go applyHTTPRouteDestination, Envoy router/config_impl.cc.
 */
export function refusedWeights(destinations: readonly Json[]): string | null {
  if (destinations.length === 1) return null
  let sum = 0
  for (const one of destinations) sum += weightOf(one)
  if (sum === 0) return 'a route without a destination that has weight'
  return sum > largestSum ? `weights that add up to more than ${largestSum}` : null
}
