import type { FieldPath } from '../../finding.ts'
import type { Touch } from './reading.ts'

/** Where a mesh configuration stands in an object, by kind. */
const ROOTS: Readonly<Record<string, readonly string[]>> = {
  ConfigMap: ['data.mesh.'],
  IstioOperator: ['spec.meshConfig.', 'spec.values.meshConfig.'],
  Istio: ['spec.values.meshConfig.']
}

/** What settings can touch that no step compares, by the beginning of their path. Source: api mesh/v1alpha1. */
const TOUCHES: readonly (readonly [touches: readonly Touch[], settings: readonly string[]])[] = [
  [
    ['observability'],
    [
      'defaultConfig.tracing',
      'defaultConfig.statsdUdpAddress',
      'defaultConfig.proxyStatsMatcher',
      'defaultConfig.extraStatTags',
      'defaultConfig.envoyMetricsService',
      'defaultConfig.envoyAccessLogService',
      'defaultConfig.statNameLength',
      'defaultConfig.zipkinAddress',
      'enableTracing',
      'accessLog',
      'disableEnvoyListenerLog',
      'inboundClusterStatName',
      'outboundClusterStatName',
      'defaultProviders'
    ]
  ],
  [
    ['transport'],
    [
      'meshMTLS',
      'tlsDefaults',
      'ca.',
      'caCertificates',
      'certificates',
      'verifyCertificateAtClient',
      'defaultConfig.privateKeyProvider',
      'defaultConfig.caCertificatesPem'
    ]
  ],
  [
    ['routing'],
    [
      'serviceSettings',
      'dnsRefreshRate',
      'tcpKeepalive',
      'protocolDetectionTimeout',
      'proxyHttpPort',
      'defaultConfig.proxyHeaders'
    ]
  ],
  [
    ['membership', 'routing'],
    ['defaultConfig.interceptionMode', 'defaultConfig.discoveryAddress']
  ]
]

/** Undefined: no setting of a mesh configuration, or one of which nothing narrower is known. */
export function touchedBySetting(kind: string, path: FieldPath): readonly Touch[] | undefined {
  const text = path.map(key => String(key)).join('.')
  const root = ROOTS[kind]?.find(one => text.startsWith(one))
  if (root === undefined) return undefined
  const setting = text.slice(root.length)
  return TOUCHES.find(([, settings]) => settings.some(one => setting.startsWith(one)))?.[0]
}
