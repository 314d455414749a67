import type { Proxy as ProxyClass, RouteConfig } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import type { ProxyView } from '../dataplane/view.ts'
import { unusedPort } from './connection-tables.ts'
import { type Gap, type RouteGroup, routeGroups } from './route-groups.ts'
import { type RoutePair, routePairs, standsElsewhere } from './route-pairs.ts'
import { type BothPods, type BothTables, type Sides, tablesKey, tablesOf } from './route-tables.ts'
import { differingHosts, hostsApart } from './virtual-hosts.ts'

/** A group of requests as one proxy class treats it; classes that are sent the same share the group. */
export interface RouteChange {
  readonly proxy: ProxyClass
  readonly configs: { readonly base: ProxyView; readonly head: ProxyView }
  readonly routeConfig: string
  /** Its name on each side. */
  readonly names: { readonly base: string; readonly head: string }
  readonly port: number
  readonly tls: boolean
  readonly group: RouteGroup
}

export interface RouteComparison {
  readonly changes: readonly RouteChange[]
  readonly gaps: readonly RouteGap[]
  readonly tables: number
  readonly classes: number
}

export interface RouteGap extends Gap {
  readonly proxy: ProxyClass
  readonly routeConfig: string
}

/** Tables that were compared already, of the same two sides. */
export type Compared = Map<string, readonly RouteGroup[] | Gap>

/** Every request that a proxy class routes differently on the two sides. */
export function compareRoutes(
  base: Dataplane,
  head: Dataplane,
  proxy: ProxyClass,
  pods: BothPods,
  compared: Compared
): RouteComparison {
  const configs = { base: base.config(proxy), head: head.config(proxy) }
  const sides = { proxy, base, head, configs, pods }
  const changes: RouteChange[] = []
  const gaps: RouteGap[] = []
  let tables = 0
  let classes = 0
  const meshes = { base: base.mesh, head: head.mesh }
  for (const pair of routePairs(configs)) {
    tables += 1
    const { name, names, base: before, head: after } = pair
    classes += routesOf(before)
    const hosts = differingHosts(before, after, { configs, pods })
    if (hosts.size === 0) continue
    const all = groupsOf(before, after, hosts, sides, compared)
    for (const gap of all.gaps) gaps.push({ ...gap, proxy, routeConfig: name })
    const here = all.groups.filter(
      group => !(standsElsewhere(group, pair, configs, meshes) || (pair.moved && isUnserved(group)))
    )
    if (pair.refused !== undefined) {
      if (here.length > 0) gaps.push({ ...refusedBy(pair.refused), proxy, routeConfig: name })
      continue
    }
    const taking = here.filter(group => takesEffect(group, before, after))
    if (taking.length < here.length) {
      gaps.push({ ...refusedGap(before, after), proxy, routeConfig: name })
    }
    const port = (after ?? before)?.port || unusedPort(configs)
    const tls = name.startsWith('https')
    for (const group of taking)
      changes.push({ proxy, configs, routeConfig: name, names, port, tls, group })
  }
  return { changes, gaps, tables, classes }
}

/** Hosts that no other host's requests meet are compared each by itself: most are the same for most proxies. */
function groupsOf(
  before: RouteConfig | undefined,
  after: RouteConfig | undefined,
  hosts: ReadonlySet<string>,
  sides: Sides,
  compared: Compared
): { readonly groups: readonly RouteGroup[]; readonly gaps: readonly Gap[] } {
  const groups: RouteGroup[] = []
  const gaps: Gap[] = []
  const add = (key: string, lower: () => BothTables | null) => {
    let found = compared.get(key)
    if (found === undefined) {
      const tables = lower()
      found = tables === null ? [] : routeGroups(tables, sides)
      compared.set(key, found)
    }
    if (!isList(found)) gaps.push(found)
    else for (const group of found) groups.push(group)
  }
  const apart = hostsApart(before, after, hosts, sides)
  const together = new Set([...hosts].filter(name => !apart.has(name)))
  const both = together.size === 0 ? null : tablesOf(before, after, together, sides)
  if (both !== null) add(tablesKey(both), () => both)
  if (before === undefined || after === undefined) return { groups, gaps }
  const scheme = before.name.startsWith('https') ? 'https' : 'http'
  for (const [name, { base, head, key }] of apart) {
    const lower = () =>
      tablesOf(
        { ...before, virtualHosts: [base] },
        { ...after, virtualHosts: [head] },
        new Set([name]),
        sides
      )
    add(`${scheme}\n\n${key}`, lower)
  }
  return { groups, gaps }
}

/**
 * Envoy refuses a route configuration as a whole and keeps the last good one. So of a refused one only the requests that
 * it is refused for are told; what else changed in it is not what a proxy does.
 */
function takesEffect(
  { before, after }: RouteGroup,
  base: RouteConfig | undefined,
  head: RouteConfig | undefined
): boolean {
  if (base?.refused === undefined && head?.refused === undefined) return true
  return before.fate === 'refused' || after.fate === 'refused'
}

/** A 404 on one side and a connection that is reset on the other: the comparison of connections says so. */
function isUnserved({ before, after }: RouteGroup): boolean {
  const fates = [before.fate, after.fate].sort().join()
  return fates === 'no-listener,no-route'
}

function refusedGap(base: RouteConfig | undefined, head: RouteConfig | undefined): Gap {
  const refused = head?.refused ?? base?.refused
  const whose = head?.refused === undefined ? 'base has' : 'head has'
  const both = base?.refused !== undefined && head?.refused !== undefined
  const message = `Envoy refuses them as ${both ? 'both sides have' : whose} them (${refused?.reason ?? ''}) and keeps the last good ones, so their other changes are not what it does`
  return { kind: 'refused', message, ...(refused === undefined ? {} : { at: refused.at }) }
}

function refusedBy({ reason, at }: NonNullable<RoutePair['refused']>): Gap {
  const message = `Envoy refuses their listener as both sides have it (${reason}) and keeps the last good one, so what changes in them is not what it does`
  return { kind: 'refused', message, at }
}

function isList(found: readonly RouteGroup[] | Gap): found is readonly RouteGroup[] {
  return Array.isArray(found)
}

/** Every route takes a class of requests, if only one. */
function routesOf(config: RouteConfig | undefined): number {
  let count = 0
  for (const { routes } of config?.virtualHosts ?? []) count += routes.length
  return count
}
