import type { Point } from '../decision/table.ts'
import { canonical, fingerprint } from '../fingerprint.ts'
import type { EffectDraft, EffectMember, Witness } from './effect.ts'
import { byRisk, compareText } from './risk.ts'
import type { BothPorts } from './server-ports.ts'
import { ANY_NAMESPACE, type ServerClass } from './servers.ts'

/** One effect before equal ones are folded: of one server class, one port, one way to speak. */
export interface ServerEffect {
  readonly draft: EffectDraft
  readonly server: ServerClass
  readonly port: BothPorts
  readonly speaks: 'http' | 'tcp'
  /** The request carries a token. */
  readonly location: boolean
  readonly sample?: Point
  /** The request is let in on one side alone: of effects that are one to say, it is the one to show. */
  readonly moves?: boolean
  /** Makes the witness, which only effects that are told need. */
  readonly replay?: () => Witness
}

/**
 * Equal effects as one: of one server at its ports and ways to come, then of several servers, then of all of
 * a namespace or mesh. What is certain stands for what is assumed; a declared port for those that nothing
 * declares; HTTP for bytes.
 */
export function foldedAccess(
  effects: readonly ServerEffect[],
  servers: readonly ServerClass[]
): EffectDraft[] {
  const own = groupsOf(effects, topicOf).flatMap(atOneServer)
  const folded = groupsOf(own, ({ draft }) => likeness(draft)).map(group => {
    const [first, ...rest] = [...group].sort(byStanding)
    // Groups are made of members.
    if (first === undefined) throw new Error('an empty group of effects')
    return finished(acrossServers(first, rest, servers), first)
  })
  return folded.sort(byRisk)
}

/** With its witness, at the server that is told, and its name. */
function finished(draft: EffectDraft, { replay }: ServerEffect): EffectDraft {
  const witness = draft.witness ?? replay?.() ?? null
  return { ...draft, witness, fingerprint: nameOf(draft) }
}

function nameOf({ kind, mesh, subject, changes, region }: EffectDraft): string {
  return fingerprint([kind, mesh, subject, changes, region])
}

/** One server, one kind of change, by the same objects. */
function topicOf({ draft, server }: ServerEffect): string {
  return canonical([server.id, draft.kind, draft.severity, refsOf(draft)])
}

/** Other ports and ways to come are notes on the first, where they are no change of their own. */
function atOneServer(group: readonly ServerEffect[]): ServerEffect[] {
  const alike = groupsOf(group, ({ draft }) => likeness(draft)).map(one => {
    const [first] = [...one].sort((a, b) => byMove(a, b) || byPort(a, b))
    if (first === undefined) throw new Error('an empty group of effects')
    const ports = new Set(one.map(({ port }) => port.port))
    return ports.size > 1 && ports.has(null) ? withoutPort(first) : first
  })
  const [first, ...rest] = alike.sort(byPort)
  if (first === undefined) return []
  const separate: ServerEffect[] = []
  const notes: EffectDraft['changes'][number][] = []
  for (const other of rest) {
    const note = noteOn(first, other)
    if (note === null) separate.push(other)
    else if (!notes.some(({ facet }) => facet === note.facet)) notes.push(note)
  }
  const changes = [...first.draft.changes, ...notes]
  return [{ ...first, draft: { ...first.draft, changes } }, ...separate]
}

function noteOn(
  first: ServerEffect,
  { draft, port, speaks, location, sample }: ServerEffect
): EffectDraft['changes'][number] | null {
  const [change] = draft.changes
  const facet =
    port.port === null && first.port.port !== null
      ? 'other ports'
      : port.port !== first.port.port
        ? draft.kind === 'audit-changed'
          ? `at port ${port.port ?? port.sample}`
          : null
        : location && !first.location
          ? 'with a token'
          : speaks === 'tcp' && first.speaks === 'http'
            ? 'other protocols'
            : sample?.transport === 'tls'
              ? "the application's own TLS"
              : null
  if (facet === null || change === undefined) return null
  const { before, after } = change
  // What is written down decides nothing: it is one thing at all ports of a server.
  return { facet, before, after: `${after} (${draft.region})` }
}

function acrossServers(
  first: ServerEffect,
  rest: readonly ServerEffect[],
  servers: readonly ServerClass[]
): EffectDraft {
  const all = [first, ...rest]
  const covered = new Set(all.map(({ server }) => server.id))
  const { draft } = first
  if (servers.some(({ namespace }) => namespace === ANY_NAMESPACE)) {
    if (servers.every(({ id }) => covered.has(id))) {
      return { ...draft, subject: { kind: 'mesh', name: 'every workload of the mesh' } }
    }
  }
  const { namespace } = first.server
  const inNamespace = servers.filter(server => server.namespace === namespace)
  const elsewhere = all.some(({ server }) => server.namespace !== namespace)
  if (!elsewhere && inNamespace.length > 1 && inNamespace.every(({ id }) => covered.has(id))) {
    return { ...draft, subject: { kind: 'namespace', name: `every workload of ${namespace}` } }
  }
  return { ...draft, members: rest.map(memberOf) }
}

/** The same at every port of the server, declared or not. */
function withoutPort(effect: ServerEffect): ServerEffect {
  const { port: _, ...subject } = effect.draft.subject
  return { ...effect, draft: { ...effect.draft, subject } }
}

/** The same change in the same words by the same objects. */
function likeness(draft: EffectDraft): string {
  const { kind, severity, region, changes } = draft
  const by = refsOf(draft)
  // That a port takes plaintext now is one thing, whatever stands behind it.
  if (kind.startsWith('mtls')) return canonical([kind, severity, by, isMutual(draft)])
  const words = region.replace(/^all (requests|connections)/, 'all')
  const [change] = changes
  return canonical([kind, words, change === undefined ? [] : plain(change), by])
}

/** Clients that spoke mutual TLS, and now do otherwise: another thing than who is let in besides them. */
function isMutual({ changes: [change] }: EffectDraft): boolean {
  return change !== undefined && [change.before, change.after].some(text => /^400\b/.test(text))
}

function refsOf({ causes }: EffectDraft): readonly unknown[] {
  return causes.map(({ ref, side }) => [ref, side])
}

/** A refused request and a closed connection are one thing to say. */
function plain({ facet, before, after }: EffectDraft['changes'][number]): readonly string[] {
  return [facet, ...[before, after].map(text => text.replace(/^(denied|connection closed)/, 'no'))]
}

function byMove(a: ServerEffect, b: ServerEffect): number {
  return Number(b.moves === true) - Number(a.moves === true)
}

function byPort(a: ServerEffect, b: ServerEffect): number {
  return rank(a) - rank(b) || (a.port.port ?? 0) - (b.port.port ?? 0)
}

function rank({ port, speaks, location, sample }: ServerEffect): number {
  const own = sample?.transport === 'tls'
  const ways = [port.port === null, speaks === 'tcp', location, own]
  return ways.reduce((sum, one, index) => sum + (one ? 8 >> index : 0), 0)
}

function byStanding(a: ServerEffect, b: ServerEffect): number {
  return (
    byMove(a, b) ||
    a.server.assumptions.length - b.server.assumptions.length ||
    Number(a.server.workloads.length === 0) - Number(b.server.workloads.length === 0) ||
    compareText(a.server.namespace, b.server.namespace) ||
    compareText(a.server.description, b.server.description) ||
    byPort(a, b)
  )
}

function memberOf({ draft }: ServerEffect): EffectMember {
  const { mesh, subject, proxy, region } = draft
  return { mesh, subject, proxy, region, fingerprint: nameOf(draft) }
}

function groupsOf<Value>(values: readonly Value[], key: (value: Value) => string): Value[][] {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const name = key(value)
    const known = groups.get(name)
    if (known === undefined) groups.set(name, [value])
    else known.push(value)
  }
  return [...groups.values()]
}
