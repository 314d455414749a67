import type { Random } from './random.ts'

/**
 * Feature flags that both 1.30 and 1.31 read and that change routing (`judge flags` prints all that are
 * read). Both sides are given them: the judge as its environment, the engine as flags of the mesh.
 */
export const routingFlags: Readonly<Record<string, readonly string[]>> = {
  DISABLE_SHADOW_HOST_SUFFIX: ['false'],
  ENABLE_ENHANCED_DESTINATIONRULE_MERGE: ['false'],
  PILOT_UNIFIED_SIDECAR_SCOPE: ['false'],
  PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE: ['false'],
  PILOT_ENABLE_ABSOLUTE_FQDN_VHOST_DOMAIN: ['false'],
  PILOT_SCOPE_GATEWAY_TO_NAMESPACE: ['true'],
  PILOT_FILTER_GATEWAY_CLUSTER_CONFIG: ['true']
}

/** Mostly none; else one. Each set of flags costs the judge a process. */
export function drawFlags(random: Random): Readonly<Record<string, string>> {
  if (!random.chance(0.12)) return {}
  const name = random.pick(Object.keys(routingFlags))
  return { [name]: random.pick(routingFlags[name] ?? ['true']) }
}
