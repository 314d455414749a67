import { expect } from '@jest/globals'
import type { Effect } from '../../src/effects/effect.ts'
import type { Gate } from '../../src/gates/gate.ts'
import { evidenceOf } from './evidence.ts'

/** The gate is violated by all of `counts` and by none of `others`. */
export function expectCounts(
  gate: Gate,
  counts: readonly Effect[],
  others: readonly Effect[]
): void {
  const named = counts.map((effect, index) => ({ ...effect, fingerprint: `c${index}` }))
  const effects = [...others.map(effect => ({ ...effect, fingerprint: 'other' })), ...named]
  const violations = gate.violatedBy(evidenceOf({ effects }))
  expect(violations.flatMap(({ evidence }) => evidence)).toEqual(named.map(one => one.fingerprint))
  expect(gate.violatedBy(evidenceOf({ effects: [...others] }))).toEqual([])
}
