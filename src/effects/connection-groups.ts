import type { Dataplane } from '../dataplane/dataplane.ts'
import { type ConnectionOrigin, isOpen } from '../dataplane/lower/connections.ts'
import type { ProxyView } from '../dataplane/view.ts'
import {
  type Comparison,
  compare,
  type Difference as TableDifference
} from '../decision/compare.ts'
import { isEmpty, type Region, union } from '../decision/region.ts'
import type { Row } from '../decision/table.ts'
import type { Json, JsonMap } from '../manifest/manifest.ts'
import { list, mapOrEmpty, number, text } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isHttp, parseProtocol } from '../mesh/protocol.ts'
import { portOf, type Service } from '../mesh/service.ts'
import { behaviourOf } from './action.ts'
import type { Behaviour } from './behaviour.ts'
import {
  type ConnectionSides,
  connectionOrigin,
  connectionTables,
  otherPorts
} from './connection-tables.ts'
import { type Difference, difference, ofVisibility } from './kind.ts'
import type { PodsOf } from './pods.ts'
import type { Gap } from './route-groups.ts'
import { sees } from './scope-view.ts'
import { unservedNames } from './unserved-names.ts'
import { isUnwatched } from './unwatched.ts'
import { serviceOf } from './words.ts'

/** Connections to one place that a proxy class treats differently, all in the same way. */
export interface ConnectionGroup {
  readonly port: number
  readonly before: Behaviour
  readonly after: Behaviour
  /** Null where a side was not understood. */
  readonly difference: Difference | null
  readonly region: Region
  readonly origins: {
    readonly base: readonly ConnectionOrigin[]
    readonly head: readonly ConnectionOrigin[]
  }
}

export interface ConnectionComparison {
  readonly groups: readonly ConnectionGroup[]
  readonly gaps: readonly (Gap & { readonly port: number })[]
  readonly tables: number
}

/** Every connection on these ports that becomes of something else. */
export function compareConnections(
  ports: readonly number[],
  sides: ConnectionSides
): ConnectionComparison {
  const groups: ConnectionGroup[] = []
  const gaps: (Gap & { port: number })[] = []
  for (const port of ports) {
    const tables = connectionTables(port, sides)
    if (tables === null) continue
    const found = compare(tables.base, tables.head, { keyOf: behaviour => behaviour.id })
    const names = found.kind === 'compared' ? unservedNames(port, found.differences, sides) : null
    for (const one of [found, ...(names === null ? [] : [names])]) {
      if (one.kind === 'compared') groups.push(...grouped(port, one.differences, sides))
      else gaps.push({ ...gapOf(one), port })
    }
  }
  return { groups, gaps, tables: ports.length }
}

function gapOf(found: Exclude<Comparison<Behaviour>, { kind: 'compared' }>): Gap {
  if (found.kind === 'malformed') {
    const [first] = found.matchers
    return {
      kind: 'malformed',
      message: `a filter chain cannot be compiled: ${first?.reason ?? ''}`
    }
  }
  const where = found.dimension === null ? '' : ` of ${found.dimension}`
  const message = `the filter chains${where} are too intertwined: more than ${found.allowed} ${found.limit}`
  return { kind: 'budget', message }
}

function grouped(
  port: number,
  differences: readonly TableDifference<Behaviour>[],
  sides: ConnectionSides
): ConnectionGroup[] {
  const { configs, pods, meshes } = sides
  const byKey = new Map<string, TableDifference<Behaviour>[]>()
  for (const one of differences) {
    if (isEmpty(one.region) || byRoutes(one, sides)) continue
    const places = [one.base, one.head].map(row => {
      const { listener, chain } = connectionOrigin(row)
      return `${listener?.address ?? ''} ${chain?.match.sni?.join() ?? ''}`
    })
    const key = [...places, one.before.id, one.after.id].join('\n')
    byKey.set(key, [...(byKey.get(key) ?? []), one])
  }
  const groups: ConnectionGroup[] = []
  for (const [first, ...rest] of byKey.values()) {
    if (first === undefined) continue
    const all = [first, ...rest]
    const before = settled(first.before, first.head, meshes.base, configs.base, pods.base)
    const after = settled(first.after, first.base, meshes.head, configs.head, pods.head)
    const understood = before.fate !== 'unknown' && after.fate !== 'unknown'
    const plain = understood ? difference(before, after) : null
    const change =
      plain === null
        ? null
        : ofVisibility(plain, before, after, side =>
            isHidden(side === 'base' ? after : before, port, meshes[side], configs[side])
          )
    if (understood && change === null) continue
    if (saidByRoutes(before, first.head) || saidByRoutes(after, first.base)) continue
    groups.push({
      port,
      before,
      after,
      difference: change,
      region: union([first.region, ...rest.map(one => one.region)]),
      origins: {
        base: all.map(one => connectionOrigin(one.base)),
        head: all.map(one => connectionOrigin(one.head))
      }
    })
  }
  return groups
}

/** Does the mesh have the service of a forwarded connection, and the proxy not see it? */
function isHidden(
  { destinations }: Behaviour,
  port: number,
  mesh: Mesh,
  { client }: ProxyView
): boolean {
  return destinations.some(({ upstream }) => {
    const host = upstream?.host.toLowerCase() ?? ''
    const has = (service: Service) => portOf(service, port) !== undefined
    return mesh.registry.byHost(host).some(has) && !sees(client, host).some(has)
  })
}

/** Where a sniffed port is gone with its Service, the comparison of its routes says so. */
function saidByRoutes({ fate }: Behaviour, other: Row<Behaviour> | null): boolean {
  const chains = connectionOrigin(other).listener?.filterChains ?? []
  return fate === 'no-service' && chains.some(chain => chain.routeConfig !== undefined)
}

/**
 * What a sidecar passes through reaches nothing where the address is that of a Service of the cluster, and no Service
 * has the host, or the port, on this side.
 */
function settled(
  behaviour: Behaviour,
  other: Row<Behaviour> | null,
  mesh: Mesh,
  config: ProxyView,
  pods: PodsOf
): Behaviour {
  const { listener } = connectionOrigin(other)
  if (behaviour.fate !== 'passthrough' || listener === null || isOpen(listener.address)) {
    return behaviour
  }
  const [host = ''] = (other?.action.destinations ?? []).map(one => one.cluster.split('|')[3])
  if (serviceOf(host) === null || isUnwatched(mesh, host)) return behaviour
  const services = mesh.registry.byHost(host)
  if (services.some(service => portOf(service, listener.port) !== undefined)) return behaviour
  const { certainty, assumptions } = behaviour
  const what = services.length === 0 ? 'Service' : 'port'
  const context = { config, pods, namespace: '', matched: null, certainty, assumptions }
  return behaviourOf({ kind: 'no-service', what }, context)
}

/**
 * Where one side reads HTTP and the other forwards nothing of its own, the comparison of routes says it: at gateways
 * always, since server names and virtual hosts come from the same hosts; at sidecars where the routes are gone too.
 */
function byRoutes(
  { before, after, base, head }: TableDifference<Behaviour>,
  { proxy, configs }: ConnectionSides
): boolean {
  const isBase = before.fate === 'http'
  if (isBase === (after.fate === 'http')) return false
  const other = isBase ? after.fate : before.fate
  // Of a listener that Envoy refuses on one side no routes are held against others: see route-pairs.ts.
  if (other === 'served' || other === 'unknown' || other === 'refused') return false
  if (proxy.type === 'gateway') return true
  const name = connectionOrigin(isBase ? base : head).chain?.routeConfig
  return name !== undefined && !configs[isBase ? 'head' : 'base'].routeConfigs.has(name)
}

/** Ports whose connections a change can reach at one proxy, ascending. */
export function connectionPorts(
  { configs, proxy }: ConnectionSides,
  reached: readonly number[] | null
): number[] {
  const ports = new Set<number>()
  if (proxy.type === 'sidecar' && reached !== null) for (const port of reached) ports.add(port)
  else {
    for (const { listeners } of [configs.base, configs.head]) {
      for (const { port, name } of listeners) if (name !== 'virtualOutbound') ports.add(port)
    }
    if (proxy.type === 'sidecar') ports.add(otherPorts)
  }
  // No connection goes to port 0.
  ports.delete(0)
  return [...ports].sort((a, b) => a - b)
}

/** Does nothing but HTTP stand on a port, on both sides? Then its routes say all. */
export function isHttpAlone(port: number, sides: readonly Dataplane[]): boolean {
  const speaksHttp = ({ ports }: Service) =>
    ports.every(({ number, protocol }) => number !== port || isHttp(protocol))
  return sides.every(
    ({ mesh }) => mesh.registry.onPort(port).every(speaksHttp) && !bytesToSidecars(mesh).has(port)
  )
}

const bytePorts = new WeakMap<Mesh, ReadonlySet<number>>()

/** Ports of which some Sidecar's `egress` says that they are no HTTP, whatever their Services say. */
function bytesToSidecars(mesh: Mesh): ReadonlySet<number> {
  let found = bytePorts.get(mesh)
  if (found === undefined) {
    const ports = mesh.of('Sidecar').flatMap(({ spec }) => list(spec.egress).map(portOfEntry))
    const bytes = ports.filter(({ protocol }) => !isHttp(parseProtocol(text(protocol) ?? '')))
    found = new Set(bytes.flatMap(one => number(one.number) ?? []))
    bytePorts.set(mesh, found)
  }
  return found
}

function portOfEntry(entry: Json): JsonMap {
  return mapOrEmpty(mapOrEmpty(entry).port)
}
