import { defineGate } from './gate.ts'
import { violationOf } from './violation.ts'

export const noTelemetryLoss = defineGate({
  id: 'no-telemetry-loss',
  summary: 'No access log, trace or metric is switched off.',
  why: 'What is not written down cannot be looked up after an incident.',
  level: 'warn',
  violatedBy({ effects }) {
    const found = effects.filter(
      ({ kind, direction }) => kind === 'telemetry-changed' && direction === 'break'
    )
    return violationOf(found, subjects => `telemetry of ${subjects} is switched off`)
  }
})
