import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const MILLISECOND = 1_000_000n

const shortDuration = refusal(
  'invalid-duration',
  '{field} is {value}, but must be at least 1ms. Leave it out to have the default.'
)

const fineDuration = refusal(
  'invalid-duration-precision',
  '{field} is {value}, but is applied in whole milliseconds: round it.'
)

/** Nanoseconds: at least one millisecond, and whole ones (agent.ValidateDuration). */
export function checkDuration(duration: bigint | undefined, field: Field): void {
  if (duration === undefined) return
  if (duration < MILLISECOND) field.report(shortDuration)
  else if (duration % MILLISECOND !== 0n) field.report(fineDuration)
}
