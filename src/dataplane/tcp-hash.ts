import { map, mapOrEmpty } from '../mesh/json.ts'
import type { DestinationRule } from './destination-rule.ts'

/**
 * TCP connections are hashed by their source address alone, and only where the top level or the subset
 * says so; port entries do not count. Source: pilot networking/core/networkfilter.go maybeSetHashPolicy.
 */
export function hashesSource(rule: DestinationRule | undefined, subset: string): boolean {
  if (rule === undefined) return false
  const own = map(mapOrEmpty(rule.subsets.get(subset)?.trafficPolicy ?? undefined).loadBalancer)
  const balancer = own ?? map(rule.trafficPolicy?.fields.loadBalancer)
  return mapOrEmpty(balancer?.consistentHash).useSourceIp === true
}
