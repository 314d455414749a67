import { expect, test } from '@jest/globals'
import { noExtensionChange } from '../../src/gates/no-extension-change.ts'
import { expectCounts } from './cases.ts'
import { effectOf, evidenceOf } from './evidence.ts'

test('extensions count', () => {
  const counts = [effectOf('extension-changed')]
  const others = [effectOf('settings-changed')]
  expectCounts(noExtensionChange, counts, others)
  const [{ message } = { message: '' }] = noExtensionChange.violatedBy(
    evidenceOf({ effects: counts })
  )
  expect(message).toBe('extensions of reviews in shop change')
})
