import { expect, test } from '@jest/globals'
import { nearest } from '../../src/schema/nearest.ts'

test('the nearest known word', () => {
  expect(nearest('weigth', ['weight', 'height'])).toBe('weight')
  expect(nearest('hosts', ['host', 'ports'])).toBe('host')
  expect(nearest('jwks_uri', ['jwksUri', 'jwks'])).toBe('jwksUri')
  expect(nearest('HOSTS', ['hosts'])).toBe('hosts')
  expect(nearest('serviceAccount', ['serviceAccounts', 'namespaces'])).toBe('serviceAccounts')
})

test('nothing is near a word of its own', () => {
  expect(nearest('address', ['host', 'port', 'subset'])).toBeUndefined()
  expect(nearest('x', [])).toBeUndefined()
  expect(nearest('a'.repeat(100_000), ['host'])).toBeUndefined()
})

test('ties go to the first in the alphabet, in any order of the list', () => {
  expect(nearest('bat', ['cat', 'bar'])).toBe('bar')
  expect(nearest('bat', ['bar', 'cat'])).toBe('bar')
})
