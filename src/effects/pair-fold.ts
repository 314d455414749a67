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
  for (const { changes, subject } of security) {
    if (changes.some(({ facet }) => facet === 'connection')) told.add(keyOf(subject))
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

function keyOf({ name, namespace, port }: EffectSubject): string {
  return JSON.stringify([name, namespace ?? '', port ?? 0])
}
