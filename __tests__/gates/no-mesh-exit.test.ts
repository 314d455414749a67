import { expect, test } from '@jest/globals'
import { noMeshExit } from '../../src/gates/no-mesh-exit.ts'
import { expectCounts } from './cases.ts'
import { effectOf, evidenceOf } from './evidence.ts'

test('workloads that leave count, those that enter do not', () => {
  const counts = [effectOf('mesh-membership-changed', { direction: 'widen' })]
  const others = [effectOf('mesh-membership-changed', { direction: 'narrow' })]
  expectCounts(noMeshExit, counts, others)
  const [{ message } = { message: '' }] = noMeshExit.violatedBy(evidenceOf({ effects: counts }))
  expect(message).toBe('reviews in shop leave the mesh')
})
