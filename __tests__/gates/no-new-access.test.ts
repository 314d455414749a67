import { expect, test } from '@jest/globals'
import { noNewAccess } from '../../src/gates/no-new-access.ts'
import { expectCounts } from './cases.ts'
import { effectOf, evidenceOf } from './evidence.ts'

test('policies, tokens and authorizers that stand in the way no longer count; refusals do not', () => {
  const counts = [
    effectOf('access-granted'),
    effectOf('authentication-changed', { direction: 'widen' }),
    effectOf('delegation-changed', { direction: 'widen' })
  ]
  const others = [
    effectOf('access-revoked'),
    effectOf('authentication-changed', { direction: 'narrow' }),
    effectOf('delegation-changed', { direction: 'move' }),
    effectOf('exposed')
  ]
  expectCounts(noNewAccess, counts, others)
  const [{ message } = { message: '' }] = noNewAccess.violatedBy(evidenceOf({ effects: counts }))
  expect(message).toBe('callers get new access to reviews in shop and 2 more')
})
