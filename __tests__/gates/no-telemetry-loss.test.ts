import { expect, test } from '@jest/globals'
import { noTelemetryLoss } from '../../src/gates/no-telemetry-loss.ts'
import { expectCounts } from './cases.ts'
import { effectOf, evidenceOf } from './evidence.ts'

test('what is switched off counts, what is switched on does not', () => {
  const counts = [effectOf('telemetry-changed', { direction: 'break' })]
  const others = [
    effectOf('telemetry-changed', { direction: 'repair' }),
    effectOf('telemetry-changed', { direction: 'neutral' })
  ]
  expectCounts(noTelemetryLoss, counts, others)
  const [{ message } = { message: '' }] = noTelemetryLoss.violatedBy(
    evidenceOf({ effects: counts })
  )
  expect(message).toBe('telemetry of reviews in shop is switched off')
})
