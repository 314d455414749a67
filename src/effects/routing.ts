import type { Proxy as ProxyClass, ProxyConfig, RouteConfig } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { lowerRoutes, matchesAuthority, type RouteOrigin } from '../dataplane/lower/routes.ts'
import { compare, type Difference as TableDifference } from '../decision/compare.ts'
import { isEmpty, type Region, union } from '../decision/region.ts'
import type { Dimension, Table } from '../decision/table.ts'
import { portOf } from '../mesh/service.ts'
import { behaviourOf } from './action.ts'
import type { Behaviour } from './behaviour.ts'
import { behaviourTable, originOf } from './behaviour-table.ts'
import { type Difference, difference } from './kind.ts'
import type { PodsOf } from './pods.ts'
import { sameRewrite } from './rewrite.ts'
import { compareText } from './risk.ts'
import { differingHosts } from './virtual-hosts.ts'
import { serviceOf } from './words.ts'

/** Requests of one virtual host that one proxy class treats differently, all in the same way. */
export interface RouteChange {
  readonly proxy: ProxyClass
  readonly configs: { readonly base: ProxyConfig; readonly head: ProxyConfig }
  readonly routeConfig: string
  readonly port: number
  readonly tls: boolean
  readonly before: Behaviour
  readonly after: Behaviour
  /** Null where a side was not understood. */
  readonly difference: Difference | null
  readonly region: Region
  readonly origins: { readonly base: readonly RouteOrigin[]; readonly head: readonly RouteOrigin[] }
}

export interface RouteComparison {
  readonly changes: readonly RouteChange[]
  /** A comparison that could not be made, and why. */
  readonly gaps: readonly RouteGap[]
  readonly tables: number
  readonly classes: number
}

export interface RouteGap {
  readonly kind: 'budget' | 'malformed'
  readonly message: string
  readonly proxy: ProxyClass
  readonly routeConfig: string
}

export interface BothPods {
  readonly base: PodsOf
  readonly head: PodsOf
}

/** Every request that a proxy class routes differently on the two sides. */
export function compareRoutes(
  base: Dataplane,
  head: Dataplane,
  proxy: ProxyClass,
  pods: BothPods
): RouteComparison {
  const configs = { base: base.config(proxy), head: head.config(proxy) }
  const changes: RouteChange[] = []
  const gaps: RouteGap[] = []
  let tables = 0
  let classes = 0
  const names = new Set([...configs.base.routeConfigs.keys(), ...configs.head.routeConfigs.keys()])
  for (const name of [...names].sort()) {
    tables += 1
    const before = configs.base.routeConfigs.get(name)
    const after = configs.head.routeConfigs.get(name)
    const hosts = differingHosts(before, after, { configs, pods })
    classes += routesOf(before)
    if (hosts.size === 0) continue
    const sides = tablesOf(before, after, hosts, { base, head, configs, pods, proxy })
    if (sides === null) continue
    const found = compare(sides.base, sides.head, { keyOf: behaviour => behaviour.id })
    if (found.kind === 'exhausted') {
      const where = found.dimension === null ? '' : ` of ${found.dimension}`
      const message = `the routes${where} are too intertwined: more than ${found.allowed} ${found.limit}`
      gaps.push({ kind: 'budget', message, proxy, routeConfig: name })
      continue
    }
    if (found.kind === 'malformed') {
      const [first] = found.matchers
      const message = `a pattern cannot be compiled: ${first?.reason ?? ''}`
      gaps.push({ kind: 'malformed', message, proxy, routeConfig: name })
      continue
    }
    const common = {
      proxy,
      configs,
      routeConfig: name,
      port: (after ?? before)?.port ?? 0,
      tls: name.startsWith('https')
    }
    for (const group of grouped(found.differences)) {
      const before = settled(group.before, group.origins.head, base, configs.base, pods.base)
      const after = settled(group.after, group.origins.base, head, configs.head, pods.head)
      const understood = before.fate !== 'unknown' && after.fate !== 'unknown'
      const one = understood ? difference(before, after) : null
      if (!understood || one !== null) {
        changes.push({ ...common, ...group, before, after, difference: one })
      }
    }
  }
  return { changes, gaps, tables, classes }
}

/** Every route takes a class of requests, if only one. */
function routesOf(config: RouteConfig | undefined): number {
  let count = 0
  for (const { routes } of config?.virtualHosts ?? []) count += routes.length
  return count
}

interface Sides extends Pick<RouteChange, 'configs' | 'proxy'> {
  readonly base: Dataplane
  readonly head: Dataplane
  readonly pods: BothPods
}

function tablesOf(
  before: RouteConfig | undefined,
  after: RouteConfig | undefined,
  virtualHosts: ReadonlySet<string>,
  { base, head, configs, pods, proxy }: Sides
): { readonly base: Table<Behaviour>; readonly head: Table<Behaviour> } | null {
  const byAuthority = [before, after].some(one => one !== undefined && matchesAuthority(one))
  const scheme = (before ?? after)?.name.startsWith('https') === true ? 'https' : 'http'
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
    base: { ...(one ?? nothing(other, configs.base, pods.base, proxy)), dimensions },
    head: { ...(other ?? nothing(one, configs.head, pods.head, proxy)), dimensions }
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

/** The table of a port that the proxy does not listen on: a sidecar passes everything through. */
function nothing(
  like: Table<Behaviour> | null,
  config: ProxyConfig,
  pods: PodsOf,
  proxy: ProxyClass
): Table<Behaviour> {
  const context = {
    config,
    pods,
    namespace: proxy.namespace,
    matched: null,
    certainty: proxy.certainty,
    assumptions: proxy.assumptions
  }
  const action =
    proxy.type === 'sidecar'
      ? ({ kind: 'passthrough', cluster: 'PassthroughCluster' } as const)
      : ({ kind: 'no-listener' } as const)
  return {
    dimensions: like?.dimensions ?? [],
    rows: [],
    otherwise: behaviourOf(action, context),
    ...(like?.impossible !== undefined && { impossible: like.impossible })
  }
}

type Group = Pick<RouteChange, 'before' | 'after' | 'origins'> & {
  readonly region: Region
}

/** Pairs of rows of one virtual host between which the same changes are one difference with one region. */
function grouped(differences: readonly TableDifference<Behaviour>[]): Group[] {
  const groups = new Map<string, TableDifference<Behaviour>[]>()
  for (const one of differences) {
    if (isEmpty(one.region) || onlyRewrittenAlike(one)) continue
    const hosts = [originOf(one.base), originOf(one.head)].map(
      origin => origin?.virtualHost.name ?? ''
    )
    const key = [...hosts, one.before.id, one.after.id].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const result: Group[] = []
  for (const [first, ...rest] of groups.values()) {
    if (first === undefined) continue
    const all = [first, ...rest]
    result.push({
      before: first.before,
      after: first.after,
      region: union([first.region, ...rest.map(one => one.region)]),
      origins: {
        base: all.flatMap(one => originOf(one.base) ?? []),
        head: all.flatMap(one => originOf(one.head) ?? [])
      }
    })
  }
  return result
}

/**
 * What a sidecar passes through reaches nothing where the name is one of the cluster and no Service has it on this
 * side: the name does not resolve, or nothing answers on the port.
 */
function settled(
  behaviour: Behaviour,
  other: readonly RouteOrigin[],
  { mesh }: Dataplane,
  config: ProxyConfig,
  pods: PodsOf
): Behaviour {
  const name = other[0]?.virtualHost.name
  if (behaviour.fate !== 'passthrough' || name === undefined || serviceOf(name) === null) {
    return behaviour
  }
  const colon = name.lastIndexOf(':')
  const services = mesh.registry.byHost(name.slice(0, colon))
  const port = Number(name.slice(colon + 1))
  if (services.some(service => portOf(service, port) !== undefined)) return behaviour
  const { certainty, assumptions } = behaviour
  const what = services.length === 0 ? 'Service' : 'port'
  const context = { config, pods, namespace: '', matched: null, certainty, assumptions }
  return behaviourOf({ kind: 'no-service', what }, context)
}

/** The same path comes out although the two rewrites are written differently. */
function onlyRewrittenAlike({ before, after, base, head }: TableDifference<Behaviour>): boolean {
  const found = difference(before, after)
  const rewriteOnly = found?.changes.every(({ facet }) => facet === 'rewrite') === true
  if (!rewriteOnly) return false
  return sameRewrite(originOf(base)?.route ?? null, originOf(head)?.route ?? null)
}
