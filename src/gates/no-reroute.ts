import { defineGate } from './gate.ts'
import { violationOf } from './violation.ts'

export const noReroute = defineGate({
  id: 'no-reroute',
  summary: 'No request goes to another destination than before.',
  why: 'For hosts whose traffic must stay where it is while other things change.',
  level: 'off',
  violatedBy({ effects }) {
    const found = effects.filter(({ kind }) => kind === 'rerouted')
    return violationOf(found, subjects => `requests to ${subjects} go elsewhere`)
  }
})
