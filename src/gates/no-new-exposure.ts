import { defineGate } from './gate.ts'
import { violationOf } from './violation.ts'

export const noNewExposure = defineGate({
  id: 'no-new-exposure',
  summary: 'Nothing becomes reachable from outside through a gateway that was not before.',
  why: 'What answers to the internet is chosen by a Gateway, a route, labels, ports and policies together: each of them can publish a path by itself.',
  level: 'approve',
  violatedBy({ effects }) {
    const found = effects.filter(({ kind }) => kind === 'exposed')
    return violationOf(found, subjects => `more of ${subjects} can be reached from outside`)
  }
})
