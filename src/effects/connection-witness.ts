import {
  chainOf,
  chooseListener,
  isUnreadable,
  overBytes,
  unreadable
} from '../dataplane/answer-l4.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import type { Opening } from '../dataplane/lower/connections.ts'
import type { Caller, Outcome, Request, TraceStep } from '../dataplane/request.ts'
import { addressOfHost } from '../dataplane/resolve.ts'
import { traceStep } from '../dataplane/trace-step.ts'
import type { ProxyView } from '../dataplane/view.ts'
import { chooseVirtualHost } from '../dataplane/virtual-host-choice.ts'
import type { Point } from '../decision/table.ts'
import { UNSPECIFIED } from '../mesh/service.ts'
import { serverTlsWords } from './connection-behaviour.ts'
import type { PodsOf } from './pods.ts'
import { endpointSteps, serverTls } from './witness.ts'

export interface ConnectionPoint {
  readonly from: Caller
  readonly port: number
  readonly point: Point
  /** The host that clients dial; empty: none is known. */
  readonly host: string
}

/**
 * A point of a region as a connection that a person could open: by the host, or (`dialled`) to its address.
 */
export function connectionAt(
  { from, port, point, host }: ConnectionPoint,
  dialled: boolean
): Request {
  const opening = String(point.speaks ?? 'bytes') as Opening // the closed list of the table's dimension
  const sni = typeof point.sni === 'string' ? point.sni : undefined
  const address = typeof point.to === 'string' ? point.to : undefined
  return {
    from,
    protocol: opening === 'http' ? 'http' : 'tcp',
    ...(dialled && address !== undefined && { address }),
    port,
    authority: host.startsWith('*') ? (sni ?? '') : host,
    method: 'GET',
    path: '/',
    headers: {},
    transport: opening === 'tls' || opening === 'mtls' ? opening : 'plaintext',
    ...(sni !== undefined && { sni }),
    ...(opening === 'mtls' && { alpn: 'istio' })
  }
}

/** What becomes of one connection on one side, by the walk that `explain` takes, up to where HTTP is read. */
export function replayConnection(
  dataplane: Dataplane,
  view: ProxyView,
  pods: PodsOf,
  request: Request
): Outcome {
  const { certainty, assumptions } = view.proxy
  const ended = { destinations: [], certainty, assumptions }
  const address =
    request.address ??
    (view.proxy.type === 'gateway' || request.authority === ''
      ? UNSPECIFIED
      : addressOfHost(dataplane, view.proxy, request.authority))
  const listener = chooseListener(view, request.port, address)
  if (listener === undefined) {
    return { ...ended, outcome: 'reset', steps: [], reason: 'nothing listens' }
  }
  const steps: TraceStep[] = [{ layer: 'listener', text: listener.name }]
  const trace = { listener: listener.name }
  if (listener.refused !== undefined) {
    const { reason, at } = listener.refused
    const all = [...steps, traceStep('listener', reason, at)]
    return { ...ended, outcome: 'config-refused', trace, steps: all, reason }
  }
  const chain = chainOf(listener, request, address)
  if (chain === undefined) {
    const reason = 'no filter chain takes the connection'
    return { ...ended, outcome: 'reset', trace, steps, reason }
  }
  if (isUnreadable(chain, request)) {
    return { ...ended, outcome: 'reset', trace, steps, reason: unreadable }
  }
  if (chain.tls !== undefined) steps.push({ layer: serverTls, text: serverTlsWords(chain.tls) })
  if (chain.routeConfig !== undefined) {
    const all = [...steps, { layer: 'filter chain', text: 'read as HTTP' }]
    const routed = { ...trace, routeConfig: chain.routeConfig }
    if (view.proxy.type === 'gateway' && isUnserved(view, chain.routeConfig, request)) {
      return { ...ended, outcome: 'no-virtual-host', status: 404, trace: routed, steps: all }
    }
    return { ...ended, outcome: 'served', trace: routed, steps: all }
  }
  const outcome = withoutEndpoints(overBytes(view, chain, trace, steps))
  return { ...outcome, steps: [...outcome.steps, ...endpointSteps(outcome, view, pods)] }
}

/** No virtual host has a route for the name that the client asks for, or, where it shows none, for any. */
function isUnserved({ routeConfigs }: ProxyView, name: string, { sni }: Request): boolean {
  const config = routeConfigs.get(name)
  if (config === undefined) return false
  if (sni === undefined) return config.virtualHosts.every(({ routes }) => routes.length === 0)
  return (chooseVirtualHost(config, sni)?.routes.length ?? 0) === 0
}

/** A cluster in which git knows no pod fails as one that is missing does. */
function withoutEndpoints(outcome: Outcome): Outcome {
  const { destinations } = outcome
  const failing =
    destinations.length > 0 && destinations.every(one => one.missing === true || one.empty === true)
  if (!failing || outcome.outcome !== 'served') return outcome
  return { ...outcome, outcome: 'closed', reason: 'no pods' }
}
