import { expect, test } from '@jest/globals'
import { noLostAccess } from '../../src/gates/no-lost-access.ts'
import { expectCounts } from './cases.ts'
import { effectOf, evidenceOf } from './evidence.ts'

test('refusals by policy and by token count, grants do not', () => {
  const counts = [
    effectOf('access-revoked'),
    effectOf('authentication-changed', { direction: 'narrow' })
  ]
  const others = [
    effectOf('access-granted'),
    effectOf('authentication-changed', { direction: 'widen' }),
    effectOf('traffic-lost')
  ]
  expectCounts(noLostAccess, counts, others)
  const [{ message } = { message: '' }] = noLostAccess.violatedBy(evidenceOf({ effects: counts }))
  expect(message).toBe('callers of reviews in shop and 1 more are refused')
})
