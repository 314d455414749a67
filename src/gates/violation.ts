import type { Effect, EffectSubject } from '../effects/effect.ts'
import type { Violation } from './gate.ts'

/** One violation for all of these effects, `say` given the first subject and how many more there are. */
export function violationOf(
  effects: readonly Effect[],
  say: (subjects: string) => string
): readonly Violation[] {
  const [first] = effects
  if (first === undefined) return []
  const more = effects.length - 1
  const subjects = `${subjectOf(first.subject)}${more > 0 ? ` and ${more} more` : ''}`
  return [{ message: say(subjects), evidence: effects.map(effect => effect.fingerprint) }]
}

function subjectOf({ name, namespace }: EffectSubject): string {
  return namespace === undefined || namespace === '' ? name : `${name} in ${namespace}`
}
