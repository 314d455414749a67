import { canonical } from '../fingerprint.ts'
import type { EffectDraft, EffectSubject } from './effect.ts'

/**
 * What a client's proxy sends and what the servers make of it are told once: where both ends were asked, the
 * client's setting alone says less.
 */
export function withPairs(
  routing: readonly EffectDraft[],
  security: readonly EffectDraft[]
): EffectDraft[] {
  const told = new Set<string>()
  for (const { changes, subject, members } of security) {
    if (!changes.some(({ facet }) => facet === 'connection')) continue
    for (const one of [subject, ...members.map(member => member.subject)]) told.add(keyOf(one))
  }
  if (told.size === 0) return [...routing]
  return routing.flatMap(effect => {
    const { kind, subject, members, changes } = effect
    if (kind !== 'upstream-changed') return [effect]
    const rest = changes.filter(({ facet }) => facet !== 'client TLS')
    const all = [subject, ...members.map(member => member.subject)]
    if (rest.length === changes.length || !all.every(one => told.has(keyOf(one)))) return [effect]
    return rest.length === 0 ? [] : [{ ...effect, changes: rest }]
  })
}

/** The same of several services and ports by the same objects. */
export function acrossServices(effects: readonly EffectDraft[]): EffectDraft[] {
  const groups = new Map<string, EffectDraft>()
  for (const effect of effects) {
    const { kind, region, changes, causes, certainty } = effect
    const by = causes.map(({ ref, side }) => [ref, side])
    const key = canonical([kind, region, changes, by, certainty])
    const first = groups.get(key)
    if (first === undefined) {
      groups.set(key, effect)
      continue
    }
    const { mesh, subject, proxy, fingerprint } = effect
    const member = { mesh, subject, proxy, region, fingerprint }
    groups.set(key, { ...first, members: [...first.members, member] })
  }
  return [...groups.values()]
}

function keyOf({ name, namespace, port }: EffectSubject): string {
  return JSON.stringify([name, namespace ?? '', port ?? 0])
}
