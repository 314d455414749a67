import type { Random } from './random.ts'

/**
 * Feature flags that change routing: those of conformance/older-minors.ts that 1.30 or 1.31 still reads
 * (`judge flags` prints them all), and two more. Both sides are given them: the judge as its environment, the
 * engine as flags of the mesh, which turn the same switch as the older minor does.
 */
export const routingFlags: Readonly<Record<string, readonly string[]>> = {
  DISABLE_SHADOW_HOST_SUFFIX: ['false'],
  ENABLE_ENHANCED_DESTINATIONRULE_MERGE: ['false'],
  PILOT_UNIFIED_SIDECAR_SCOPE: ['false'],
  PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE: ['false'],
  PILOT_ENABLE_ABSOLUTE_FQDN_VHOST_DOMAIN: ['false'],
  PILOT_ENABLE_IP_AUTOALLOCATE: ['false'],
  PREFER_DESTINATIONRULE_TLS_FOR_EXTERNAL_SERVICES: ['false'],
  PILOT_ENABLE_STRICT_GATEWAY_MERGING: ['false'],
  PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS: ['false'],
  PILOT_SCOPE_GATEWAY_TO_NAMESPACE: ['true'],
  PILOT_FILTER_GATEWAY_CLUSTER_CONFIG: ['true']
}

/** Mostly none; else one. Each set of flags costs the judge a process. */
export function drawFlags(random: Random): Readonly<Record<string, string>> {
  if (!random.chance(0.2)) return {}
  const name = random.pick(Object.keys(routingFlags))
  return { [name]: random.pick(routingFlags[name] ?? ['true']) }
}
