import type { Effect } from '../effects/effect.ts'
import { defineGate } from './gate.ts'
import { violationOf } from './violation.ts'

export const noFaultOrMirror = defineGate({
  id: 'no-fault-or-mirror',
  summary: 'No fault is injected and no copy of requests is sent that was not before.',
  why: 'Faults hurt real callers, and copies of requests carry their content to whoever receives them.',
  level: 'off',
  violatedBy({ effects }) {
    return violationOf(
      effects.filter(adds),
      subjects => `faults or copies of requests to ${subjects} change`
    )
  }
})

function adds({ changes }: Effect): boolean {
  return changes.some(
    ({ facet, after }) => (facet === 'fault' || facet === 'mirrors') && after !== 'none'
  )
}
