import type { ProxyConfig, Route, RouteConfig, VirtualHost } from '../dataplane/config.ts'
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
