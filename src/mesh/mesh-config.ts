import type { Place } from '../finding.ts'
import type { JsonMap } from '../manifest/manifest.ts'
import type { Installation } from './installation.ts'
import { filled, flag, map, mapOrEmpty, number, text, texts } from './json.ts'

/** What of Istio's MeshConfig decides routes and access; the rest is in `raw`. */
export interface MeshConfig {
  readonly rootNamespace: string
  readonly clusterDomain: string
  readonly trustDomain: string
  readonly trustDomainAliases: readonly string[]
  readonly outboundTrafficPolicy: 'ALLOW_ANY' | 'REGISTRY_ONLY' | 'ALLOW_ANY_DYNAMIC_DNS'
  readonly defaultServiceExportTo: readonly string[]
  readonly defaultVirtualServiceExportTo: readonly string[]
  readonly defaultDestinationRuleExportTo: readonly string[]
  readonly enableAutoMtls: boolean
  readonly pathNormalization: 'NONE' | 'BASE' | 'MERGE_SLASHES' | 'DECODE_AND_MERGE_SLASHES'
  /** An HTTPRetry, or `null` for Istio's own default. */
  readonly defaultHttpRetryPolicy: JsonMap | null
  /** A TrafficPolicy beneath every DestinationRule (1.31), or `null`. */
  readonly defaultTrafficPolicy: JsonMap | null
  /** Everything that was given or found. */
  readonly raw: JsonMap
  /** Nothing was given or found: all of this is Istio's default. */
  readonly isDefault: boolean
  /** Where a manifest holds it. */
  readonly at: Place | null
}

/**
 * Defaults of Istio, over them what the manifests hold, over that what is given, field by field.
 * Source: istio pkg/config/mesh/mesh.go DefaultMeshConfig; api mesh/v1alpha1.
 */
export function meshConfig(
  given: JsonMap | undefined,
  found: Pick<Installation, 'meshConfig' | 'at' | 'clusterDomain'> | null = null
): MeshConfig {
  const domain = found?.clusterDomain ?? null
  const raw: JsonMap = {
    ...(domain === null ? {} : { clusterDomain: domain }),
    ...found?.meshConfig,
    ...given
  }
  const outbound = text(mapOrEmpty(raw.outboundTrafficPolicy).mode)
  const normalization = text(mapOrEmpty(raw.pathNormalization).normalization)
  return {
    rootNamespace: filled(raw.rootNamespace) ?? 'istio-system',
    clusterDomain: filled(raw.clusterDomain) ?? 'cluster.local',
    trustDomain: filled(raw.trustDomain) ?? 'cluster.local',
    trustDomainAliases: texts(raw.trustDomainAliases),
    outboundTrafficPolicy:
      outbound === 'REGISTRY_ONLY' || outbound === 'ALLOW_ANY_DYNAMIC_DNS' ? outbound : 'ALLOW_ANY',
    defaultServiceExportTo: exportDefault(raw, 'defaultServiceExportTo'),
    defaultVirtualServiceExportTo: exportDefault(raw, 'defaultVirtualServiceExportTo'),
    defaultDestinationRuleExportTo: exportDefault(raw, 'defaultDestinationRuleExportTo'),
    enableAutoMtls: flag(raw.enableAutoMtls) ?? true,
    pathNormalization:
      normalization === 'NONE' ||
      normalization === 'MERGE_SLASHES' ||
      normalization === 'DECODE_AND_MERGE_SLASHES'
        ? normalization
        : 'BASE',
    defaultHttpRetryPolicy: map(raw.defaultHttpRetryPolicy) ?? null,
    defaultTrafficPolicy: map(raw.defaultTrafficPolicy) ?? null,
    raw,
    isDefault: Object.keys(raw).length === 0 && (found?.meshConfig ?? null) === null,
    at: found?.at ?? null
  }
}

function exportDefault(raw: JsonMap, field: string): readonly string[] {
  const given = texts(raw[field])
  return given.length === 0 ? ['*'] : given
}

/** Trusted hops before the gateway (`defaultConfig.gatewayTopology.numTrustedProxies`). */
export function trustedProxies(config: MeshConfig): number {
  const topology = mapOrEmpty(mapOrEmpty(config.raw.defaultConfig).gatewayTopology)
  return number(topology.numTrustedProxies) ?? 0
}
