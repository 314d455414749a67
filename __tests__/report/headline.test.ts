import { describe, expect, test } from '@jest/globals'
import type { EffectKind } from '../../src/effects/effect.ts'
import { headline, stateMarkers } from '../../src/report/headline.ts'
import type { Report } from '../../src/report/report.ts'
import { reportState } from '../../src/report/state.ts'
import { effectWords } from '../../src/report/words.ts'
import { empty, finding, lost, proven, rerouted, typical, unknown } from '../support/reports.ts'

const verdict = (outcome: Report['verdict']['outcome']) => ({ outcome, reasons: [] })
const none = { introduced: [], resolved: [], remaining: [] }
const oneSided: Report = {
  ...empty,
  command: 'analyze',
  sides: { base: null, head: { name: '.' } }
}

describe('every state has its own first line', () => {
  test.each<[string, Report, string]>([
    [
      'failed',
      { ...typical, verdict: verdict('error') },
      'Meshproof: the analysis failed, nothing is proven'
    ],
    [
      'blocked',
      typical,
      'Meshproof: blocked: 2 routes lost, 1 route changed, 1 new finding, 1 not proven'
    ],
    [
      'needs-approval',
      { ...typical, verdict: verdict('approve'), effects: [rerouted], unknown: [], findings: none },
      'Meshproof: needs approval: 1 route changed, the rest proven unchanged'
    ],
    [
      'changed',
      {
        ...typical,
        verdict: verdict('pass'),
        effects: [rerouted, lost],
        unknown: [],
        findings: none
      },
      'Meshproof: may be merged: 2 routes lost, 1 route changed, the rest proven unchanged'
    ],
    [
      'changed',
      { ...proven, verdict: verdict('warn'), findings: { ...none, introduced: [finding] } },
      'Meshproof: may be merged: 1 new finding, no behavioural change (proven)'
    ],
    [
      'unknown',
      { ...proven, verdict: verdict('warn'), unknown: [unknown, unknown] },
      'Meshproof: no effect found, but 2 things not proven'
    ],
    ['proven-unchanged', proven, 'Meshproof: no behavioural change (proven)'],
    [
      'proven-unchanged',
      { ...proven, findings: { ...none, resolved: [finding] } },
      'Meshproof: no behavioural change (proven): 1 finding fixed'
    ],
    ['nothing-relevant', empty, 'Meshproof: nothing relevant changed'],
    ['clean', oneSided, 'Meshproof: no findings: 0 objects read'],
    [
      'findings',
      {
        ...oneSided,
        findings: { ...none, remaining: [finding, { ...finding, severity: 'error' }] }
      },
      'Meshproof: 1 error, 1 warning: 0 objects read'
    ],
    ['unknown', { ...oneSided, unknown: [unknown] }, 'Meshproof: 1 thing not understood']
  ])('%s', (state, report, line) => {
    expect(reportState(report)).toBe(state)
    expect(headline(report)).toBe(line)
  })

  test('markers differ, so that states are told apart at a glance', () => {
    const { findings, clean, ...compared } = stateMarkers
    expect(new Set(Object.values(compared)).size).toBe(Object.keys(compared).length)
    expect(findings).not.toBe(clean)
  })
})

describe('"proven" is never said of what was not compared', () => {
  test('objects changed beyond their text and no table was compared', () => {
    const silent: Report = {
      ...proven,
      unchanged: {
        ...proven.unchanged,
        tables: 0,
        textOnly: proven.unchanged.textOnly.slice(0, 1)
      },
      coverage: { ...proven.coverage, changed: { files: 1, manifests: 3 } }
    }
    expect(reportState(silent)).toBe('unknown')
    expect(headline(silent)).toBe('Meshproof: no effect found, but 2 things not proven')
    const effects = { ...silent, effects: [rerouted] }
    expect(headline(effects)).toBe('Meshproof: may be merged: 1 route changed, 2 not proven')
  })

  test('something is unknown', () => {
    const report = { ...proven, unknown: [unknown], effects: [rerouted] }
    expect(headline(report)).not.toContain('proven unchanged')
  })
})

test('at most 120 characters, whatever happened', () => {
  const kinds = Object.keys(effectWords) as EffectKind[]
  const effects = kinds.flatMap(kind => Array.from({ length: 1234 }, () => ({ ...rerouted, kind })))
  for (const outcome of ['block', 'approve', 'pass', 'error'] as const) {
    for (let n = 0; n <= effects.length; n += 1234) {
      const line = headline({ ...typical, verdict: verdict(outcome), effects: effects.slice(0, n) })
      expect(line.length).toBeLessThanOrEqual(120)
    }
  }
  expect(headline({ ...typical, effects })).toMatch(/, and \d+ more, 1 not proven$/)
})
