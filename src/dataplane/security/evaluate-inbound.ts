import { type Assumption, type Certainty, worst } from '../../finding.ts'
import { membership } from '../../mesh/membership.ts'
import type { PolicyTarget } from '../../mesh/policy-attachment.ts'
import type { Workload } from '../../mesh/workload.ts'
import { chainOf, chooseListener } from '../answer-l4.ts'
import { splitKey } from '../caller.ts'
import type { Dataplane } from '../dataplane.ts'
import { normalizePath } from '../path.ts'
import type { Outcome, Request, TraceStep } from '../request.ts'
import { traceStep } from '../trace-step.ts'
import { callerPrincipal, trustDomainOf } from './caller-identity.ts'
import { type Arrival, asMeant, evaluateGate, refusedProvider } from './gate.ts'
import { gatewayApiReading, proxyRole } from './gateway-pod.ts'
import { type Gatekeeper, securityOf } from './inbound.ts'
import type { PortWorkload } from './inbound-ports.ts'
import { bypassesProxy } from './intercepted-ports.ts'
import { accept, readsServerName } from './transport.ts'

/**
 * The server side of `request.to` alone: what its port accepts, then its policies. At gateways the policies
 * of their pods, without routes.
 */
export function evaluateInbound(dataplane: Dataplane, request: Request): Outcome {
  const { namespace, name } = splitKey(request.to ?? '')
  const workload = dataplane.mesh.workloadsIn(namespace).find(one => one.name === name)
  if (workload === undefined) return unknown(`there is no workload ${request.to} in git`)
  return evaluateServer(dataplane, workload, request)
}

export function evaluateServer(
  dataplane: Dataplane,
  workload: Workload,
  request: Request
): Outcome {
  const { mesh } = dataplane
  switch (proxyRole(mesh, workload)) {
    case 'waypoint':
      return unknown('waypoints are not built yet')
    case 'gateway':
      return atGateway(dataplane, workload, request)
    case 'gateway-api':
      return atGatewayApi(dataplane, workload, request)
    case 'sidecar':
      return atSidecar(dataplane, workload, request)
  }
}

interface Standing {
  readonly certainty: Certainty
  readonly assumptions: readonly Assumption[]
  readonly steps: readonly TraceStep[]
}

function atSidecar(dataplane: Dataplane, workload: Workload, request: Request): Outcome {
  const { mesh } = dataplane
  const { mode: member, known } = membership(workload, mesh.namespaceLabelsOf(workload.namespace))
  if (member === 'ambient') return unknown('ztunnel is not built yet')
  if (member === 'none') return withoutProxy(request, 'the workload is not in the mesh')
  if (bypassesProxy(workload, request.port)) {
    return withoutProxy(request, `port ${request.port} is not redirected to the proxy`)
  }
  const { namespace, name } = workload
  const outcome = evaluateSidecar(dataplane, workload, request)
  if (known) return outcome
  return {
    ...outcome,
    certainty: worst('assumed', outcome.certainty),
    assumptions: [
      { kind: 'workload-in-mesh', params: { namespace, workload: name } },
      ...outcome.assumptions
    ]
  }
}

/** The same for pods of which nothing but this is known: they have a sidecar. */
export function evaluateSidecar(
  dataplane: Dataplane,
  pod: PortWorkload & { readonly addresses?: readonly string[] },
  request: Request
): Outcome {
  const { mesh, compilation } = dataplane
  const security = securityOf(compilation)
  const inbound = security.inbound(pod)
  const port = inbound.ports.port(request.port)
  const { mode, from } = inbound.mode(request.port)
  const principal = callerPrincipal(mesh, request)
  const { trusted } = security
  const refused = refusedProvider(inbound) ?? inbound.ports.refused
  const acceptance = accept(mode, port, {
    transport: request.transport,
    http: request.protocol === 'http',
    trusted: principal !== null && (trusted === null || trusted.includes(trustDomainOf(principal)))
  })
  const [policy] = from
  const text = `port ${port.port}: ${mode}, ${port.reading}`
  const standing: Standing = {
    certainty: 'certain',
    assumptions: [],
    steps: [
      traceStep('transport', text, policy && { manifest: policy, path: ['spec'] }),
      ...(port.origins.length === 0 ? [] : [traceStep('port', port.reading, port.origins[0])])
    ]
  }
  if (acceptance.kind !== 'accepted') {
    const { kind, reason } = acceptance
    const status = kind === 'bad-request' ? { status: 400 } : {}
    const trace = { listener: 'virtualInbound' }
    const refusal = { ...standing, outcome: kind, ...status, destinations: [], trace, reason }
    return asMeant(refused, refusal)
  }
  const { reading, authenticated, arrived } = acceptance
  const outcome = through(dataplane, inbound, request, standing, arrived, {
    reading,
    principal: authenticated ? principal : null,
    port: request.port,
    destinationIp: request.address ?? pod.addresses?.[0],
    readsServerName: readsServerName(mode, port),
    place: 'sidecar'
  })
  return asMeant(refused, outcome)
}

function through(
  { mesh }: Dataplane,
  keeper: Gatekeeper,
  request: Request,
  standing: Standing,
  arrived: Outcome['transport'],
  arrival: Arrival
): Outcome {
  const result = evaluateGate(mesh, keeper, request, arrival)
  const steps = [...standing.steps, ...result.steps]
  const assumptions = [...standing.assumptions, ...keeper.http.assumptions]
  const { certainty } = standing
  const transport = arrived === undefined ? {} : { transport: arrived }
  const protocol = arrival.reading === 'tcp' ? ({ protocol: 'tcp' } as const) : {}
  const trace = arrival.place === 'sidecar' ? { trace: { listener: 'virtualInbound' } } : {}
  if (result.kind === 'stopped') {
    const { outcome } = result
    return {
      ...outcome,
      ...protocol,
      ...transport,
      ...trace,
      destinations: [],
      certainty: worst(certainty, outcome.certainty),
      assumptions,
      steps
    }
  }
  const { path, query } = normalizePath(result.request.path, mesh.config.pathNormalization)
  return {
    outcome: 'served',
    ...protocol,
    ...transport,
    ...trace,
    destinations: [],
    ...(arrival.reading === 'http'
      ? {
          path: query === null ? path : `${path}?${query}`,
          authority: result.request.authority
        }
      : {}),
    ...(result.decidedBy === undefined ? {} : { decidedBy: result.decidedBy }),
    ...(Object.keys(result.headers).length === 0 ? {} : { upstreamHeaders: result.headers }),
    certainty,
    assumptions,
    steps
  }
}

/** No proxy of the mesh stands before the application: no policy, and nothing that ends mutual TLS. */
function withoutProxy(request: Request, why: string): Outcome {
  const common = { destinations: [], certainty: 'certain', assumptions: [] } as const
  const steps = [{ layer: 'transport', text: why }]
  if (request.transport === 'mtls') {
    return { ...common, outcome: 'reset', steps, reason: `${why}: nothing ends mutual TLS` }
  }
  const opaque = request.transport === 'tls' || request.protocol === 'tcp'
  const protocol = opaque ? ({ protocol: 'tcp' } as const) : {}
  return { ...common, ...protocol, outcome: 'served', transport: request.transport, steps }
}

function atGateway(dataplane: Dataplane, workload: Workload, request: Request): Outcome {
  const view = dataplane.config({
    type: 'gateway',
    id: `gateway ${workload.namespace}/${workload.name}`,
    description: `gateway ${workload.name} in ${workload.namespace}`,
    namespace: workload.namespace,
    labels: workload.labels,
    serviceAccount: workload.serviceAccount,
    certainty: 'certain',
    assumptions: []
  })
  const address = request.address ?? '0.0.0.0'
  const listener = chooseListener(view, request.port, address)
  const chain = listener === undefined ? undefined : chainOf(listener, request, address)
  if (chain === undefined) return nothingThere('no filter chain takes the connection')
  const reading = chain.routeConfig === undefined ? 'tcp' : 'http'
  return evaluatePod(dataplane, workload, request, reading, chain.unreadNames !== true)
}

function atGatewayApi(dataplane: Dataplane, workload: Workload, request: Request): Outcome {
  const reading = gatewayApiReading(dataplane.mesh, workload, request.port)
  if (reading === null) return nothingThere('no listener of the Gateway has the port')
  return evaluatePod(dataplane, workload, request, reading)
}

/** The policies of gateway pods alone. */
export function evaluatePod(
  dataplane: Dataplane,
  workload: PolicyTarget & { readonly addresses?: readonly string[] },
  request: Request,
  reading: 'http' | 'tcp',
  readsServerName = true
): Outcome {
  const keeper = securityOf(dataplane.compilation).gatekeeper(workload)
  const standing: Standing = { certainty: 'certain', assumptions: [], steps: [] }
  const outcome = through(dataplane, keeper, request, standing, request.transport, {
    reading,
    principal: callerPrincipal(dataplane.mesh, request),
    port: request.port,
    destinationIp: request.address ?? workload.addresses?.[0],
    readsServerName,
    place: 'gateway'
  })
  return reading === 'http' ? asMeant(refusedProvider(keeper), outcome) : outcome
}

function nothingThere(reason: string): Outcome {
  return {
    outcome: 'reset',
    destinations: [],
    steps: [],
    certainty: 'certain',
    assumptions: [],
    reason
  }
}

function unknown(reason: string): Outcome {
  return {
    outcome: 'unknown',
    destinations: [],
    steps: [],
    certainty: 'unknown',
    assumptions: [],
    reason
  }
}
