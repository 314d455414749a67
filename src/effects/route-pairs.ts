import { chooseListener } from '../dataplane/answer-l4.ts'
import { chooseChain } from '../dataplane/chain-choice.ts'
import { parseCluster } from '../dataplane/cluster-name.ts'
import type { Listener, RouteConfig, VirtualHost } from '../dataplane/config.ts'
import type { ProxyView } from '../dataplane/view.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isHttp, type Protocol } from '../mesh/protocol.ts'
import { portOf, UNSPECIFIED } from '../mesh/service.ts'
import type { RouteGroup } from './route-groups.ts'
import {
  type MovedNames,
  movedNames,
  routesFor,
  serverNameTo,
  withoutMoved
} from './server-names.ts'

/** Route configurations that take the same requests on the two sides; undefined where a side has none. */
export interface RoutePair {
  /** As the side has it that names it; head's where both do. */
  readonly name: string
  readonly names: { readonly base: string; readonly head: string }
  readonly base: RouteConfig | undefined
  readonly head: RouteConfig | undefined
  /** Requests whose server name leads to other routes than before, or to none. */
  readonly moved?: true
  /** Envoy refuses the listener on both sides and keeps the last good one: what differs is not what it does. */
  readonly refused?: NonNullable<Listener['refused']>
}

type Views = { readonly base: ProxyView; readonly head: ProxyView }

/**
 * Which route configurations to hold against each other. Most have one name on both sides. At gateways the name of an
 * HTTPS server's holds names of its Gateway and port, which no request sees: those that the same connections lead to
 * are one, and requests whose server name leads elsewhere are held against what they meet there. At sidecars the
 * routes of a port that is sniffed stand apart, those of an HTTP port with all of the port.
 */
export function routePairs(views: Views): RoutePair[] {
  const names = new Set([...views.base.routeConfigs.keys(), ...views.head.routeConfigs.keys()])
  if (views.head.proxy.type === 'gateway') return gatewayPairs(views, names)
  return [...names].sort().map(name => {
    const base = views.base.routeConfigs.get(name)
    const head = views.head.routeConfigs.get(name)
    const pair = { name, names: { base: name, head: name }, base, head }
    return base === undefined || head === undefined ? sniffedPair(pair, views) : pair
  })
}

function gatewayPairs(views: Views, names: ReadonlySet<string>): RoutePair[] {
  const renamed = renamedServers(views, names)
  const taken = new Set(renamed.values())
  const moved = movedNames(views, (base, head) => renamed.get(base) === head)
  const pairs: RoutePair[] = []
  const refused = refusedPorts(views)
  for (const name of [...names].sort()) {
    if (taken.has(name)) continue
    const after = renamed.get(name) ?? name
    const { port } = views.head.routeConfigs.get(after) ?? views.base.routeConfigs.get(name) ?? {}
    const reasons = port === undefined ? undefined : refused.get(port)
    if (reasons !== undefined) {
      pairs.push(...refusedPair(views, { base: name, head: after }, reasons))
      continue
    }
    const base = withoutMoved(views.base.routeConfigs.get(name), moved)
    const head = withoutMoved(views.head.routeConfigs.get(after), moved)
    // Every name that leads to the routes of one side alone is a moved one.
    const [own, other] = base === undefined ? [head, base] : [base, head]
    if (other === undefined && isMoved(own, moved)) continue
    if (isApart(views, { base, head }, { base: name, head: after })) continue
    pairs.push({ name: after, names: { base: name, head: after }, base, head })
  }
  for (const port of moved) {
    for (const [pattern, leading] of port.moved) {
      const { base = '', head = '' } = {
        base: leading.base?.routeConfig,
        head: leading.head?.routeConfig
      }
      const routes = routesFor(views, port, pattern, leading)
      pairs.push({ name: head || base, names: { base, head }, ...routes, moved: true })
    }
  }
  return pairs
}

type Reasons = Readonly<Record<'base' | 'head', Listener['refused']>>

/** Ports of which Envoy refuses the listener, on either side, with why. */
function refusedPorts({ base, head }: Views): ReadonlyMap<number, Reasons> {
  const found = new Map<number, Reasons>()
  for (const { port, refused } of [...base.listeners, ...head.listeners]) {
    if (refused === undefined || found.has(port)) continue
    const on = (view: ProxyView) => chooseListener(view, port, UNSPECIFIED)?.refused
    found.set(port, { base: on(base), head: on(head) })
  }
  return found
}

/** None where one side alone is refused: its routes are not what requests meet, and the comparison of connections says so. */
function refusedPair(
  views: Views,
  names: RoutePair['names'],
  { base, head }: Reasons
): RoutePair[] {
  if (base === undefined || head === undefined) return []
  const [before, after] = [
    views.base.routeConfigs.get(names.base),
    views.head.routeConfigs.get(names.head)
  ]
  return [{ name: names.head, names, base: before, head: after, refused: head }]
}

/** Does no server name lead to the routes on both sides? Then no request meets both: all their names are moved ones. */
function isApart(
  views: Views,
  { base, head }: Pick<RoutePair, 'base' | 'head'>,
  names: RoutePair['names']
): boolean {
  if (base === undefined || head?.name.startsWith('https') !== true) return false
  return serverNameTo(views, names, head.port, '') === null
}

function isMoved(config: RouteConfig | undefined, moved: readonly MovedNames[]): boolean {
  return config?.name.startsWith('https') === true && moved.some(one => one.port === config.port)
}

/** From names that base alone has to those that head alone has for the same port and server names. */
function renamedServers(views: Views, names: ReadonlySet<string>): Map<string, string> {
  const only = (own: ProxyView, other: ProxyView) => {
    const found = new Map<string, string>()
    const gone = new Set(
      [...names].filter(name => own.routeConfigs.has(name) && !other.routeConfigs.has(name))
    )
    if (gone.size === 0) return found
    for (const { name: listener, filterChains } of own.listeners) {
      for (const { match, routeConfig } of filterChains) {
        if (routeConfig === undefined || !gone.has(routeConfig)) continue
        found.set(`${listener} ${match.sni?.join() ?? '*'}`, routeConfig)
      }
    }
    return found
  }
  const after = only(views.head, views.base)
  const renamed = new Map<string, string>()
  if (after.size === 0) return renamed
  for (const [key, name] of only(views.base, views.head)) {
    const other = after.get(key)
    if (other !== undefined) renamed.set(name, other)
  }
  return renamed
}

/** `host:port` of one side alone, and the routes of the same host among those of the port on the other. */
function sniffedPair(pair: RoutePair, views: Views): RoutePair {
  const own = pair.base ?? pair.head
  const other = pair.base === undefined ? 'base' : 'head'
  const colon = pair.name.lastIndexOf(':')
  if (own === undefined || colon < 0) return pair
  const shared = pair.name.slice(colon + 1)
  const routes = views[other].routeConfigs.get(shared)
  const host = routes?.virtualHosts.find(one => one.name === pair.name)
  if (routes === undefined || host === undefined) return pair
  // Under its own listener every Host leads there: compared are those by which it is known.
  const alone = {
    ...own,
    virtualHosts: own.virtualHosts.map(one => ({ ...one, domains: host.domains }))
  }
  const found = { ...routes, virtualHosts: [host] }
  const side = other === 'base' ? { base: found, head: alone } : { base: alone, head: found }
  return { ...pair, ...side, names: { ...pair.names, [other]: shared } }
}

/**
 * Is what one side lacks in these routes elsewhere there? A service's port that is sniffed has routes of its own, and
 * bytes are compared as connections.
 */
export function standsElsewhere(
  { origins }: RouteGroup,
  { name, base, head }: Pick<RoutePair, 'name' | 'base' | 'head'>,
  views: Views,
  meshes: { readonly base: Mesh; readonly head: Mesh }
): boolean {
  if (views.head.proxy.type === 'gateway') return isPassedOn(origins, { name, base, head }, views)
  const sniffed = name.includes(':')
  for (const [own, other] of [
    ['base', 'head'],
    ['head', 'base']
  ] as const) {
    const host = origins[own][0]?.virtualHost
    if (host === undefined || ownerOf(host) === null) continue
    const there = other === 'base' ? base : head
    if (there?.virtualHosts.some(one => one.name === host.name)) continue
    const protocol = protocolOf(host, meshes[other])
    if (protocol === undefined || isHttp(protocol)) continue
    if (!sniffed || protocol !== 'auto') return true
  }
  return false
}

/** Does the side that has no such routes forward the bytes of the same connections, at a gateway? */
function isPassedOn(
  origins: RouteGroup['origins'],
  { name, base, head }: Pick<RoutePair, 'name' | 'base' | 'head'>,
  views: Views
): boolean {
  const own = base ?? head
  const lacking = base === undefined ? 'base' : head === undefined ? 'head' : null
  if (own === undefined || lacking === null) return false
  const [domain = ''] = (origins.base[0] ?? origins.head[0])?.virtualHost.domains ?? []
  const sni = domain.replace(/:\d+$/, '').replace(/^\*/, 'a')
  const tls = name.startsWith('https')
  for (const listener of views[lacking].listenersOn(own.port)) {
    const shown = { address: UNSPECIFIED, sni: tls ? sni : '', alpn: tls ? [] : ['http/1.1'] }
    const chain = chooseChain(listener, { ...shown, transport: tls ? 'tls' : 'raw_buffer' })
    if (chain?.tcp !== undefined) return true
  }
  return false
}

/** What the port of a virtual host's service speaks; undefined where there is no such port. */
function protocolOf(host: VirtualHost, mesh: Mesh): Protocol | undefined {
  const owner = ownerOf(host)
  if (owner === null) return undefined
  for (const service of mesh.registry.byHost(owner.host.toLowerCase())) {
    const port = portOf(service, owner.port)
    if (port !== undefined) return port.protocol
  }
  return undefined
}

/** `host:port` apart; null for virtual hosts that stand for no service. */
function ownerOf({ name }: VirtualHost): { readonly host: string; readonly port: number } | null {
  const colon = name.lastIndexOf(':')
  if (colon < 0) return null
  return parseCluster(`outbound|${name.slice(colon + 1)}||${name.slice(0, colon)}`)
}
