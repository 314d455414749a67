import { expect, test } from '@jest/globals'
import { noNewExposure } from '../../src/gates/no-new-exposure.ts'
import { expectCounts } from './cases.ts'
import { effectOf, evidenceOf } from './evidence.ts'

test('what is exposed counts, what is withdrawn does not', () => {
  const counts = [effectOf('exposed')]
  const others = [effectOf('unexposed'), effectOf('traffic-gained')]
  expectCounts(noNewExposure, counts, others)
  const [{ message } = { message: '' }] = noNewExposure.violatedBy(evidenceOf({ effects: counts }))
  expect(message).toBe('more of reviews in shop can be reached from outside')
})
