import type { Proxy as ProxyClass, ProxyConfig, VirtualHost } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { crowdedNamespaces } from '../dataplane/proxies.ts'
import { type Change, reach } from '../dataplane/reach.ts'
import type { Caller } from '../dataplane/request.ts'
import { contains, sample } from '../decision/region.ts'
import type { Point } from '../decision/table.ts'
import type { UnknownDraft } from '../finding.ts'
import { byAddress } from './by-address.ts'
import { callerOf } from './caller.ts'
import { connectionEffects } from './connection-effects.ts'
import { elsewhere } from './dialled-address.ts'
import { draftFrom, replayedWords, subjectWords } from './draft-parts.ts'
import type { EffectSubject, Witness } from './effect.ts'
import type { Difference } from './kind.ts'
import type { ManifestChange } from './manifest-change.ts'
import { podsIn } from './pods.ts'
import { regionWords } from './region-words.ts'
import { byProxySureness } from './risk.ts'
import { causesFor, type MadeFrom } from './route-causes.ts'
import type { RouteEffect, RoutingContext } from './route-effect.ts'
import { gapUnknowns } from './route-gaps.ts'
import type { RouteGroup } from './route-groups.ts'
import { type Compared, compareRoutes, type RouteChange, type RouteGap } from './routing.ts'
import { routesNamed, serverNameTo } from './server-names.ts'
import { subjectOf } from './subject.ts'
import { replay, replayRequest, serverName, shows } from './witness.ts'

export interface RoutingResult {
  /** Both sides as far as the change reaches: enough to replay each witness. */
  readonly reached: { readonly base: Dataplane; readonly head: Dataplane }
  readonly effects: readonly RouteEffect[]
  readonly unknown: readonly UnknownDraft[]
  readonly proxies: number
  readonly tables: number
  readonly classes: number
  /** Descriptions of the proxy classes that are sidecars. */
  readonly sidecars: readonly string[]
}

export interface RoutingInput {
  readonly base: Dataplane
  readonly head: Dataplane
  /** Proxy classes, refined over both sides. */
  readonly classes: readonly ProxyClass[]
  /** All that differs between the sides. */
  readonly changes: readonly ManifestChange[]
  /** Objects whose reach alone is compared; default: all that changed. */
  readonly within?: readonly Change[]
}

/** Everything that two sides of a mesh route differently. */
export function routingEffects(input: RoutingInput): RoutingResult {
  const { base, head, classes, changes } = input
  const touched = reach(
    base.compilation,
    head.compilation,
    input.within ?? changes.filter(change => !change.equal)
  )
  const reached = { base: base.reached(touched), head: head.reached(touched) }
  const pods = { base: podsIn(base.mesh), head: podsIn(head.mesh) }
  const context = { ...reached, pods, classes, changes }
  const unknown: UnknownDraft[] = []
  const compared: Compared = new Map()
  const byGroup = new Map<string, RouteChange[]>()
  const numbers = new Map<RouteGroup, number>()
  const gaps: RouteGap[] = []
  let tables = 0
  let requests = 0
  for (const proxy of classes) {
    if (!touched.affects(proxy)) continue
    const found = compareRoutes(reached.base, reached.head, proxy, pods, compared)
    tables += found.tables
    requests += found.classes
    gaps.push(...found.gaps)
    for (const change of found.changes) {
      const number = numbers.get(change.group) ?? numbers.size
      numbers.set(change.group, number)
      const key = `${number} ${change.routeConfig}`
      byGroup.set(key, [...(byGroup.get(key) ?? []), change])
    }
  }
  unknown.push(...gapUnknowns(gaps))
  for (const namespace of crowdedNamespaces(base.mesh, head.mesh)) {
    const here = classes.some(one => one.namespace === namespace && touched.affects(one))
    if (here) unknown.push(crowded(namespace))
  }
  const connections = connectionEffects({ ...context, touched })
  unknown.push(...connections.unknown)
  const effects: RouteEffect[] = [...connections.effects]
  const pointOf = (change: RouteChange) => named(change, sample(change.group.region))
  const alike = [...byGroup.values()].flatMap(same => byAddress(same, pointOf, context))
  for (const same of alike) {
    // One of the classes that are sent the same speaks for all.
    const [chosen] = [...same].sort((a, b) => byProxySureness(a.proxy, b.proxy))
    if (chosen === undefined) continue
    const made = effectOf(chosen, context)
    if (!('draft' in made)) unknown.push(made)
    else for (const { proxy } of same) effects.push({ ...made, proxy })
  }
  const sidecars = classes.filter(({ type }) => type === 'sidecar').map(one => one.description)
  return {
    reached,
    effects,
    unknown,
    proxies: classes.length,
    sidecars,
    tables: tables + connections.tables,
    classes: requests
  }
}

function crowded(namespace: string): UnknownDraft {
  return {
    reason: 'budget',
    message: `pods of ${namespace} that git does not hold: selectors of Sidecars, DestinationRules and sourceLabels combine in more ways than are told apart, so only some were compared`,
    subject: null,
    at: null
  }
}

function effectOf(change: RouteChange, context: RoutingContext): RouteEffect | UnknownDraft {
  const { proxy } = change
  const { before, after, difference } = change.group
  const host = hostOf(change)?.host ?? null
  const subject = subjectFor(change)
  const words = regionWords(change.group.region, host)
  if (difference === null) {
    const side = after.fate === 'unknown' ? after : before
    const [at] = side.unknownAt ?? []
    return {
      reason: 'opaque',
      message: `${subjectWords(subject)}, ${words}: ${side.reason ?? 'not understood'}`,
      subject: at?.manifest.ref ?? null,
      at: at ?? null
    }
  }
  const meshes = { base: context.base.mesh, head: context.head.mesh }
  const causes = causesFor(madeFrom(change), meshes, context.changes)
  const from = callerOf(proxy, context.classes, context.base.mesh, context.head.mesh, subject)
  const { routeConfig, names } = change
  const { witness, shown } = witnessOf(change, difference, from, context)
  if (witness === null || !shown) {
    return {
      reason: 'witness',
      message: `${subjectWords(subject)}, ${words}: the comparison says ${difference.kind}, and replaying the request does not show it (${replayedWords(witness)}); please report this defect with the input`,
      subject: causes[0]?.ref ?? null,
      at: causes[0]?.at ?? null
    }
  }
  const draft = draftFrom({
    mesh: context.head.mesh.name,
    proxy,
    before,
    after,
    difference,
    subject,
    region: `${words}${leadingWords(witness)}`,
    causes,
    witness,
    configs: change.configs,
    layer: { what: 'routes', name: routeConfig },
    changes: context.changes
  })
  const again: RouteEffect['again'] = (plane, podsOf) => {
    const routes = routesNamed(plane.config(proxy), witness.request) ?? names[plane.mesh.side]
    return replayRequest(plane, podsOf, proxy, routes, witness.request)
  }
  return { draft, proxy, again }
}

/** A request of the region that shows the difference: the most natural one, else one with another end of its path. */
function witnessOf(
  change: RouteChange,
  difference: Difference,
  from: Caller,
  { base, head, pods }: RoutingContext
): { readonly witness: Witness | null; readonly shown: boolean } {
  const { proxy, group, configs, names, port, tls } = change
  const { before, after, region } = group
  const natural = named(change, sample(region))
  let first: Witness | null = null
  for (const point of [natural, ...longer(natural)]) {
    if (!contains(region, point)) continue
    const sni = serverNameOf(change, point)
    const input = { base, head, pods, proxy, from, names, port, point, tls, sni }
    const found = replay({ ...input, configs })
    if (found !== null && shows(found, { before, after, difference })) {
      return { witness: found, shown: true }
    }
    first ??= found
  }
  return { witness: first, shown: false }
}

/** What routes rewrite of a path is the part that they match: the path alone may not show that they differ in it. */
function longer(point: Point): Point[] {
  const { path } = point
  if (typeof path !== 'string') return []
  return ['x', '/x', '/'].map(end => ({ ...point, path: `${path}${end}` }))
}

/** How a client comes to routes to which the name that it asks for does not lead. */
function leadingWords({ request }: Witness): string {
  const { authority, sni, address } = request
  if (sni !== undefined && sni !== serverName(authority)) {
    return `, where TLS asks for another name, such as ${sni}`
  }
  return address === elsewhere ? `, at an address of no Service, such as ${address}` : ''
}

/** Routes of one service's own listener take every host: people dial the service. */
function named({ proxy, routeConfig, group }: RouteChange, point: Point): Point {
  const colon = routeConfig.lastIndexOf(':')
  if (proxy.type !== 'sidecar' || colon < 0) return point
  const host = routeConfig.slice(0, colon)
  const own =
    point.host !== undefined
      ? [{ ...point, host }]
      : [routeConfig, host].map(authority => ({ ...point, authority }))
  return own.find(one => contains(group.region, one)) ?? point
}

/** Where clients that ask in TLS for the host itself meet other routes: the name that leads to these. */
function serverNameOf(
  { proxy, configs, names, port, tls }: RouteChange,
  point: Point
): string | null {
  if (proxy.type !== 'gateway' || !tls) return null
  const host = point.host ?? point.authority
  if (typeof host !== 'string') return null
  const name = serverName(host)
  const leading = serverNameTo(configs, names, port, name)
  return leading === name ? null : leading
}

function madeFrom({ group, configs }: RouteChange): MadeFrom {
  const { origins, before, after } = group
  const places = (side: 'base' | 'head') => origins[side].flatMap(origin => origin.origins)
  return {
    places: { base: places('base'), head: places('head') },
    noun: 'route',
    clusters: {
      base: before.destinations.map(one => one.cluster),
      head: after.destinations.map(one => one.cluster)
    },
    configs
  }
}

/** The virtual host that says more, whichever side has it: one that serves before one that catches the rest. */
function hostOf({
  group: { origins },
  configs
}: RouteChange): { host: VirtualHost; config: ProxyConfig } | null {
  const base = origins.base[0]?.virtualHost
  const head = origins.head[0]?.virtualHost
  if (head === undefined && base === undefined) return null
  if (head === undefined || (base !== undefined && saysMore(base, head))) {
    return base === undefined ? null : { host: base, config: configs.base }
  }
  return { host: head, config: configs.head }
}

function saysMore(one: VirtualHost, other: VirtualHost): boolean {
  if (isRest(one) !== isRest(other)) return isRest(other)
  if (isWild(one) !== isWild(other)) return isWild(other)
  if (one.domains.length !== other.domains.length) return one.domains.length > other.domains.length
  return one.name < other.name
}

function subjectFor(change: RouteChange): EffectSubject {
  const chosen = hostOf(change)
  if (chosen === null) {
    // No virtual host takes them on either side: the requests of a listener that nobody serves.
    const { base, head } = change.configs
    const listening = head.routeConfigs.get(change.routeConfig) === undefined ? base : head
    const name = `blackhole:${change.port}`
    const nobody = { name, domains: [], routes: [], requireTls: false, origins: [] }
    return subjectOf(listening, change.routeConfig, nobody)
  }
  return subjectOf(chosen.config, change.routeConfig, chosen.host)
}

function isWild({ domains }: VirtualHost): boolean {
  return domains.some(domain => domain.startsWith('*'))
}

function isRest({ domains }: { readonly domains: readonly string[] }): boolean {
  return domains.includes('*')
}
