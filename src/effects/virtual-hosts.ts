import type { ProxyConfig, Route, RouteConfig, VirtualHost } from '../dataplane/config.ts'
import { matchesAuthority } from '../dataplane/lower/routes.ts'
import { canonical } from '../fingerprint.ts'
import type { PodsOf } from './pods.ts'
import { upstreamKey } from './upstream.ts'

interface Sides {
  readonly configs: { readonly base: ProxyConfig; readonly head: ProxyConfig }
  readonly pods: { readonly base: PodsOf; readonly head: PodsOf }
}

/**
 * Names of the virtual hosts whose requests can be treated differently. Where domains change hands, every wildcard is
 * looked at too, since it takes what no other host takes.
 */
export function differingHosts(
  base: RouteConfig | undefined,
  head: RouteConfig | undefined,
  sides: Sides
): Set<string> {
  const before = new Map((base?.virtualHosts ?? []).map(host => [host.name, host]))
  const after = new Map((head?.virtualHosts ?? []).map(host => [host.name, host]))
  const differing = new Set<string>()
  let domainsMoved = base?.ignorePortInHost !== head?.ignorePortInHost
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const one = before.get(name)
    const other = after.get(name)
    if (one === undefined || other === undefined || !sameDomains(one, other)) {
      domainsMoved = true
      differing.add(name)
    } else if (!sameHost(one, other, sides)) differing.add(name)
  }
  if (domainsMoved) {
    for (const host of [...before.values(), ...after.values()]) {
      if (host.domains.some(domain => domain.startsWith('*'))) differing.add(host.name)
    }
  }
  return differing
}

function sameDomains(a: VirtualHost, b: VirtualHost): boolean {
  return (
    a.domains.length === b.domains.length && a.domains.every((domain, i) => domain === b.domains[i])
  )
}

function sameHost(a: VirtualHost, b: VirtualHost, { configs, pods }: Sides): boolean {
  if (a.requireTls !== b.requireTls || a.routes.length !== b.routes.length) return false
  return a.routes.every((route, i) => {
    const other = b.routes[i]
    return (
      other !== undefined &&
      routeKey(route) === routeKey(other) &&
      clusterStates(route, configs.base, pods.base) ===
        clusterStates(other, configs.head, pods.head)
    )
  })
}

/**
 * Of the hosts that differ, those that can be compared each by itself, with a key that is equal where two proxies'
 * comparisons are. Both sides give the same domains to the same hosts, all of these exact and no other host's, and none of their routes asks for the Host header itself: then a request of such a host meets its routes and no others on both sides.
 */
export function hostsApart(
  base: RouteConfig | undefined,
  head: RouteConfig | undefined,
  names: ReadonlySet<string>,
  { configs, pods }: Sides
): ReadonlyMap<string, HostsApart> {
  const found = new Map<string, HostsApart>()
  if (base === undefined || head === undefined || names.size < 2) return found
  if (base.ignorePortInHost !== head.ignorePortInHost) return found
  if (matchesAuthority(base, names) || matchesAuthority(head, names)) return found
  const after = new Map(head.virtualHosts.map(host => [host.name, host]))
  if (after.size !== base.virtualHosts.length || after.size !== head.virtualHosts.length) {
    return found
  }
  const owners = new Map<string, string>()
  for (const one of base.virtualHosts) {
    const other = after.get(one.name)
    if (other === undefined || !sameDomains(one, other)) return new Map()
    for (const domain of one.domains) {
      const folded = domain.toLowerCase()
      owners.set(folded, owners.has(folded) ? '' : one.name)
    }
  }
  for (const one of base.virtualHosts) {
    const other = after.get(one.name)
    if (other === undefined || !names.has(one.name)) continue
    const isAlone = one.domains.every(
      domain => !domain.startsWith('*') && owners.get(domain.toLowerCase()) === one.name
    )
    if (!isAlone) continue
    const key = [
      one.name,
      one.domains.join(' '),
      stateOf(one, configs.base, pods.base),
      stateOf(other, configs.head, pods.head)
    ].join('\n\n')
    found.set(one.name, { base: one, head: other, key })
  }
  return found
}

export interface HostsApart {
  readonly base: VirtualHost
  readonly head: VirtualHost
  readonly key: string
}

function stateOf({ requireTls, routes }: VirtualHost, config: ProxyConfig, pods: PodsOf): string {
  const states = routes.map(route => `${numberOf(route)} ${clusterStates(route, config, pods)}`)
  return [requireTls, ...states].join('\n')
}

const numbers = new WeakMap<Route, number>()
let routesNumbered = 0

/** Routes are shared by proxies that cannot tell them apart: one number for each. */
function numberOf(route: Route): number {
  const known = numbers.get(route)
  if (known !== undefined) return known
  routesNumbered += 1
  numbers.set(route, routesNumbered)
  return routesNumbered
}

const keys = new WeakMap<Route, string>()

/** What a route does without regard to names and places. Routes are shared by proxies, so each is read once. */
export function routeKey(route: Route): string {
  let key = keys.get(route)
  if (key === undefined) {
    key = canonical([route.match, withoutPlaces(route.action)])
    keys.set(route, key)
  }
  return key
}

function withoutPlaces(action: Route['action']): unknown {
  if (action.kind === 'unknown' || action.kind === 'refused') return [action.kind, action.reason]
  if (action.kind !== 'forward') return action
  return { ...action, destinations: action.destinations.map(one => ({ ...one, at: null })) }
}

/** Which clusters of a route exist, and their pods: part of what it does, and not in the route itself. */
function clusterStates({ action }: Route, { clusters }: ProxyConfig, pods: PodsOf): string {
  if (action.kind !== 'forward') return ''
  const names = [
    ...action.destinations.map(one => one.cluster),
    ...(action.settings.mirrors ?? []).map(one => one.cluster)
  ]
  return names
    .map(name => {
      const cluster = clusters.get(name)
      if (cluster === undefined) return '-'
      return `${cluster.endpoints === 0 ? '0' : pods(cluster).key} ${upstreamKey(cluster)}`
    })
    .join('\n')
}
