import type { Proxy as ProxyClass, ProxyConfig, VirtualHost } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { type Change, reach } from '../dataplane/reach.ts'
import { contains, sample } from '../decision/region.ts'
import type { Assumption, Place, UnknownDraft } from '../finding.ts'
import { worst } from '../finding.ts'
import { fingerprint } from '../fingerprint.ts'
import { sameRef } from '../mesh/order.ts'
import { callerOf } from './caller.ts'
import type { Cause, EffectDraft, EffectKind, EffectSubject, Witness } from './effect.ts'
import type { Difference } from './kind.ts'
import type { ManifestChange } from './manifest-change.ts'
import { phases, stepWords } from './phases.ts'
import { podsIn } from './pods.ts'
import { regionWords } from './region-words.ts'
import { compareText, domainOf } from './risk.ts'
import { causesFor } from './route-causes.ts'
import type { RouteGroup } from './route-groups.ts'
import type { BothPods } from './route-tables.ts'
import { type Compared, compareRoutes, type RouteChange, type RouteGap } from './routing.ts'
import { verifyCommand, watchExpression } from './steps.ts'
import { subjectOf } from './subject.ts'
import { replay, shows } from './witness.ts'

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

/** One effect before equal ones are folded: of one proxy class and one port. */
export interface RouteEffect {
  readonly draft: EffectDraft
  readonly proxy: ProxyClass
  readonly routeConfig: string
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
  let tables = 0
  let requests = 0
  for (const proxy of classes) {
    if (!touched.affects(proxy)) continue
    const found = compareRoutes(reached.base, reached.head, proxy, pods, compared)
    tables += found.tables
    requests += found.classes
    for (const gap of found.gaps) unknown.push(gapUnknown(gap))
    for (const change of found.changes) {
      const number = numbers.get(change.group) ?? numbers.size
      numbers.set(change.group, number)
      const key = `${number} ${change.routeConfig}`
      byGroup.set(key, [...(byGroup.get(key) ?? []), change])
    }
  }
  const effects: RouteEffect[] = []
  for (const same of byGroup.values()) {
    // One of the classes that are sent the same speaks for all.
    const [chosen] = [...same].sort(bySureness)
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
    tables,
    classes: requests
  }
}

/** A class of pods that git holds before one that is assumed, "any other namespace" last. */
function bySureness({ proxy: a }: RouteChange, { proxy: b }: RouteChange): number {
  const other = (proxy: ProxyClass) => (proxy.id.startsWith('sidecar *') ? 1 : 0)
  return (
    Number(a.certainty !== 'certain') - Number(b.certainty !== 'certain') ||
    other(a) - other(b) ||
    compareText(a.id, b.id)
  )
}

interface Context {
  readonly base: Dataplane
  readonly head: Dataplane
  readonly pods: BothPods
  readonly classes: readonly ProxyClass[]
  readonly changes: readonly ManifestChange[]
}

function effectOf(change: RouteChange, context: Context): RouteEffect | UnknownDraft {
  const { proxy } = change
  const { before, after, difference } = change.group
  const host = hostOf(change)?.host ?? null
  const subject = subjectFor(change)
  const region = regionWords(change.group.region, host)
  if (difference === null) {
    const side = after.fate === 'unknown' ? after : before
    const [at] = side.unknownAt ?? []
    return {
      reason: 'opaque',
      message: `${subjectWords(subject)}, ${region}: ${side.reason ?? 'not understood'}`,
      subject: at?.manifest.ref ?? null,
      at: at ?? null
    }
  }
  const meshes = { base: context.base.mesh, head: context.head.mesh }
  const causes = causesFor(change, meshes, context.changes)
  const point = sample(change.group.region)
  const from = callerOf(proxy, context.classes, context.base.mesh, context.head.mesh, subject)
  const { base, head, pods } = context
  const { port, tls, routeConfig } = change
  const witness = replay({ base, head, pods, proxy, from, routeConfig, port, point, tls })
  if (
    witness === null ||
    !contains(change.group.region, point) ||
    !shows(witness, { before, after, difference })
  ) {
    return {
      reason: 'witness',
      message: `${subjectWords(subject)}, ${region}: the comparison says ${difference.kind}, and replaying the request does not show it (${replayed(witness)}); please report this defect with the input`,
      subject: causes[0]?.ref ?? null,
      at: causes[0]?.at ?? null
    }
  }
  const draft = draftOf(change, { subject, region, causes, witness, difference }, context)
  return { draft, proxy, routeConfig }
}

function replayed(witness: Witness | null): string {
  if (witness === null) return 'it cannot be written as a request'
  return [witness.before, witness.after]
    .map(({ outcome, reason }) => (reason === undefined ? outcome : `${outcome}: ${reason}`))
    .join(' → ')
}

interface Parts {
  readonly subject: EffectSubject
  readonly region: string
  readonly causes: readonly Cause<Place>[]
  readonly witness: Witness
  readonly difference: Difference
}

function draftOf(change: RouteChange, parts: Parts, context: Context): EffectDraft {
  const { proxy, routeConfig } = change
  const { before, after } = change.group
  const { subject, region, causes, witness, difference } = parts
  const facets = difference.changes.map(one => one.facet)
  const hosts = [...hostsOf(before, change.configs.base), ...hostsOf(after, change.configs.head)]
  const mesh = context.head.mesh.name
  return {
    kind: difference.kind,
    mesh,
    domain: domainOf[difference.kind],
    direction: difference.direction,
    severity: difference.severity,
    subject,
    proxy: { type: proxy.type, names: [proxy.description] },
    region,
    changes: difference.changes,
    witness,
    causes,
    members: [],
    certainty: worst(proxy.certainty, worst(before.certainty, after.certainty)),
    assumptions: distinct([...proxy.assumptions, ...before.assumptions, ...after.assumptions]),
    fingerprint: fingerprint([difference.kind, mesh, subject, difference.changes, region]),
    verify: verifyCommand(proxy, routeConfig, upstreamOf(difference.kind, hosts)),
    watch: watchExpression(difference.kind, hosts, facets),
    rollback: rollbackOf(causes, context.changes)
  }
}

/** A policy of endpoints is seen in the cluster, everything else in the route. */
function upstreamOf(kind: EffectKind, [host]: readonly string[]): { readonly host: string } | null {
  return kind === 'upstream-changed' && host !== undefined ? { host } : null
}

function hostsOf(
  { destinations }: RouteGroup['before'],
  { clusters }: RouteChange['configs']['base']
): string[] {
  return destinations.flatMap(({ cluster }) => clusters.get(cluster)?.host ?? [])
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

function subjectWords({ name, namespace, port, gateway }: EffectSubject): string {
  const where = namespace === undefined ? '' : ` in ${namespace}`
  return `${name}${where}${port === undefined ? '' : `, port ${port}`}${gateway === undefined ? '' : ` at gateway ${gateway}`}`
}

function rollbackOf(causes: readonly Cause<Place>[], changes: readonly ManifestChange[]): string {
  const involved = changes.filter(({ base, head }) =>
    causes.some(cause => [base, head].some(one => one !== null && sameRef(one.ref, cause.ref)))
  )
  return phases(involved, 'back').map(stepWords).join(', then ')
}

function gapUnknown({ kind, message, proxy, routeConfig }: RouteGap): UnknownDraft {
  return {
    reason: kind === 'budget' ? 'budget' : 'field',
    message: `routes ${routeConfig} of ${proxy.description}: ${message}`,
    subject: null,
    at: null
  }
}

function distinct(assumptions: readonly Assumption[]): Assumption[] {
  const seen = new Map(assumptions.map(one => [JSON.stringify(one), one]))
  return [...seen.values()]
}
