import { type Assumption, type Certainty, worst } from '../../finding.ts'
import { membership } from '../../mesh/membership.ts'
import type { Workload } from '../../mesh/workload.ts'
import type { Cluster, Proxy as ProxyClass } from '../config.ts'
import type { Dataplane } from '../dataplane.ts'
import { type MarkedEndpoint, markedEndpoints } from '../endpoint-marks.ts'
import type { Outcome, OutcomeDestination, Request } from '../request.ts'
import { callerPrincipal } from './caller-identity.ts'
import { evaluateServer } from './evaluate-inbound.ts'
import { podBehind } from './pod-behind.ts'

/**
 * The other end of a request that a client's proxy has routed: how the chosen clusters connect to their pods,
 * and what those let in. Where git does not hold the pods, the client's answer stands.
 */
export function withServers(
  dataplane: Dataplane,
  proxy: ProxyClass,
  request: Request,
  routed: Outcome
): Outcome {
  if (routed.outcome !== 'served') return routed
  const answers: Outcome[] = []
  for (const destination of routed.destinations) {
    const found = serversOf(dataplane, proxy, request, routed, destination)
    if (found === null) return routed
    answers.push(...found)
  }
  const [first] = answers
  if (first === undefined) return routed
  const alike = answers.every(
    ({ outcome, transport }) => outcome === first.outcome && transport === first.transport
  )
  const standing = standingOf(routed, answers)
  if (!alike) {
    const refusing = answers.filter(({ outcome }) => outcome !== 'served').length
    const text = `${refusing} of ${answers.length} kinds of pods do not let it in`
    const steps = refusing === 0 ? routed.steps : [...routed.steps, { layer: 'server', text }]
    return { ...routed, ...standing, steps }
  }
  const steps = [...routed.steps, ...first.steps]
  if (first.outcome === 'served') {
    const { transport, decidedBy, upstreamHeaders } = first
    return {
      ...routed,
      ...standing,
      steps,
      ...(transport === undefined ? {} : { transport }),
      ...(decidedBy === undefined ? {} : { decidedBy }),
      ...(upstreamHeaders === undefined ? {} : { upstreamHeaders })
    }
  }
  const { trace: _, id: __, ...refused } = first
  const trace = routed.trace === undefined ? {} : { trace: routed.trace }
  return { ...refused, ...standing, ...trace, destinations: routed.destinations, steps }
}

function standingOf(
  routed: Outcome,
  answers: readonly Outcome[]
): { readonly certainty: Certainty; readonly assumptions: readonly Assumption[] } {
  let { certainty } = routed
  const assumptions = new Map(routed.assumptions.map(one => [JSON.stringify(one), one]))
  for (const answer of answers) {
    certainty = worst(certainty, answer.certainty)
    for (const one of answer.assumptions) assumptions.set(JSON.stringify(one), one)
  }
  return { certainty, assumptions: [...assumptions.values()] }
}

/** `null`: git does not hold the pods of the cluster, or not what they are. */
function serversOf(
  dataplane: Dataplane,
  proxy: ProxyClass,
  request: Request,
  routed: Outcome,
  { cluster: name }: OutcomeDestination
): readonly Outcome[] | null {
  const view = dataplane.config(proxy)
  const cluster = view.clusters.get(name)
  const endpoints = cluster && markedEndpoints(dataplane.compilation, view.client, name)
  if (cluster === undefined || endpoints === null || endpoints === undefined) return null
  const answers: Outcome[] = []
  for (const endpoint of endpoints) {
    const workload = workloadOf(dataplane, endpoint)
    if (workload === undefined) return null
    const arriving = atServer(dataplane, proxy, request, routed, cluster, endpoint)
    const answer = evaluateServer(dataplane, workload, arriving)
    if (answer.outcome === 'unknown') return null
    answers.push(answer)
  }
  return answers
}

/** Pods of Kubernetes alone: of other endpoints git does not hold the proxy. */
function workloadOf({ mesh }: Dataplane, endpoint: MarkedEndpoint): Workload | undefined {
  const workload = podBehind(mesh, endpoint)
  if (workload === undefined) return undefined
  const { mode } = membership(workload, mesh.namespaceLabelsOf(workload.namespace))
  return mode === 'ambient' ? undefined : workload
}

function atServer(
  { mesh }: Dataplane,
  proxy: ProxyClass,
  request: Request,
  routed: Outcome,
  { tls, port, subset, host }: Cluster,
  endpoint: MarkedEndpoint
): Request {
  const transport = sent(tls.mode, endpoint, request, routed)
  const { address: _, principal: __, sni: ___, ip, ...rest } = request
  const principal =
    transport === 'mtls'
      ? callerPrincipal(mesh, { ...rest, transport, ...accountOf(mesh, proxy) })
      : null
  const sni = transport === 'mtls' ? `outbound_.${port}_.${subset || '_'}_.${host}` : request.sni
  return {
    ...rest,
    port: endpoint.port,
    path: routed.path ?? request.path,
    authority: routed.authority ?? request.authority,
    transport,
    ...(principal === null ? {} : { principal }),
    ...(sni === undefined ? {} : { sni }),
    ...(endpoint.address === null ? {} : { address: endpoint.address }),
    // Behind a gateway the peer is the gateway's pod.
    ...(ip === undefined || proxy.type === 'gateway' ? {} : { ip })
  }
}

/** Gateways are callers of their own. */
function accountOf(mesh: Dataplane['mesh'], proxy: ProxyClass): Pick<Request, 'from'> | object {
  if (proxy.type !== 'gateway') return {}
  const serviceAccount = gatewayAccount(mesh, proxy)
  return { from: { namespace: proxy.namespace, serviceAccount } }
}

/** Source: pilot core/cluster_tls.go, xds/endpoints/mtls_checker.go. */
function sent(
  mode: Cluster['tls']['mode'],
  { mtls }: MarkedEndpoint,
  request: Request,
  routed: Outcome
): Request['transport'] {
  const transport = transportTo(mode, mtls)
  // The application's own TLS passes through where nobody ends it.
  const own = request.transport === 'tls' && routed.protocol === 'tcp'
  return transport === 'plaintext' && own ? 'tls' : transport
}

/** How a cluster connects to an endpoint that is marked for mutual TLS, or not. */
export function transportTo(mode: Cluster['tls']['mode'], marked: boolean): Request['transport'] {
  if (mode === 'SIMPLE' || mode === 'MUTUAL') return 'tls'
  return mode === 'ISTIO_MUTUAL' || (mode === 'auto-mtls' && marked) ? 'mtls' : 'plaintext'
}

/** The account that a gateway's pods run as. */
export function gatewayAccount(mesh: Dataplane['mesh'], proxy: ProxyClass): string {
  return (
    proxy.serviceAccount ??
    mesh.workloadsBy(proxy.namespace, proxy.labels)[0]?.serviceAccount ??
    'default'
  )
}
