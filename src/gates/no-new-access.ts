import type { Effect } from '../effects/effect.ts'
import { defineGate } from './gate.ts'
import { violationOf } from './violation.ts'

export const noNewAccess = defineGate({
  id: 'no-new-access',
  summary: 'No caller that is refused before the change is let in after it.',
  why: 'One dropped condition, a DENY that no longer applies or a token that is no longer asked for lets callers in, and the line itself does not say whom.',
  level: 'approve',
  violatedBy({ effects }) {
    return violationOf(effects.filter(opens), subjects => `callers get new access to ${subjects}`)
  }
})

/** Policies, tokens and external authorizers: whichever of them no longer stands in the way. */
function opens({ kind, direction }: Effect): boolean {
  if (kind === 'access-granted') return true
  const asks = kind === 'authentication-changed' || kind === 'delegation-changed'
  return asks && direction === 'widen'
}
