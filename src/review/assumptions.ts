import type { Assumption } from '../finding.ts'
import { canonical } from '../fingerprint.ts'

/** Each assumption once, by kind and facts. */
export function distinctAssumptions(assumptions: Iterable<Assumption>): Assumption[] {
  const distinct = new Map<string, Assumption>()
  for (const assumption of assumptions) distinct.set(canonical(assumption), assumption)
  return [...distinct.keys()].sort().flatMap(key => distinct.get(key) ?? [])
}
