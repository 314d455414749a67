import { expect, test } from '@jest/globals'
import { noOrderDependence } from '../../src/gates/no-order-dependence.ts'
import { expectCounts } from './cases.ts'
import { effectOf, evidenceOf } from './evidence.ts'

test('what hangs on ages counts', () => {
  const counts = [effectOf('order-dependent')]
  const others = [effectOf('rerouted')]
  expectCounts(noOrderDependence, counts, others)
  const [{ message } = { message: '' }] = noOrderDependence.violatedBy(
    evidenceOf({ effects: counts })
  )
  expect(message).toBe('what happens to reviews in shop depends on creation order')
})
