import type { OutcomeKind } from '../dataplane/request.ts'
import { canonical } from '../fingerprint.ts'
import type { EffectDraft, EffectSubject } from './effect.ts'

/**
 * Routes of gateways and what the outside reaches by them, each told once: a host that is served now is exposed,
 * a route that is gone is traffic lost, and a 404 where nothing listened is neither.
 */
export function withExposure(
  routing: readonly EffectDraft[],
  exposure: readonly EffectDraft[]
): EffectDraft[] {
  const lost = new Set<string>()
  const moved = new Set<string>()
  for (const { kind, subject, proxy, members } of routing) {
    if (proxy.type !== 'gateway') continue
    for (const one of [subject, ...members.map(member => member.subject)]) {
      if (kind === 'traffic-lost') lost.add(keyOf(one))
      if (kind === 'rerouted') moved.add(keyOf(one))
    }
  }
  const exposed = new Set<string>()
  const gateways = new Set<string | undefined>()
  for (const { kind, subject, region } of exposure) {
    if (kind === 'exposed') exposed.add(keyOf(subject)).add(keyOf(subject, region))
    gateways.add(subject.gateway)
  }
  const told = routing.filter(({ kind, subject, members, proxy, witness, region }) => {
    if (proxy.type !== 'gateway') return true
    const subjects = [subject, ...members.map(member => member.subject)]
    if (kind === 'traffic-gained') return !subjects.every(one => exposed.has(keyOf(one)))
    if (kind === 'rerouted' && subjects.every(one => exposed.has(keyOf(one, region)))) return false
    const isNowhere = (side: 'before' | 'after') =>
      nowhere.has(witness?.[side].outcome ?? 'unknown')
    const nothing = kind === 'rerouted' && isNowhere('before') && isNowhere('after')
    return !(nothing && gateways.has(subject.gateway))
  })
  const own = exposure.filter(({ kind, subject, witness }) => {
    if (kind === 'exposed') return true
    const isRouted = moved.has(keyOf(subject)) && byRoutes.has(witness?.after.outcome ?? 'unknown')
    return !isRouted && !lost.has(keyOf(subject))
  })
  return [...told, ...acrossPorts(own)]
}

/** Nobody answers: the 404 of a listener that has no route, and no listener. A server that comes or goes changes one into the other. */
const nowhere: ReadonlySet<OutcomeKind> = new Set<OutcomeKind>([
  'no-route',
  'no-virtual-host',
  'reset',
  'closed'
])

/** What routes alone make of a request. */
const byRoutes: ReadonlySet<OutcomeKind> = new Set<OutcomeKind>([
  'redirect',
  'direct-response',
  'no-route',
  'no-virtual-host',
  'no-cluster',
  'no-endpoints'
])

/** The same paths of the same host at several ports of a gateway are one thing to say. */
function acrossPorts(effects: readonly EffectDraft[]): EffectDraft[] {
  const groups = new Map<string, EffectDraft>()
  for (const effect of effects) {
    const { kind, subject, region, changes, causes } = effect
    const { port: _, ...host } = subject
    const key = canonical([kind, host, region, changes, causes.map(({ ref, side }) => [ref, side])])
    const first = groups.get(key)
    if (first === undefined) {
      groups.set(key, effect)
      continue
    }
    const { mesh, proxy, fingerprint } = effect
    const member = { mesh, subject, proxy, region, fingerprint }
    groups.set(key, { ...first, members: [...first.members, member] })
  }
  return [...groups.values()]
}

function keyOf({ name, gateway, port }: EffectSubject, region?: string): string {
  return JSON.stringify([name, gateway, port, region])
}
