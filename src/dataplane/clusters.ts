import type { Assumption, Place } from '../finding.ts'
import { isWildcard } from '../mesh/host.ts'
import { mapOrEmpty, text } from '../mesh/json.ts'
import { agree, selects } from '../mesh/selector.ts'
import type { Service, ServicePort } from '../mesh/service.ts'
import type { Client } from './client.ts'
import { acrossNetworks, parseCluster, snatName } from './cluster-name.ts'
import type { Compilation } from './compilation.ts'
import type { Cluster, UpstreamPolicy, UpstreamTls } from './config.ts'
import type { DestinationRule, Subset } from './destination-rule.ts'
import { type Endpoint, endpointsBehind, endpointsOf, targetsOf } from './endpoints.ts'
import type { MutualTlsMode } from './peer-authentication.ts'
import { effectivePolicy, endpointTlsMode, type TrafficPolicy } from './traffic-policy.ts'
import { upstreamPolicy } from './upstream-policy.ts'
import { upstreamTls } from './upstream-tls.ts'

/** A cluster that the proxy is sent; `undefined`: none of that name. Source: pilot networking/core/cluster.go buildOutboundClusters. */
export function outboundCluster(
  compilation: Compilation,
  client: Client,
  name: string
): Cluster | undefined {
  const wanted = parseCluster(name)
  if (wanted === null) return undefined
  const service = client.scope.service(wanted.host)
  // A number may stand twice, for UDP too, which has no cluster.
  const port = service?.ports.find(one => one.number === wanted.port && one.protocol !== 'UDP')
  if (service === undefined || port === undefined) return undefined
  const rule = compilation.destinationRule(client.namespace, client.labels, service)
  const subset = wanted.subset === '' ? undefined : rule?.subsets.get(wanted.subset)
  const policy = effectivePolicy(rule, wanted.subset, port.number, compilation.mesh)
  const endpoints = endpointsOf(compilation, service, port)
  const type = typeOf(service, port, client, policy, endpoints)
  if (type === null) return undefined
  const assumptions: Assumption[] = [...service.assumptions]
  if (wanted.subset !== '' && subset === undefined) {
    if (!compilation.mesh.assumed.subsets.has(`${wanted.subset}|${wanted.host}`)) return undefined
    assumptions.push({
      kind: 'subset-has-endpoints',
      params: { subset: wanted.subset, host: wanted.host }
    })
  }
  if (type === 'dynamic-forward-proxy' && wanted.subset !== '') return undefined
  // Where git holds no pods of the Service, a subset may have some, unless it asks otherwise of a label.
  const unknown = agree(service.selector ?? {}, subset?.labels ?? {}) ? null : []
  const own = endpoints?.filter(({ labels }) => selects(subset?.labels ?? {}, labels)) ?? unknown
  // DNS clusters carry their endpoints: a subset without any is none.
  if (type.endsWith('-dns') && own?.length === 0) return undefined
  const isOriginalDst = type === 'original-dst'
  // Where the client dialled, or what DNS gives for the name in the request: neither needs endpoints.
  const isOpen = isOriginalDst || type === 'dynamic-forward-proxy'
  const tls = tlsOf(compilation, client, { service, port, rule, subset, policy, type })
  return {
    name,
    ...wanted,
    namespace: service.namespace,
    type,
    labels: subset?.labels ?? {},
    endpoints: own === null || isOpen ? null : own.length,
    targets: targetsOf(compilation, service, port, own, isOriginalDst),
    unmarked:
      tls.mode === 'auto-mtls'
        ? unmarkedOf(
            own,
            endpointTlsMode(rule, wanted.subset, port.number, compilation.mesh.features)
          )
        : [],
    destinationRule: rule === undefined ? null : `${rule.namespace}/${rule.name}`,
    policy: settled(
      upstreamPolicy(policy, port.protocol, compilation.mesh, client.type === 'sidecar'),
      type
    ),
    tls,
    origins: originsOf(service, port, rule, subset),
    certainty: assumptions.length === 0 ? 'certain' : 'assumed',
    assumptions
  }
}

/**
 * Endpoints without a sidecar, or all where the rule says so. What policies of servers add is said where servers are
 * compared. Source: pilot xds/endpoints/mtls_checker.go.
 */
function unmarkedOf(endpoints: readonly Endpoint[] | null, mode: string | undefined): string[] {
  const plain = (endpoints ?? []).filter(({ inMesh }) =>
    mode === undefined ? !inMesh : mode !== 'ISTIO_MUTUAL'
  )
  return [...new Set(plain.map(({ address, port }) => `${address ?? ''}:${port}`))].sort()
}

/** A cluster without a way to endpoints of its own lets the connection say where it goes. */
function settled(policy: UpstreamPolicy, type: Cluster['type']): UpstreamPolicy {
  if (type !== 'original-dst' && type !== 'dynamic-forward-proxy') return policy
  return { ...policy, loadBalancer: { policy: 'CLUSTER_PROVIDED' } }
}

/** `null`: no cluster. Source: cluster.go convertResolution, cluster_builder.go buildCluster. */
function typeOf(
  service: Service,
  port: ServicePort,
  client: Client,
  policy: TrafficPolicy,
  endpoints: readonly Endpoint[] | null
): Cluster['type'] | null {
  const { resolution } = service
  if (resolution === 'alias') return null
  if (isWildcard(service.host) && resolution === 'dynamic-dns') {
    return ['HTTP', 'TLS', 'GRPC', 'HTTP2'].includes(port.protocol) ? 'dynamic-forward-proxy' : null
  }
  const isDns = resolution === 'dns' || resolution === 'dns-round-robin'
  if (isDns && endpoints?.length === 0) return null
  if (text(policy.loadBalancer?.simple) === 'PASSTHROUGH') return 'original-dst'
  switch (resolution) {
    case 'dns':
    case 'dns-round-robin':
      if (isWildcard(service.host) && service.registry === 'External' && hostAlone(service))
        return null
      return resolution === 'dns' ? 'strict-dns' : 'logical-dns'
    case 'passthrough':
      return client.type === 'gateway' ? 'eds' : 'original-dst'
    default:
      return 'eds'
  }
}

function hostAlone({ manifest, selector }: Service): boolean {
  const endpoints = manifest?.spec.endpoints
  return selector === null && !(Array.isArray(endpoints) && endpoints.length > 0)
}

interface TlsInput {
  readonly service: Service
  readonly port: ServicePort
  readonly rule: DestinationRule | undefined
  readonly subset: Subset | undefined
  readonly policy: TrafficPolicy
  readonly type: Cluster['type']
}

function tlsOf(compilation: Compilation, client: Client, input: TlsInput): UpstreamTls {
  const { service, port, rule, subset, policy } = input
  return upstreamTls({
    tls: policy.tls,
    service,
    sni: snatName(port.number, subset?.name ?? '', service.host),
    autoMtls: compilation.mesh.config.enableAutoMtls,
    autoSni: compilation.mesh.features.has('auto-sni'),
    verifies: compilation.mesh.features.has('verify-certificate-at-client'),
    serverMode: serverMode(compilation, input),
    isSidecar: client.type === 'sidecar',
    selecting: rule?.selector !== null && rule?.selector !== undefined,
    originalDst: input.type === 'original-dst'
  })
}

/**
 * What clients expect of the whole service: its namespace's policy; where the connection goes to the
 * address dialled, mutual TLS only if every known endpoint speaks it.
 * Source: pilot model/push_context.go BestEffortInferServiceMTLSMode.
 */
function serverMode(
  compilation: Compilation,
  { service, port, rule, subset }: TlsInput
): MutualTlsMode | null {
  if (service.meshExternal) return null
  const own = subset === undefined ? rule?.trafficPolicy?.fields : subset.trafficPolicy
  const passthrough = text(mapOrEmpty(own?.loadBalancer).simple) === 'PASSTHROUGH'
  if (service.resolution === 'passthrough' || passthrough) {
    const endpoints = endpointsBehind(compilation, service, port.number)
    const all = endpoints ?? []
    if (all.length === 0 && endpoints !== null) return 'DISABLE'
    if (all.some(endpoint => !endpoint.inMesh)) return 'DISABLE'
  }
  return compilation.peerAuthentication.namespaceMode(service.namespace) ?? 'PERMISSIVE'
}

/** Names of all clusters of a proxy, in the order in which istiod makes them. */
export function* clusterNames(
  compilation: Compilation,
  client: Client,
  isSent: (service: Service) => boolean = () => true
): Iterable<string> {
  for (const service of client.scope.services) {
    if (service.resolution === 'alias' || !isSent(service)) continue
    const rule = compilation.destinationRule(client.namespace, client.labels, service)
    for (const port of service.ports) {
      for (const subset of ['', ...(rule?.subsets.keys() ?? [])]) {
        const name = `outbound|${port.number}|${subset}|${service.host}`
        if (outboundCluster(compilation, client, name) !== undefined) yield name
      }
    }
  }
}

/** The clusters behind AUTO_PASSTHROUGH servers: TLS goes through untouched. Source: cluster.go buildOutboundSniDnatClusters. */
export function crossNetworkCluster(
  compilation: Compilation,
  client: Client,
  name: string
): Cluster | undefined {
  const inner = acrossNetworks(name)
  const cluster = inner === null ? undefined : outboundCluster(compilation, client, inner)
  return cluster === undefined ? undefined : { ...cluster, name, tls: { mode: 'plaintext' } }
}

function originsOf(
  service: Service,
  port: ServicePort,
  rule: DestinationRule | undefined,
  subset: Subset | undefined
): Place[] {
  const origins: Place[] = []
  if (service.manifest !== null) origins.push({ manifest: service.manifest, path: port.path })
  if (subset !== undefined) origins.push(subset.at)
  if (rule?.trafficPolicy !== null && rule !== undefined) origins.push(rule.trafficPolicy.at)
  return origins
}
