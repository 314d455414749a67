import type {
  Cluster,
  ForwardAction,
  ProxyConfig,
  RouteSettings,
  WeightedCluster
} from '../../src/dataplane/config.ts'

const host = 'reviews.shop.svc.cluster.local'

export function clusterNamed(subset: string, parts: Partial<Cluster> = {}): Cluster {
  return {
    name: `outbound|9080|${subset}|${host}`,
    host,
    namespace: 'shop',
    subset,
    port: 9080,
    type: 'eds',
    labels: {},
    endpoints: null,
    targets: [':9080'],
    unmarked: [],
    destinationRule: null,
    policy: { loadBalancer: { simple: 'LEAST_REQUEST' } },
    tls: { mode: 'auto-mtls' },
    origins: [],
    certainty: 'certain',
    assumptions: [],
    ...parts
  }
}

export function configWith(clusters: readonly Cluster[]): ProxyConfig {
  return {
    proxy: {
      type: 'sidecar',
      id: 'x',
      description: 'any workload in shop',
      namespace: 'shop',
      labels: {},
      certainty: 'certain',
      assumptions: []
    },
    listeners: [],
    routeConfigs: new Map(),
    clusters: new Map(clusters.map(cluster => [cluster.name, cluster]))
  }
}

export function forwardTo(
  shares: Readonly<Record<string, number>>,
  settings: RouteSettings = {},
  parts: Partial<ForwardAction> = {}
): ForwardAction {
  const destinations: WeightedCluster[] = []
  for (const [subset, weight] of Object.entries(shares)) {
    destinations.push({
      cluster: `outbound|9080|${subset}|${host}`,
      host,
      subset,
      port: 9080,
      weight,
      at: null
    })
  }
  return { kind: 'forward', destinations, clusterNotFound: 503, settings, ...parts }
}
