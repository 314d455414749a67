/** Settings of MeshConfig that a compile step reads. Source: api mesh/v1alpha1. */
const SETTINGS =
  '{rootNamespace,trustDomain,trustDomainAliases[],outboundTrafficPolicy.mode,defaultServiceExportTo[],defaultVirtualServiceExportTo[],defaultDestinationRuleExportTo[],enableAutoMtls,pathNormalization.normalization,connectTimeout,h2UpgradePolicy,ingressControllerMode,ingressClass,ingressService,ingressSelector,defaultConfig.{gatewayTopology.numTrustedProxies,proxyMetadata.{ISTIO_META_DNS_CAPTURE,ISTIO_META_DNS_AUTO_ALLOCATE}}}'

/** Blocks that are read as a whole. */
const BLOCKS =
  '{defaultHttpRetryPolicy,defaultTrafficPolicy,localityLbSetting,discoverySelectors[]}.**'

/** Services that CUSTOM policies ask. Source: pilot security/authz/builder/extauthz.go. */
const AUTHORIZERS = 'extensionProviders[].{envoyExtAuthzHttp,envoyExtAuthzGrpc}.**'

/** Where a mesh configuration stands: as text in the ConfigMap, or under an installer's fields. */
const HOLDERS = [
  ['ConfigMap', 'data.mesh.'],
  ['IstioOperator', 'spec.{meshConfig,values.meshConfig}.'],
  ['Istio', 'spec.values.meshConfig.']
] as const

export const meshConfigReads: readonly (readonly [kind: string, pattern: string])[] =
  HOLDERS.flatMap(([kind, root]) => [
    [kind, `${root}${SETTINGS}`] as const,
    [kind, `${root}${BLOCKS}`] as const,
    [kind, `${root}extensionProviders[].name`] as const,
    [kind, `${root}${AUTHORIZERS}`] as const
  ])
