import { answer, proxyOf } from '../dataplane/answer.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { mergedGateway } from '../dataplane/gateway-config.ts'
import type { Outcome, OutcomeKind, Request } from '../dataplane/request.ts'
import { declared } from '../mesh/ingress.ts'

/** Where a request comes in, said first. */
export interface Arrival {
  readonly request: Request
  readonly outcome: Outcome
}

/**
 * A request as its sender dials it. Outside the mesh people do not know which Gateway serves a host: it is the one
 * that answers. A gateway's address is that of its Service, whose port may lead to another one of the pods.
 */
export function arrival(plane: Dataplane, request: Request): Arrival {
  const { from, to } = request
  if (to !== undefined || typeof from !== 'object') {
    return from === 'outside' && to === undefined
      ? atSomeGateway(plane, request)
      : asked(plane, request)
  }
  return 'gateway' in from ? atGateway(plane, request) : asked(plane, request)
}

function asked(plane: Dataplane, request: Request): Arrival {
  return { request, outcome: answer(plane, request) }
}

/** The port as it is given where something listens there, else the one to which the Service leads. */
function atGateway(plane: Dataplane, request: Request): Arrival {
  const proxy = proxyOf(plane, request)
  if (typeof proxy === 'string' || proxy.type !== 'gateway') return asked(plane, request)
  const view = plane.config(proxy)
  if (view.listenersOn(request.port).length > 0) return asked(plane, request)
  const servers = mergedGateway(plane.compilation, view.client).listeners.flatMap(
    listener => listener.servers
  )
  const led = servers.find(one => one.number === request.port)
  if (led === undefined || view.listenersOn(led.listenerPort).length === 0) {
    return asked(plane, request)
  }
  const found = asked(plane, { ...request, port: led.listenerPort })
  const text = `port ${request.port} of its Service leads to port ${led.listenerPort} of the pods`
  const steps = [{ layer: 'gateway', text }, ...found.outcome.steps]
  return { ...found, outcome: { ...found.outcome, steps } }
}

const UNSERVED: ReadonlySet<OutcomeKind> = new Set<OutcomeKind>(['no-virtual-host', 'no-route'])

/** The first Gateway that routes it, else the first that takes the connection. */
function atSomeGateway(plane: Dataplane, request: Request): Arrival {
  let taken: Arrival | null = null
  const tried = new Set<string>()
  for (const { ref } of declared(plane.mesh, 'Gateway')) {
    const gateway = `${ref.namespace}/${ref.name}`
    const own: Request = { ...request, from: { gateway } }
    const proxy = proxyOf(plane, own)
    // The pods of several Gateways are asked once.
    if (typeof proxy === 'string' || tried.has(proxy.id)) continue
    tried.add(proxy.id)
    const found = atGateway(plane, own)
    const { outcome } = found.outcome
    if (outcome === 'reset') continue
    const said = { ...found, outcome: at(gateway, found.outcome) }
    if (!UNSERVED.has(outcome)) return said
    taken ??= said
  }
  if (taken !== null) return taken
  const { authority, port } = request
  const reason =
    tried.size === 0
      ? 'no Gateway is in git, so nothing of the mesh takes requests from outside'
      : `no gateway of the mesh takes a connection for ${authority === '' ? 'it' : authority} on port ${port}`
  return {
    request,
    outcome: {
      outcome: 'reset',
      destinations: [],
      steps: [],
      certainty: 'certain',
      assumptions: [],
      reason
    }
  }
}

function at(gateway: string, outcome: Outcome): Outcome {
  return {
    ...outcome,
    steps: [{ layer: 'arrives at', text: `gateway ${gateway}` }, ...outcome.steps]
  }
}
