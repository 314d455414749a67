import { expect, test } from '@jest/globals'
import { firstFew } from '../../src/analyzers/first-few.ts'

const names = Array.from({ length: 12 }, (_, index) => `n${index}`)

test('few names stand as they are, of many the first ten', () => {
  expect(firstFew([])).toBe('')
  expect(firstFew(names.slice(0, 10))).toBe('n0, n1, n2, n3, n4, n5, n6, n7, n8, n9')
  expect(firstFew(names)).toBe('n0, n1, n2, n3, n4, n5, n6, n7, n8, n9 and 2 more')
})
