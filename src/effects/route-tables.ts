import type { Proxy as ProxyClass, RouteConfig, VirtualHost } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { lowerRoutes, matchesAuthority } from '../dataplane/lower/routes.ts'
import type { ProxyView } from '../dataplane/view.ts'
import type { Dimension, Table } from '../decision/table.ts'
import { canonical } from '../fingerprint.ts'
import { behaviourOf } from './action.ts'
import type { Behaviour, BehaviourContext } from './behaviour.ts'
import { behaviourTable, originOf } from './behaviour-table.ts'
import { withoutRoutes } from './no-routes.ts'
import type { PodsOf } from './pods.ts'
import { compareText } from './risk.ts'
import { routeKey } from './virtual-hosts.ts'

export interface BothPods {
  readonly base: PodsOf
  readonly head: PodsOf
}

/** Two sides of one proxy class. */
export interface Sides {
  readonly proxy: ProxyClass
  readonly base: Dataplane
  readonly head: Dataplane
  readonly configs: { readonly base: ProxyView; readonly head: ProxyView }
  readonly pods: BothPods
}

export interface BothTables {
  readonly base: Table<Behaviour>
  readonly head: Table<Behaviour>
}

/** The virtual hosts in question of one route configuration as tables; null where neither side has it. */
export function tablesOf(
  before: RouteConfig | undefined,
  after: RouteConfig | undefined,
  virtualHosts: ReadonlySet<string>,
  { base, head, configs, pods }: Sides
): BothTables | null {
  const byAuthority = [before, after].some(
    one => one !== undefined && matchesAuthority(one, virtualHosts)
  )
  const scheme = (before ?? after)?.name.startsWith('https') === true ? 'https' : 'http'
  const port = (after ?? before)?.port ?? 0
  const options = { virtualHosts, byAuthority, schemes: [scheme] } as const
  const lower = (side: 'base' | 'head', { mesh }: Dataplane, routes: RouteConfig | undefined) =>
    routes === undefined
      ? null
      : behaviourTable(lowerRoutes(routes, mesh, options), configs[side], pods[side])
  const one = lower('base', base, before)
  const other = lower('head', head, after)
  if (one === null && other === null) return null
  // The same dimensions in the same order on both sides: exchanging them exchanges the answer, word for word.
  const dimensions = joined(one?.dimensions ?? [], other?.dimensions ?? [])
  return {
    base: { ...(one ?? nothing(other, configs.base, pods.base, port)), dimensions },
    head: { ...(other ?? nothing(one, configs.head, pods.head, port)), dimensions }
  }
}

const leading = ['host', 'authority', 'path', 'method', 'scheme']

function joined(a: readonly Dimension[], b: readonly Dimension[]): Dimension[] {
  const names = new Map([...b, ...a].map(dimension => [dimension.name, dimension]))
  const rank = (name: string) => (leading.includes(name) ? leading.indexOf(name) : leading.length)
  return [...names.values()].sort(
    (one, other) => rank(one.name) - rank(other.name) || compareText(one.name, other.name)
  )
}

/** The table of routes that the proxy does not have, where the other side has them for this port. */
function nothing(
  like: Table<Behaviour> | null,
  config: ProxyView,
  pods: PodsOf,
  port: number
): Table<Behaviour> {
  const context: BehaviourContext = {
    config,
    pods,
    namespace: config.proxy.namespace,
    matched: null,
    certainty: 'certain',
    assumptions: []
  }
  const otherwise =
    config.proxy.type === 'sidecar'
      ? withoutRoutes(config, port, context)
      : behaviourOf({ kind: 'no-listener', listens: config.listenersOn(port).length > 0 }, context)
  return {
    dimensions: like?.dimensions ?? [],
    rows: [],
    otherwise,
    ...(like?.impossible !== undefined && { impossible: like.impossible })
  }
}

/** Equal for equal tables: proxies that are sent the same are compared once. */
export function tablesKey({ base, head }: BothTables): string {
  return [canonical(base.dimensions), sideKey(base), sideKey(head)].join('\n\n')
}

/** What a row asks follows from its route and the domains of its host; both are read once, whoever is sent them. */
function sideKey({ rows, otherwise, impossible }: Table<Behaviour>): string {
  const parts = rows.map(row => {
    const origin = originOf(row)
    const asks =
      origin?.route === null || origin === null
        ? canonical(row.when)
        : `${numberOf(routeKey(origin.route))} ${domainsOf(origin.virtualHost)}`
    return `${asks} ${numberOf(row.action.id)}`
  })
  return [...parts, otherwise.id, canonical(impossible ?? null)].join('\n')
}

const numbers = new Map<string, number>()

/** A short name for a long text. */
function numberOf(text: string): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  numbers.set(text, numbers.size)
  return numbers.size - 1
}

const domains = new WeakMap<VirtualHost, number>()

function domainsOf(host: VirtualHost): number {
  const known = domains.get(host)
  if (known !== undefined) return known
  const number = numberOf([host.name, ...host.domains].join(' '))
  domains.set(host, number)
  return number
}
