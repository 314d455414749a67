import { expect, test } from '@jest/globals'
import { noReroute } from '../../src/gates/no-reroute.ts'
import { expectCounts } from './cases.ts'
import { effectOf, evidenceOf } from './evidence.ts'

test('other destinations count, other shares do not', () => {
  const counts = [effectOf('rerouted')]
  const others = [effectOf('weights-changed'), effectOf('traffic-lost')]
  expectCounts(noReroute, counts, others)
  const [{ message } = { message: '' }] = noReroute.violatedBy(evidenceOf({ effects: counts }))
  expect(message).toBe('requests to reviews in shop go elsewhere')
})
