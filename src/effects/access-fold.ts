import { canonical } from '../fingerprint.ts'
import type { EffectDraft, EffectMember } from './effect.ts'
import { byRisk, compareText } from './risk.ts'
import type { BothPorts } from './server-ports.ts'
import type { ServerClass } from './servers.ts'

/** One effect before equal ones are folded: of one server class, one port, one way to speak. */
export interface ServerEffect {
  readonly draft: EffectDraft
  readonly server: ServerClass
  readonly port: BothPorts
  readonly speaks: 'http' | 'tcp'
  /** The request carries a token. */
  readonly location: boolean
}

/**
 * Equal effects as one: of one server at its ports, then of several servers. What is certain stands for what
 * is assumed; a declared port for those that nothing declares; HTTP for bytes.
 */
export function foldedAccess(effects: readonly ServerEffect[]): EffectDraft[] {
  const servers = groupsOf(effects, ({ draft, server }) => `${likeness(draft)} ${server.id}`)
  const byServer = servers.flatMap(group => {
    const [first] = [...group].sort(byPort)
    if (first === undefined) return []
    const ports = new Set(group.map(({ port }) => port.port))
    return [ports.size > 1 && ports.has(null) ? withoutPort(first) : first]
  })
  const folded: EffectDraft[] = []
  for (const group of groupsOf(byServer, ({ draft }) => likeness(draft))) {
    const [first, ...rest] = [...group].sort(byStanding)
    if (first === undefined) continue
    folded.push({ ...first.draft, members: rest.map(memberOf) })
  }
  return folded.sort(byRisk)
}

/** The same at every port of the server, declared or not. */
function withoutPort(effect: ServerEffect): ServerEffect {
  const { port: _, ...subject } = effect.draft.subject
  return { ...effect, draft: { ...effect.draft, subject } }
}

/** The same change in the same words by the same objects. */
function likeness({ kind, severity, region, changes, causes }: EffectDraft): string {
  const by = causes.map(({ ref, side }) => [ref, side])
  // That a port takes plaintext now is one thing, whatever stands behind it.
  if (kind.startsWith('mtls')) return canonical([kind, severity, by])
  const words = region.replace(/^all (requests|connections)/, 'all')
  return canonical([kind, words, changes.map(plain), by])
}

/** A refused request and a closed connection are one thing to say. */
function plain({ facet, before, after }: EffectDraft['changes'][number]): readonly string[] {
  return [facet, ...[before, after].map(text => text.replace(/^(denied|connection closed)/, 'no'))]
}

function byPort(a: ServerEffect, b: ServerEffect): number {
  return rank(a) - rank(b) || (a.port.port ?? 0) - (b.port.port ?? 0)
}

function rank({ port, speaks, draft }: ServerEffect): number {
  const plaintext = draft.witness?.request.transport === 'plaintext'
  return (port.port === null ? 4 : 0) + (speaks === 'tcp' ? 2 : 0) + (plaintext ? 0 : 1)
}

function byStanding(a: ServerEffect, b: ServerEffect): number {
  return (
    a.server.assumptions.length - b.server.assumptions.length ||
    Number(a.server.workloads.length === 0) - Number(b.server.workloads.length === 0) ||
    compareText(a.server.namespace, b.server.namespace) ||
    compareText(a.server.description, b.server.description) ||
    byPort(a, b)
  )
}

function memberOf({ draft }: ServerEffect): EffectMember {
  const { mesh, subject, proxy, region, fingerprint } = draft
  return { mesh, subject, proxy, region, fingerprint }
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
