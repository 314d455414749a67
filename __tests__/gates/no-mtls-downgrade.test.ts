import { expect, test } from '@jest/globals'
import { noMtlsDowngrade } from '../../src/gates/no-mtls-downgrade.ts'
import { expectCounts } from './cases.ts'
import { effectOf, evidenceOf } from './evidence.ts'

test('weaker mutual TLS counts, stronger does not', () => {
  const counts = [effectOf('mtls-weakened')]
  const others = [effectOf('mtls-strengthened'), effectOf('connection-broken')]
  expectCounts(noMtlsDowngrade, counts, others)
  const [{ message } = { message: '' }] = noMtlsDowngrade.violatedBy(
    evidenceOf({ effects: counts })
  )
  expect(message).toBe('mutual TLS of reviews in shop gets weaker')
})
