import { list, mapOrEmpty, texts } from '../mesh/json.ts'
import { selects } from '../mesh/selector.ts'
import { portOf } from '../mesh/service.ts'
import type { Client } from './client.ts'
import { parseCluster } from './cluster-name.ts'
import type { Compilation } from './compilation.ts'
import { type Endpoint, endpointsOf } from './endpoints.ts'
import { effectivePolicy, endpointTlsMode, type TrafficPolicy } from './traffic-policy.ts'

/** An endpoint of one cluster, as one client is told of it. */
export interface MarkedEndpoint extends Endpoint {
  /** Connections to it use Istio's mutual TLS where the cluster leaves it to the endpoint. */
  readonly mtls: boolean
  /** 0 is tried first. */
  readonly priority: number
}

/**
 * The endpoints of a cluster in git; `null`: no such cluster, or git cannot hold them.
 * Source: pilot xds/endpoints.
 */
export function markedEndpoints(
  compilation: Compilation,
  client: Client,
  name: string
): readonly MarkedEndpoint[] | null {
  const wanted = parseCluster(name)
  const service = wanted === null ? undefined : client.scope.service(wanted.host)
  const port = service === undefined ? undefined : portOf(service, wanted?.port ?? 0)
  if (wanted === null || service === undefined || port === undefined) return null
  const all = endpointsOf(compilation, service, port)
  if (all === null) return null
  const rule = compilation.destinationRule(client.namespace, client.labels, service)
  const labels = rule?.subsets.get(wanted.subset)?.labels ?? {}
  const chosen = all.filter(endpoint => selects(labels, endpoint.labels))
  const mode = endpointTlsMode(rule, wanted.subset, port.number, compilation.mesh.features)
  const policy = effectivePolicy(rule, wanted.subset, port.number, compilation.mesh)
  const priorities = priorityOf(chosen, policy, client)
  return chosen.map((endpoint, index) => ({
    ...endpoint,
    mtls: mode === undefined ? acceptsMutualTls(compilation, endpoint) : mode === 'ISTIO_MUTUAL',
    priority: priorities[index] ?? 0
  }))
}

/** Source: pilot xds/endpoints/mtls_checker.go checkMtlsEnabled. */
function acceptsMutualTls(compilation: Compilation, endpoint: Endpoint): boolean {
  if (!endpoint.inMesh) return false
  const { namespace, labels, port } = endpoint
  return compilation.peerAuthentication.mode(namespace, labels, port).mode !== 'DISABLE'
}

/**
 * Failover by labels: the more of `failoverPriority` an endpoint shares with the client, from the first on,
 * the earlier it is tried. Only where unhealthy endpoints are ejected; localities of nodes are not in git.
 * Source: pilot networking/core/loadbalancer applyFailoverPriorities.
 */
function priorityOf(
  endpoints: readonly Endpoint[],
  policy: TrafficPolicy,
  client: Client
): readonly number[] {
  const setting = mapOrEmpty(policy.loadBalancer?.localityLbSetting)
  const order = texts(setting.failoverPriority)
  const active =
    policy.outlierDetection !== undefined &&
    setting.enabled !== false &&
    list(setting.distribute).length === 0 &&
    order.length > 0
  if (!active) return endpoints.map(() => 0)
  const misses = endpoints.map(endpoint => {
    let shared = 0
    for (const entry of order) {
      const [key = '', value] = entry.split('=')
      if ((value ?? client.labels[key] ?? '') !== (endpoint.labels[key] ?? '')) break
      shared += 1
    }
    return order.length - shared
  })
  const levels = [...new Set(misses)].sort((a, b) => a - b)
  return misses.map(miss => levels.indexOf(miss))
}
