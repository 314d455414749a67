import { chainOf, chooseListener } from '../dataplane/answer-l4.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { meetsRoutesAnywhere } from '../dataplane/plain-http.ts'
import type { Request } from '../dataplane/request.ts'
import { addressOfHost } from '../dataplane/resolve.ts'
import type { ProxyView } from '../dataplane/view.ts'
import { UNSPECIFIED } from '../mesh/service.ts'

/** An address that no Service has (RFC 5737). */
export const elsewhere = '192.0.2.1'

export interface Dialling {
  readonly base: Dataplane
  readonly head: Dataplane
  readonly configs: { readonly base: ProxyView; readonly head: ProxyView }
  /** The name of the route configuration on each side. */
  readonly names: { readonly base: string; readonly head: string }
}

/**
 * The address that a client in the mesh has to dial so that its request meets these routes, where that of the name does
 * not lead to them: a listener of its own may take the address, as of a Service that a Sidecar says is TCP. Undefined:
 * the name leads there, or no address is known to.
 */
export function addressTo(
  { base, head, configs, names }: Dialling,
  request: Request
): string | undefined {
  const sides = ['base', 'head'] as const
  const planes = { base, head }
  const { port } = request
  const isPlain = request.protocol === 'http' && request.transport === 'plaintext'
  const leads = (addressOn: (side: 'base' | 'head') => string): boolean =>
    sides.every(side => {
      const view = configs[side]
      if (!view.routeConfigs.has(names[side])) return true
      if (isPlain && names[side] === `${port}`) {
        if (meetsRoutesAnywhere(planes[side].mesh.registry, view.client, port)) return true
      }
      const address = addressOn(side)
      const listener = chooseListener(view, port, address)
      const chain = listener === undefined ? undefined : chainOf(listener, request, address)
      return chain?.routeConfig === names[side]
    })
  if (leads(side => addressOfHost(planes[side], configs[side].proxy, request.authority))) {
    return undefined
  }
  const own = sides.flatMap(side =>
    configs[side]
      .listenersOn(port)
      .filter(({ filterChains, defaultChain }) =>
        [...filterChains, defaultChain].some(one => one?.routeConfig === names[side])
      )
      .map(({ address }) => (address === UNSPECIFIED ? elsewhere : address))
  )
  return own.find(address => leads(() => address))
}
