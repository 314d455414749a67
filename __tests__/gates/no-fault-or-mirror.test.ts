import { expect, test } from '@jest/globals'
import { noFaultOrMirror } from '../../src/gates/no-fault-or-mirror.ts'
import { expectCounts } from './cases.ts'
import { effectOf, evidenceOf } from './evidence.ts'

test('faults and copies that are new count, those that go do not', () => {
  const counts = [
    effectOf('settings-changed', {
      changes: [{ facet: 'fault', before: 'none', after: 'abort 503' }]
    }),
    effectOf('settings-changed', { changes: [{ facet: 'mirrors', before: 'none', after: 'v2' }] })
  ]
  const others = [
    effectOf('settings-changed', {
      changes: [{ facet: 'fault', before: 'abort 503', after: 'none' }]
    }),
    effectOf('settings-changed', { changes: [{ facet: 'timeout', before: 'none', after: '3s' }] })
  ]
  expectCounts(noFaultOrMirror, counts, others)
  const [{ message } = { message: '' }] = noFaultOrMirror.violatedBy(
    evidenceOf({ effects: counts })
  )
  expect(message).toBe('faults or copies of requests to reviews in shop and 1 more change')
})
