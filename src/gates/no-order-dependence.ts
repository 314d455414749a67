import { defineGate } from './gate.ts'
import { violationOf } from './violation.ts'

export const noOrderDependence = defineGate({
  id: 'no-order-dependence',
  summary:
    'Nothing that the change touches depends on which object was created first, which git does not hold.',
  why: 'Of competing objects the oldest wins, and a cluster that is built anew from the same files has other ages.',
  level: 'warn',
  violatedBy({ effects }) {
    const found = effects.filter(({ kind }) => kind === 'order-dependent')
    return violationOf(found, subjects => `what happens to ${subjects} depends on creation order`)
  }
})
