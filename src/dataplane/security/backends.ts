import type { Assumption } from '../../finding.ts'
import { membership } from '../../mesh/membership.ts'
import { isTls } from '../../mesh/protocol.ts'
import { portOf, type Service, type ServicePort } from '../../mesh/service.ts'
import { parseCluster, snatName } from '../cluster-name.ts'
import type { Cluster } from '../config.ts'
import type { Dataplane } from '../dataplane.ts'
import { type MarkedEndpoint, markedEndpoints } from '../endpoint-marks.ts'
import { type Endpoint, endpointsOf } from '../endpoints.ts'
import type { Outcome, Request } from '../request.ts'
import type { ProxyView } from '../view.ts'
import { transportTo } from './connection.ts'
import { evaluateSidecar } from './evaluate-inbound.ts'
import type { PortWorkload } from './inbound-ports.ts'
import { bypassesProxy } from './intercepted-ports.ts'
import { podBehind } from './pod-behind.ts'

/** Pods behind a cluster, as one proxy connects to them. */
export interface Backend {
  readonly namespace: string
  readonly pod: PortWorkload
  /** What stands before the application: a sidecar, nothing, or what is not built yet. */
  readonly guard: 'sidecar' | 'none' | 'unknown'
  readonly port: number
  readonly transport: Request['transport']
  readonly sni: string | null
  readonly assumptions: readonly Assumption[]
}

/**
 * Everything that a cluster leads to. Where git holds no pods, those that its Service would select, with a
 * sidecar.
 */
export function backendsOf(
  dataplane: Dataplane,
  { client }: ProxyView,
  cluster: Cluster
): readonly Backend[] {
  const endpoints = markedEndpoints(dataplane.compilation, client, cluster.name)
  if (endpoints !== null) return endpoints.map(one => atEndpoint(dataplane, cluster, one))
  const service = client.scope.service(parseCluster(cluster.name)?.host ?? '')
  return service === undefined ? [] : [assumedPods(dataplane, cluster, service)]
}

/**
 * Pods that a connection comes to which a proxy passes on to the address that was dialled: the cluster's own balancing
 * picks one, and nobody adds mutual TLS.
 */
export function dialledBackends(
  dataplane: Dataplane,
  service: Service,
  port: ServicePort
): readonly Backend[] {
  const transport = isTls(port.protocol) ? 'tls' : 'plaintext'
  const endpoints = endpointsOf(dataplane.compilation, service, port)
  if (endpoints !== null) {
    return endpoints.map(one => ({
      ...podAt(dataplane, one),
      port: one.port,
      transport,
      sni: null
    }))
  }
  const { namespace, selector, assumptions } = service
  if (selector === null) return []
  const number = typeof port.targetPort === 'number' ? port.targetPort : port.number
  const pod = { namespace, labels: selector, ports: [] }
  return [
    {
      namespace,
      pod,
      guard: 'sidecar',
      port: number || port.number,
      transport,
      sni: null,
      assumptions
    }
  ]
}

function atEndpoint(dataplane: Dataplane, cluster: Cluster, endpoint: MarkedEndpoint): Backend {
  const transport = transportTo(cluster.tls.mode, endpoint.mtls)
  const { port } = endpoint
  return { ...podAt(dataplane, endpoint), port, transport, sni: sniOf(cluster, transport) }
}

/** Who stands behind an endpoint. */
function podAt(
  { mesh }: Dataplane,
  endpoint: Endpoint
): Pick<Backend, 'namespace' | 'pod' | 'guard' | 'assumptions'> {
  const { namespace, labels, port, inMesh } = endpoint
  const workload = podBehind(mesh, endpoint)
  if (workload === undefined) {
    // Of a machine git holds labels alone: where it speaks mutual TLS, a proxy of the mesh stands before it.
    const guard = inMesh ? 'sidecar' : 'none'
    return { namespace, pod: { namespace, labels, ports: [] }, guard, assumptions: [] }
  }
  const { mode, known } = membership(workload, mesh.namespaceLabelsOf(namespace))
  const bypassed = bypassesProxy(workload, port)
  const guard = mode === 'ambient' ? 'unknown' : mode === 'none' || bypassed ? 'none' : 'sidecar'
  const assumed: Assumption = {
    kind: 'workload-in-mesh',
    params: { namespace, workload: workload.name }
  }
  return { namespace, pod: workload, guard, assumptions: known ? [] : [assumed] }
}

function assumedPods(dataplane: Dataplane, cluster: Cluster, service: Service): Backend {
  const { namespace, selector } = service
  const labels = { ...selector, ...cluster.labels }
  const target = portOf(service, cluster.port)?.targetPort
  const port = typeof target === 'number' && target > 0 ? target : cluster.port
  const outside = service.registry === 'External' && selector === null
  const mode = dataplane.compilation.peerAuthentication.mode(namespace, labels, port)
  const transport = transportTo(cluster.tls.mode, !outside && mode.mode !== 'DISABLE')
  return {
    namespace,
    pod: { namespace, labels, ports: [] },
    guard: outside ? 'none' : 'sidecar',
    port,
    transport,
    sni: sniOf(cluster, transport),
    assumptions: service.assumptions
  }
}

function sniOf({ host, port, subset }: Cluster, transport: Request['transport']): string | null {
  return transport === 'mtls' ? snatName(port, subset || '_', host) : null
}

/** A request that a gateway has routed, as it comes to a backend; by the plain evaluator. */
export function atBackend(
  dataplane: Dataplane,
  backend: Backend,
  request: Request,
  routed: Outcome,
  principal: string
): Outcome {
  const { transport, port, pod, guard, sni } = backend
  const { address: _, principal: __, sni: ___, ip, ...rest } = request
  const arriving: Request = {
    ...rest,
    port,
    path: routed.path ?? request.path,
    authority: routed.authority ?? request.authority,
    transport,
    ...(transport === 'mtls' ? { principal } : {}),
    ...(sni === null ? {} : { sni }),
    // The gateway writes down where the request came from.
    ...(request.remoteIp === undefined && ip !== undefined ? { remoteIp: ip } : {})
  }
  if (guard === 'sidecar') return evaluateSidecar(dataplane, pod, arriving)
  const common = { destinations: [], steps: [], assumptions: [] } as const
  if (guard === 'unknown') {
    const reason = 'ambient pods are not built yet'
    return { ...common, outcome: 'unknown', certainty: 'unknown', reason }
  }
  if (transport !== 'mtls') return { ...common, outcome: 'served', transport, certainty: 'certain' }
  const reason = 'no proxy ends mutual TLS there'
  return { ...common, outcome: 'reset', certainty: 'certain', reason }
}
