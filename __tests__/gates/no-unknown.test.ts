import { expect, test } from '@jest/globals'
import { noUnknown } from '../../src/gates/no-unknown.ts'
import { evidenceOf, reviews, unknownOf } from './evidence.ts'

test('an unknown about a changed object, or about no object, violates it', () => {
  const other = { ...reviews, name: 'old' }
  const unknown = [unknownOf(reviews, 'a'), unknownOf(other, 'b'), unknownOf(null, 'c')]
  const changed = (_mesh: string, ref: { name: string }) => ref.name === 'reviews'
  expect(noUnknown.violatedBy(evidenceOf({ unknown, changed }))).toEqual([
    {
      message: '2 things were not understood, so the comparison says nothing about them',
      evidence: ['a', 'c']
    }
  ])
})

test('an unknown about an object that did not change is only listed', () => {
  expect(noUnknown.violatedBy(evidenceOf({ unknown: [unknownOf(reviews, 'a')] }))).toEqual([])
})
