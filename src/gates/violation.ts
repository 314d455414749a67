import type { Effect, EffectSubject } from '../effects/effect.ts'
import type { Violation } from './gate.ts'

/** One violation for all of these effects, `say` given the first subject and how many more there are. */
export function violationOf(
  effects: readonly Effect[],
  say: (subjects: string) => string
): readonly Violation[] {
  const [first] = effects
  if (first === undefined) return []
  const more = countOf(effects) - 1
  const subjects = `${subjectOf(first.subject)}${more > 0 ? ` and ${more} more` : ''}`
  return [{ message: say(subjects), evidence: effects.map(effect => effect.fingerprint) }]
}

/** How many there are, those that others stand for among them. */
export function countOf(effects: readonly Effect[]): number {
  let count = 0
  for (const { members } of effects) count += 1 + members.length
  return count
}

function subjectOf({ name, namespace }: EffectSubject): string {
  return namespace === undefined || namespace === '' ? name : `${name} in ${namespace}`
}
