import type { Proxy as ProxyClass, ProxyConfig } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import type { RouteOrigin } from '../dataplane/lower/routes.ts'
import { compare, type Difference as TableDifference } from '../decision/compare.ts'
import { isEmpty, type Region, union } from '../decision/region.ts'
import type { Place } from '../finding.ts'
import { portOf, type Service } from '../mesh/service.ts'
import { behaviourOf } from './action.ts'
import type { Behaviour } from './behaviour.ts'
import { originOf } from './behaviour-table.ts'
import { type Difference, difference, ofVisibility } from './kind.ts'
import type { PodsOf } from './pods.ts'
import { sameRewrite } from './rewrite.ts'
import type { BothTables, Sides } from './route-tables.ts'
import { sees } from './scope-view.ts'
import { isUnwatched } from './unwatched.ts'
import { serviceOf } from './words.ts'

/** Requests of one virtual host that are treated differently, all in the same way. */
export interface RouteGroup {
  readonly before: Behaviour
  readonly after: Behaviour
  /** Null where a side was not understood. */
  readonly difference: Difference | null
  readonly region: Region
  readonly origins: { readonly base: readonly RouteOrigin[]; readonly head: readonly RouteOrigin[] }
}

/** A comparison that could not be made, and why. */
export interface Gap {
  readonly kind: 'budget' | 'malformed' | 'refused'
  readonly message: string
  readonly at?: Place
}

/** Everything in which two tables differ, or why that cannot be said. */
export function routeGroups(tables: BothTables, sides: Sides): readonly RouteGroup[] | Gap {
  const found = compare(tables.base, tables.head, { keyOf: behaviour => behaviour.id })
  if (found.kind === 'exhausted') {
    const where = found.dimension === null ? '' : ` of ${found.dimension}`
    const message = `the routes${where} are too intertwined: more than ${found.allowed} ${found.limit}`
    return { kind: 'budget', message }
  }
  if (found.kind === 'malformed') {
    const [first] = found.matchers
    return { kind: 'malformed', message: `a pattern cannot be compiled: ${first?.reason ?? ''}` }
  }
  const { base, head, configs, pods } = sides
  const groups: RouteGroup[] = []
  for (const group of grouped(found.differences)) {
    const before = settled(group.before, group.origins.head, base, configs.base, pods.base)
    const after = settled(group.after, group.origins.base, head, configs.head, pods.head)
    const understood = before.fate !== 'unknown' && after.fate !== 'unknown'
    const plain = understood ? difference(before, after) : null
    const one =
      plain === null
        ? null
        : ofVisibility(plain, before, after, side =>
            isHidden(side === 'base' ? base : head, sides.proxy, seenName(group, side))
          )
    if (!understood || one !== null) groups.push({ ...group, before, after, difference: one })
  }
  return groups
}

/** The virtual host by which the other side, which sees it, has it. */
function seenName({ origins }: Group, side: 'base' | 'head'): string {
  return origins[side === 'base' ? 'head' : 'base'][0]?.virtualHost.name ?? ''
}

/** Does the mesh have the service and port that a virtual host is named after, and the proxy not see them? */
function isHidden(plane: Dataplane, proxy: ProxyClass, name: string): boolean {
  const colon = name.lastIndexOf(':')
  const host = name.slice(0, colon).toLowerCase()
  const has = (service: Service) => portOf(service, Number(name.slice(colon + 1))) !== undefined
  return (
    plane.mesh.registry.byHost(host).some(has) && !sees(plane.config(proxy).client, host).some(has)
  )
}

type Group = Omit<RouteGroup, 'difference'>

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
  const host = name.slice(0, colon)
  if (isUnwatched(mesh, host)) return behaviour
  const services = mesh.registry.byHost(host)
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
