import { expect, test } from '@jest/globals'
import { noNewFindings } from '../../src/gates/no-new-findings.ts'
import { evidenceOf, findingOf } from './evidence.ts'

test('each severity is a violation of its own, warnings at most at warn', () => {
  const introduced = [findingOf('warning', 'w'), findingOf('error', 'e'), findingOf('error', 'f')]
  const findings = { introduced, resolved: [], remaining: [] }
  expect(noNewFindings.violatedBy(evidenceOf({ findings }))).toEqual([
    {
      message: '2 errors introduced: virtual-service/unknown-host',
      evidence: ['e', 'f'],
      atMost: 'error'
    },
    {
      message: '1 warning introduced: virtual-service/unknown-host',
      evidence: ['w'],
      atMost: 'warn'
    }
  ])
})

test('findings that were there before do not count', () => {
  const findings = {
    introduced: [],
    resolved: [findingOf('error', 'r')],
    remaining: [findingOf('error', 'm')]
  }
  expect(noNewFindings.violatedBy(evidenceOf({ findings }))).toEqual([])
})
