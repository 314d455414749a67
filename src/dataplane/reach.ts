import { canonical } from '../fingerprint.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { overlaps } from '../mesh/host.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Compilation } from './compilation.ts'
import type { Proxy as ProxyClass } from './config.ts'
import { type HostFilter, hostFilter, portsOf, type ReachedHosts } from './host-filter.ts'
import { hostNames } from './host-names.ts'
import { type Touched, touchedBy } from './reach-kinds.ts'
import { refusedHosts } from './refused-routes.ts'
import { sidecarView } from './sidecar-view.ts'

/** One object on both sides; null where a side does not have it. */
export interface Change {
  readonly base: Manifest | null
  readonly head: Manifest | null
}

/**
 * What a change can touch: hosts (names or wildcards, lower case) whose virtual hosts, routes or clusters
 * may differ, and proxies whose whole view may. Everything else is compiled from the same input on both
 * sides, so comparing what is reached gives the same as comparing all (a property test says so).
 */
export interface Reach extends ReachedHosts {
  /** Nothing is spared. */
  readonly everything: boolean
  /** Could anything of this proxy differ? */
  affects(proxy: ProxyClass): boolean
  /** Compile all of this proxy, not the reached hosts alone. */
  wholly(proxy: ProxyClass): boolean
  /** Route configurations of this proxy of which all hosts are compiled, although it is not wholly. */
  wholeRoutes(proxy: ProxyClass): ReadonlySet<string>
}

export function reach(base: Compilation, head: Compilation, changes: readonly Change[]): Reach {
  const sides = [base, head]
  if (!sameGround(base.mesh, head.mesh)) return EVERYTHING
  const touched: Touched = { everything: false, hosts: new Set(), named: new Map(), whole: [] }
  // One object may stand for many services.
  const seen = new Map(sides.map(side => [side, new Set<Manifest>()]))
  for (const change of changes) {
    for (const [index, manifest] of [change.base, change.head].entries()) {
      const side = sides[index]
      if (manifest === null || side === undefined || seen.get(side)?.has(manifest)) continue
      seen.get(side)?.add(manifest)
      touchedBy(manifest, side, sides, touched)
    }
    if (touched.everything) return EVERYTHING
  }
  if (touched.hosts.size > 0) {
    for (const host of sides.flatMap(refusedHosts)) touched.hosts.add(host)
  }
  return within(closed(touched.hosts, sides), touched.whole, sides)
}

/** Minor, flags, mesh configuration and what is assumed are the same on both sides. */
function sameGround(base: Mesh, head: Mesh): boolean {
  return (
    base.version.minor === head.version.minor &&
    base.features.key === head.features.key &&
    canonical(base.config.raw) === canonical(head.config.raw)
  )
}

const EVERYTHING: Reach = {
  everything: true,
  hosts: new Set(['*']),
  ports: [],
  includes: () => true,
  affects: () => true,
  wholly: () => true,
  wholeRoutes: () => new Set()
}

function within(
  hosts: ReadonlySet<string>,
  whole: Touched['whole'],
  sides: readonly Compilation[]
): Reach {
  const wildcards = [...hosts].filter(host => host.startsWith('*'))
  const wholly = (proxy: ProxyClass): boolean => whole.some(covers => covers(proxy))
  const includes = (host: string): boolean => {
    if (hosts.has(host)) return true
    if (wildcards.some(wildcard => overlaps(wildcard, host))) return true
    if (!host.startsWith('*')) return false
    for (const one of hosts) if (overlaps(host, one)) return true
    return false
  }
  // Names that no registry knows stand on port 80.
  const ports = new Set([80, ...sides.flatMap(side => [...portsOf(side, hosts, includes)])])
  const onOneSide = new Map<string, ReadonlySet<string>>()
  let filters: readonly HostFilter[] | undefined
  const reached: Reach = {
    everything: false,
    hosts,
    ports: [...ports].sort((a, b) => a - b),
    includes,
    affects: proxy => hosts.size > 0 || wholly(proxy),
    wholly,
    wholeRoutes(proxy) {
      let found = onOneSide.get(proxy.id)
      if (found === undefined) {
        filters ??= sides.map(side => hostFilter(side, reached))
        found = hosts.size > 0 ? sharedNamesOnOneSide(proxy, sides, filters) : new Set()
        onOneSide.set(proxy.id, found)
      }
      return found
    }
  }
  return reached
}

/**
 * The last service of a port takes the port's route configuration along, with the virtual hosts of names
 * that no registry knows; the first brings them.
 */
function sharedNamesOnOneSide(
  proxy: ProxyClass,
  sides: readonly Compilation[],
  filters: readonly HostFilter[]
): ReadonlySet<string> {
  if (proxy.type !== 'sidecar') return new Set()
  const counts = new Map<string, number>()
  for (const [index, side] of sides.entries()) {
    const view = sidecarView(side, proxy, filters[index] ?? null)
    for (const name of view.routeConfigs.keys()) {
      if (!name.includes(':')) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return new Set([...counts.keys()].filter(name => counts.get(name) === 1))
}

/** Hosts that claim a domain which a reached host claims win or lose it with that host. */
function closed(touched: ReadonlySet<string>, sides: readonly Compilation[]): ReadonlySet<string> {
  const hosts = new Set(touched)
  const names = sides.map(side => hostNames(side.mesh))
  // A set grows while it is walked, and what is added is walked too.
  for (const host of hosts) {
    for (const one of names) for (const rival of one.rivals(host)) hosts.add(rival)
  }
  return hosts
}
