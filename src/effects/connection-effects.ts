import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import type { Reach } from '../dataplane/reach.ts'
import { addressOfHost } from '../dataplane/resolve.ts'
import { contains, sample } from '../decision/region.ts'
import type { Point } from '../decision/table.ts'
import type { UnknownDraft } from '../finding.ts'
import { canonical } from '../fingerprint.ts'
import { callerOf } from './caller.ts'
import {
  type ConnectionGroup,
  compareConnections,
  connectionPorts,
  isHttpAlone
} from './connection-groups.ts'
import { type ConnectionPlace, connectionPlace } from './connection-subject.ts'
import { type ConnectionSides, otherPorts, unusedPort } from './connection-tables.ts'
import { connectionAt, replayConnection } from './connection-witness.ts'
import { connectionWords } from './connection-words.ts'
import { draftFrom, replayedWords, subjectWords } from './draft-parts.ts'
import type { Witness } from './effect.ts'
import { exposed, isAnswered, opens } from './exposed-connection.ts'
import type { Difference } from './kind.ts'
import { asOneOfAll } from './passed-on.ts'
import { byProxySureness } from './risk.ts'
import { causesFor } from './route-causes.ts'
import type { RouteEffect, RoutingContext } from './route-effect.ts'
import { shows } from './witness.ts'

interface ConnectionInput extends RoutingContext {
  readonly touched: Reach
}

interface ConnectionChange {
  readonly group: ConnectionGroup
  readonly sides: ConnectionSides
}

/** Every connection that becomes of something else before HTTP is read: TCP, TLS, and how gateways end TLS. */
export function connectionEffects(input: ConnectionInput): {
  readonly effects: readonly RouteEffect[]
  readonly unknown: readonly UnknownDraft[]
  readonly tables: number
} {
  const { base, head, pods, classes, touched } = input
  const reached = touched.everything
    ? null
    : touched.ports.filter(port => !isHttpAlone(port, [base, head]))
  const unknown: UnknownDraft[] = []
  const alike = new Map<string, ConnectionChange[]>()
  let tables = 0
  for (const proxy of classes) {
    if (!touched.affects(proxy)) continue
    const configs = { base: base.config(proxy), head: head.config(proxy) }
    const meshes = { base: base.mesh, head: head.mesh }
    const sides: ConnectionSides = { proxy, configs, pods, meshes }
    const ports = connectionPorts(sides, touched.wholly(proxy) ? null : reached)
    const found = compareConnections(ports, sides)
    tables += found.tables
    for (const { kind, message, port } of found.gaps) {
      unknown.push({
        reason: kind === 'budget' ? 'budget' : 'field',
        message: `connections to port ${port} of ${proxy.description}: ${message}`,
        subject: null,
        at: null
      })
    }
    for (const group of found.groups) {
      const key = keyOf(group, proxy)
      alike.set(key, [...(alike.get(key) ?? []), { group, sides }])
    }
  }
  const effects: RouteEffect[] = []
  for (const same of alike.values()) {
    // One of the classes that are sent the same speaks for all.
    const [chosen] = [...same].sort((a, b) => byProxySureness(a.sides.proxy, b.sides.proxy))
    if (chosen === undefined) continue
    const made = effectOf(chosen, input)
    if (!('draft' in made)) unknown.push(made)
    else for (const { sides } of same) effects.push({ ...made, proxy: sides.proxy })
  }
  return { effects, unknown, tables }
}

function keyOf({ port, before, after, region, origins }: ConnectionGroup, { type }: ProxyClass) {
  const places = [...origins.base, ...origins.head].map(({ listener, chain }) => [
    listener?.name,
    chain?.match
  ])
  return canonical([type, port, before.id, after.id, connectionWords(region), places])
}

function effectOf(
  { group, sides }: ConnectionChange,
  context: ConnectionInput
): RouteEffect | UnknownDraft {
  const { proxy, configs } = sides
  const { before, after, difference, port } = group
  const point = sample(group.region)
  const meshes = { base: context.base.mesh, head: context.head.mesh }
  const place = connectionPlace(group, point, configs, [meshes.head, meshes.base])
  const region = connectionWords(group.region)
  const { subject } = place
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
  const causes = causesFor(madeFrom(group, sides), meshes, context.changes)
  const found = contains(group.region, point)
    ? witnessOf({ group, sides }, difference, place, point, context)
    : null
  if (found === null || !found.shows) {
    return {
      reason: 'witness',
      message: `${subjectWords(subject)}, ${region}: the comparison says ${difference.kind}, and replaying the connection does not show it (${replayedWords(found?.witness ?? null)}); please report this defect with the input`,
      subject: causes[0]?.ref ?? null,
      at: causes[0]?.at ?? null
    }
  }
  const { witness } = found
  const draft = draftFrom({
    mesh: meshes.head.name,
    proxy,
    before,
    after,
    difference,
    subject,
    region,
    causes,
    witness,
    configs,
    layer: { what: 'listeners', port },
    changes: context.changes
  })
  const again: RouteEffect['again'] = (plane, podsOf) =>
    replayConnection(plane, plane.config(proxy), podsOf, witness.request)
  const opened = opens(difference, after, proxy) && isAnswered(witness, proxy, context.head)
  const told = asOneOfAll(opened ? exposed(draft, after, configs.head) : draft)
  return { draft: told, proxy, again }
}

/**
 * By the host that clients dial where that shows it, else by the address; the other way round where DNS gives other
 * addresses for the host than before.
 */
function witnessOf(
  { group, sides: { proxy, configs } }: ConnectionChange,
  difference: Difference,
  { subject, host }: ConnectionPlace,
  point: Point,
  context: ConnectionInput
): { readonly witness: Witness; readonly shows: boolean } | null {
  const { base, head, classes, pods } = context
  const from = callerOf(proxy, classes, base.mesh, head.mesh, subject)
  const { before, after } = group
  const isOneName =
    proxy.type === 'gateway' ||
    addressOfHost(base, proxy, host) === addressOfHost(head, proxy, host)
  let last: Witness | null = null
  for (const dialled of isOneName ? [false, true] : [true, false]) {
    const port = group.port === otherPorts ? unusedPort(configs) : group.port
    const request = connectionAt({ from, port, point, host }, dialled)
    last = {
      request,
      before: replayConnection(base, configs.base, pods.base, request),
      after: replayConnection(head, configs.head, pods.head, request)
    }
    if (shows(last, { before, after, difference })) return { witness: last, shows: true }
  }
  return last === null ? null : { witness: last, shows: false }
}

function madeFrom({ origins, before, after }: ConnectionGroup, { configs }: ConnectionSides) {
  const places = (side: 'base' | 'head') =>
    origins[side].flatMap(({ chain }) => chain?.origins ?? [])
  return {
    places: { base: places('base'), head: places('head') },
    clusters: {
      base: before.destinations.map(one => one.cluster),
      head: after.destinations.map(one => one.cluster)
    },
    configs
  }
}
