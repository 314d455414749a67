import { defineGate } from './gate.ts'
import { violationOf } from './violation.ts'

export const noMtlsDowngrade = defineGate({
  id: 'no-mtls-downgrade',
  summary:
    'No connection that is mutual TLS before the change can be plaintext after it, at either end.',
  why: 'Over plaintext nobody is known: callers have no identity, so policies that ask for one no longer mean what they say.',
  level: 'approve',
  violatedBy({ effects }) {
    const found = effects.filter(({ kind }) => kind === 'mtls-weakened')
    return violationOf(found, subjects => `mutual TLS of ${subjects} gets weaker`)
  }
})
