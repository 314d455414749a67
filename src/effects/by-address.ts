import { addressTo } from './dialled-address.ts'
import type { RoutingContext } from './route-effect.ts'
import type { RouteChange } from './routing.ts'
import { requestAt } from './witness.ts'

type Point = Parameters<typeof requestAt>[0]['point']

/**
 * Changes that proxies are sent alike, apart where their requests have to be dialled differently: what is said of one
 * class then holds of all that it speaks for, whichever classes it is compared beside.
 */
export function byAddress(
  changes: readonly RouteChange[],
  pointOf: (change: RouteChange) => Point,
  { base, head }: RoutingContext
): readonly (readonly RouteChange[])[] {
  const [first] = changes
  if (first?.proxy.type !== 'sidecar' || changes.length < 2) return [changes]
  const apart = new Map<string | undefined, RouteChange[]>()
  const point = pointOf(first)
  for (const change of changes) {
    const { proxy, configs, names, port, tls } = change
    const from = { namespace: proxy.namespace }
    const request = requestAt({ proxy, from, port, point, tls })
    const address =
      request === null ? undefined : addressTo({ base, head, configs, names }, request)
    const known = apart.get(address)
    if (known === undefined) apart.set(address, [change])
    else known.push(change)
  }
  return [...apart.values()]
}
