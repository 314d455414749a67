import type { Json, JsonMap } from '../manifest/manifest.ts'
import type { Features } from '../mesh/features.ts'
import { list, map, mapOrEmpty, number, text } from '../mesh/json.ts'
import type { MeshConfig } from '../mesh/mesh-config.ts'
import type { DestinationRule } from './destination-rule.ts'

/** The traffic policy of one cluster, every level laid over the one beneath. */
export interface TrafficPolicy {
  readonly connectionPool?: JsonMap
  readonly outlierDetection?: JsonMap
  readonly loadBalancer?: JsonMap
  readonly tls?: JsonMap
  readonly tunnel?: JsonMap
  readonly proxyProtocol?: JsonMap
  readonly retryBudget?: JsonMap
}

const BLOCKS = ['connectionPool', 'outlierDetection', 'loadBalancer', 'tls'] as const
const WHOLE_BLOCKS = ['tunnel', 'proxyProtocol', 'retryBudget'] as const

/**
 * Mesh default, DestinationRule, subset. A port entry replaces its level whole: blocks that it leaves out
 * are at their defaults. Source: pilot networking/util/util.go GetPortLevelTrafficPolicy,
 * MergeSubsetTrafficPolicy; core/cluster_traffic_policy.go applyDefaultTrafficPolicy.
 */
export function effectivePolicy(
  rule: DestinationRule | undefined,
  subset: string,
  port: number,
  mesh: { readonly config: MeshConfig; readonly features: Features }
): TrafficPolicy {
  const own = ofLevel(rule?.trafficPolicy?.fields, port).policy
  const base = withMeshDefault(own, mesh)
  const inner = rule?.subsets.get(subset)?.trafficPolicy
  if (subset === '' || inner === undefined || inner === null) return base
  const { policy, replaces } = ofLevel(inner, port)
  const merged: Record<string, JsonMap> = {}
  for (const block of BLOCKS) {
    const value = policy[block] ?? (replaces ? undefined : base[block])
    if (value !== undefined) merged[block] = value
  }
  for (const block of WHOLE_BLOCKS) {
    const value = policy[block] ?? base[block]
    if (value !== undefined) merged[block] = value
  }
  return merged
}

function ofLevel(
  fields: JsonMap | undefined,
  port: number
): { readonly policy: TrafficPolicy; readonly replaces: boolean } {
  if (fields === undefined) return { policy: {}, replaces: false }
  const entry = portEntry(fields, port)
  return entry === undefined
    ? { policy: blocks(fields, [...BLOCKS, ...WHOLE_BLOCKS]), replaces: false }
    : { policy: blocks(entry, BLOCKS), replaces: true }
}

/** The first entry of a port. */
export function portEntry(fields: JsonMap, port: number): JsonMap | undefined {
  return list(fields.portLevelSettings)
    .map(entry => mapOrEmpty(entry))
    .find(entry => number(mapOrEmpty(entry.port).number) === port)
}

function blocks(fields: JsonMap, names: readonly string[]): TrafficPolicy {
  const result: Record<string, JsonMap> = {}
  for (const name of names) {
    const value = map(fields[name])
    if (value !== undefined) result[name] = value
  }
  return result
}

/** Pool and outlier detection of the mesh stand where the rule has none (1.31). */
function withMeshDefault(
  policy: TrafficPolicy,
  { config, features }: { readonly config: MeshConfig; readonly features: Features }
): TrafficPolicy {
  const fallback = config.defaultTrafficPolicy
  if (fallback === null || !features.has('default-traffic-policy')) return policy
  const connectionPool = policy.connectionPool ?? map(fallback.connectionPool)
  const outlierDetection = policy.outlierDetection ?? map(fallback.outlierDetection)
  return {
    ...policy,
    ...(connectionPool === undefined ? {} : { connectionPool }),
    ...(outlierDetection === undefined ? {} : { outlierDetection })
  }
}

/** A tls block without a mode is DISABLE: proto3's zero. */
export function tlsModeOf(tls: JsonMap | undefined): string | undefined {
  return tls === undefined ? undefined : (text(tls.mode) ?? 'DISABLE')
}

/**
 * The tls mode by which endpoints are marked: unlike in the cluster, a port entry without tls leaves the
 * top level in force, and (since 1.31) a subset falls back to its rule.
 * Source: pilot xds/endpoints/mtls_checker.go tlsModeForDestinationRule.
 */
export function endpointTlsMode(
  rule: DestinationRule | undefined,
  subset: string,
  port: number,
  features: Features
): string | undefined {
  if (rule === undefined) return undefined
  const top = levelTlsMode(rule.trafficPolicy?.fields, port)
  if (subset === '') return top
  const found = rule.subsets.get(subset)
  if (found === undefined) return undefined
  const own = levelTlsMode(found.trafficPolicy ?? undefined, port)
  return own ?? (features.has('subset-tls-fallback') ? top : undefined)
}

function levelTlsMode(fields: JsonMap | undefined, port: number): string | undefined {
  if (fields === undefined) return undefined
  const entry = list(fields.portLevelSettings)
    .map(value => mapOrEmpty(value as Json))
    .find(value => number(mapOrEmpty(value.port).number) === port && map(value.tls) !== undefined)
  return tlsModeOf(map(entry?.tls)) ?? tlsModeOf(map(fields.tls))
}
