import { chainOf, chooseListener, overBytes } from '../dataplane/answer-l4.ts'
import { catchAll } from '../dataplane/catch-all.ts'
import { chooseChain } from '../dataplane/chain-choice.ts'
import type { FilterChain } from '../dataplane/config.ts'
import { evaluateRoutes } from '../dataplane/evaluate.ts'
import { PLAINTEXT_HTTP } from '../dataplane/http-chain.ts'
import type { Outcome, Request } from '../dataplane/request.ts'
import type { ProxyView } from '../dataplane/view.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { UNSPECIFIED } from '../mesh/service.ts'
import { behaviourOf } from './action.ts'
import type { Behaviour, BehaviourContext } from './behaviour.ts'
import { connectionBehaviour } from './connection-behaviour.ts'

/**
 * What a sidecar does with requests to a port that it has no such routes for: another listener of the port takes them,
 * else the one behind all others, and the outbound policy of its scope decides.
 * Source: pilot networking/core/listener_builder.go buildVirtualOutboundListener.
 */
export function withoutRoutes(view: ProxyView, port: number, context: BehaviourContext): Behaviour {
  const listener = chooseListener(view, port, UNSPECIFIED)
  const chain = listener === undefined ? undefined : chooseChain(listener, plainHttp)
  if (chain === undefined) return behaviourOf({ kind: 'no-listener' }, context)
  if (chain.routeConfig === undefined) return connectionBehaviour({ kind: 'chain', chain }, context)
  const [route] = catchAll(view.client.scope).routes
  return behaviourOf(route?.action ?? { kind: 'no-route' }, context)
}

const plainHttp = {
  address: UNSPECIFIED,
  sni: '',
  transport: 'raw_buffer',
  alpn: PLAINTEXT_HTTP.slice(0, 1)
} as const

/** The same for one request, as the plain evaluator sees it. */
export function replayWithoutRoutes(mesh: Mesh, view: ProxyView, request: Request): Outcome {
  const { certainty, assumptions } = view.proxy
  const text = `nothing listens for port ${request.port}`
  const steps = [{ layer: 'listener', text }]
  const refused: Outcome = { outcome: 'reset', destinations: [], steps, certainty, assumptions }
  if (view.proxy.type !== 'sidecar') return refused
  const listener = chooseListener(view, request.port, UNSPECIFIED)
  const chain = listener && chainOf(listener, request, UNSPECIFIED)
  if (listener === undefined || chain === undefined) return refused
  const walked = [{ layer: 'listener', text: listener.name }]
  const trace = { listener: listener.name }
  return chain.routeConfig === undefined
    ? overBytes(view, chain, trace, walked)
    : evaluateRoutes(mesh, view, restOfPort(view, chain, request.port), request, {
        trace,
        steps: walked,
        scheme: 'http'
      })
}

/** The routes of a port for hosts that it does not know. */
function restOfPort(view: ProxyView, { routeConfig = '' }: FilterChain, port: number) {
  const virtualHosts = [catchAll(view.client.scope)]
  return { name: routeConfig, port, virtualHosts, ignorePortInHost: true }
}
