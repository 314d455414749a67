import { defineGate } from './gate.ts'
import { violationOf } from './violation.ts'

export const noLostAccess = defineGate({
  id: 'no-lost-access',
  summary: 'No caller that is let in before the change is refused after it.',
  why: 'Callers that depend on a service fail from the moment on at which it refuses them.',
  level: 'off',
  violatedBy({ effects }) {
    const found = effects.filter(
      ({ kind, direction }) =>
        kind === 'access-revoked' || (kind === 'authentication-changed' && direction === 'narrow')
    )
    return violationOf(found, subjects => `callers of ${subjects} are refused`)
  }
})
