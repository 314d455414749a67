import { describe, expect, test } from '@jest/globals'
import type { Gate } from '../../src/gates/gate.ts'
import { gates } from '../../src/gates/index.ts'
import { judge } from '../../src/gates/judge.ts'
import type { Level } from '../../src/gates/verdict.ts'
import { effectOf, evidenceOf, findingOf, reviews, unknownOf } from './evidence.ts'

const plain = { gates, levels: {}, waivers: [], now: undefined, defects: [] }
const lost = effectOf('traffic-lost', { fingerprint: 'aaaaaaaaaaaa' })
const evidence = evidenceOf({ effects: [lost] })

test('nothing found passes and lists the gates that ran', () => {
  expect(judge(evidenceOf({}), plain)).toEqual({
    outcome: 'pass',
    reasons: [],
    gates: gates
      .filter(({ level }) => level !== 'off')
      .map(({ id, level }) => ({ gate: id, level, violations: 0, waived: 0 }))
  })
})

test.each<[Level, string]>([
  ['off', 'pass'],
  ['note', 'pass'],
  ['warn', 'warn'],
  ['approve', 'approve'],
  ['error', 'block']
])('level %s gives %s', (level, outcome) => {
  const verdict = judge(evidence, { ...plain, levels: { 'no-traffic-loss': level } })
  expect(verdict.outcome).toBe(outcome)
  expect(verdict.reasons.length).toBe(level === 'off' ? 0 : 1)
})

test('the strictest reason decides and stands first', () => {
  const mixed = evidenceOf({
    effects: [lost],
    unknown: [unknownOf(reviews, 'u')],
    findings: { introduced: [findingOf('warning', 'w')], resolved: [], remaining: [] },
    changed: () => true
  })
  const verdict = judge(mixed, plain)
  expect(verdict.outcome).toBe('block')
  expect(verdict.reasons.map(({ gate, level }) => [gate, level])).toEqual([
    ['no-traffic-loss', 'error'],
    ['no-new-findings', 'warn'],
    ['no-unknown', 'warn']
  ])
})

test('a defect of ours is error, above every gate', () => {
  const verdict = judge(evidence, { ...plain, defects: ['d'] })
  expect(verdict.outcome).toBe('error')
  expect(verdict.reasons.map(reason => reason.gate)).toEqual(['internal', 'no-traffic-loss'])
})

test('a violation never exceeds its own level', () => {
  const gate: Gate = {
    id: 'example',
    summary: '',
    why: '',
    level: 'error',
    violatedBy: () => [{ message: 'm', evidence: ['x'], atMost: 'note' }]
  }
  expect(judge(evidence, { ...plain, gates: [gate] }).outcome).toBe('pass')
})

describe('waivers', () => {
  const waiver = {
    gate: 'no-traffic-loss',
    target: 'traffic-lost reviews',
    reason: 'retired',
    owner: '@shop',
    expires: '2026-03-31'
  }

  test.each(['aaaaaaaaaaaa', 'traffic-lost', 'traffic-lost reviews'])('%s takes it out', target => {
    const waivers = [{ ...waiver, target }]
    const verdict = judge(evidence, { ...plain, waivers, now: '2026-03-31T23:00:00Z' })
    expect(verdict.outcome).toBe('pass')
    expect(verdict.waivers).toEqual([{ ...waiver, target, evidence: ['aaaaaaaaaaaa'] }])
    expect(verdict.gates?.find(one => one.gate === 'no-traffic-loss')).toEqual({
      gate: 'no-traffic-loss',
      level: 'error',
      violations: 0,
      waived: 1
    })
  })

  test.each([
    ['expired', { now: '2026-04-01T00:00:00Z' }, {}],
    ['judged by no time', { now: undefined }, {}],
    ['of another gate', { now: '2026-01-01T00:00:00Z' }, { gate: 'no-unknown' }],
    ['of another subject', { now: '2026-01-01T00:00:00Z' }, { target: 'traffic-lost ratings' }]
  ])('one that is %s changes nothing', (_, { now }, other) => {
    const verdict = judge(evidence, { ...plain, waivers: [{ ...waiver, ...other }], now })
    expect(verdict.outcome).toBe('block')
    expect(verdict.waivers).toBeUndefined()
  })

  test('one of a subject does not take out what stands for others too', () => {
    const lost = effectOf('traffic-lost', { fingerprint: 'aaaaaaaaaaaa' })
    const member = (name: string) => ({ ...lost, subject: { ...lost.subject, name } })
    const told = (target: string, ...names: readonly string[]) => {
      const effects = [{ ...lost, members: names.map(member) }]
      const waivers = [{ ...waiver, target }]
      return judge(evidenceOf({ effects }), { ...plain, waivers, now: '2026-01-01T00:00:00Z' })
        .outcome
    }
    expect(told('traffic-lost reviews', 'reviews')).toBe('pass')
    expect(told('traffic-lost reviews', 'ratings')).toBe('block')
    expect(told('traffic-lost', 'ratings')).toBe('pass')
    expect(told('aaaaaaaaaaaa', 'ratings')).toBe('pass')
  })
})
