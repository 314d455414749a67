import type { JsonMap } from '../manifest/manifest.ts'
import { list, map, mapOrEmpty, number, text } from '../mesh/json.ts'
import type { DestinationRule } from './destination-rule.ts'

export const hashReads = [
  [
    'DestinationRule',
    'spec.trafficPolicy.loadBalancer.consistentHash.{httpHeaderName,httpCookie.{name,path,ttl,attributes[].{name,value}},useSourceIp,httpQueryParameterName}'
  ]
] as const

/**
 * The consistentHash that goes on a route: the subset's port entry, the subset's, the port entry (only
 * where the destination names a port), the top level. Source: route.go HashForHTTPDestination.
 */
export function hashForDestination(
  rule: DestinationRule | undefined,
  destination: JsonMap
): JsonMap | undefined {
  if (rule === undefined) return undefined
  const policy = rule.trafficPolicy?.fields
  const port =
    map(destination.port) === undefined
      ? undefined
      : (number(mapOrEmpty(destination.port).number) ?? 0)
  const subset = rule.subsets.get(text(destination.subset) ?? '')?.trafficPolicy ?? undefined
  return ofPort(subset, port) ?? ofPolicy(subset) ?? ofPort(policy, port) ?? ofPolicy(policy)
}

/** For a service's default route: the port entry, else the top level. Source: route.go hashForService. */
export function hashForService(
  rule: DestinationRule | undefined,
  port: number
): JsonMap | undefined {
  const policy = rule?.trafficPolicy?.fields
  return ofPort(policy, port) ?? ofPolicy(policy)
}

function ofPolicy(policy: JsonMap | undefined): JsonMap | undefined {
  return map(mapOrEmpty(policy?.loadBalancer).consistentHash)
}

function ofPort(policy: JsonMap | undefined, port: number | undefined): JsonMap | undefined {
  if (policy === undefined || port === undefined) return undefined
  for (const entry of list(policy.portLevelSettings)) {
    const setting = mapOrEmpty(entry)
    if (number(mapOrEmpty(setting.port).number) === port) return ofPolicy(setting)
  }
  return undefined
}
