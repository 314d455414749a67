import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { selectAnnotations } from '../../src/publish/annotations.ts'
import type { Report } from '../../src/report/report.ts'
import { empty, finding, lost, range, rerouted, typical, unknown } from '../support/reports.ts'

const everything = new Set<string>()

function report(change: Partial<Report>): Report {
  return { ...empty, ...change }
}

function blockedBy(...evidence: string[]): Report['verdict'] {
  return { outcome: 'block', reasons: [{ gate: 'g', level: 'error', message: 'm', evidence }] }
}

describe('what stands beside the code', () => {
  test('an effect that blocks is an error, one that only changes is a notice', () => {
    const both = [rerouted, lost]
    const [error, notice] = selectAnnotations(
      report({ effects: both, verdict: blockedBy(lost.fingerprint) }),
      everything
    )
    expect([error?.level, error?.title]).toEqual(['error', expect.stringContaining('Traffic lost')])
    expect([notice?.level, notice?.title]).toEqual(['notice', expect.stringContaining('Rerouted')])
    expect(notice?.message).toContain('→')
  })

  test('a finding that no gate blocks on is a warning, whatever it is called', () => {
    const findings = { introduced: [finding], resolved: [], remaining: [finding] }
    expect(selectAnnotations(report({ findings }), everything)).toMatchObject([
      { level: 'warning' }
    ])
    const blocked = { findings, verdict: blockedBy(finding.fingerprint) }
    expect(selectAnnotations(report(blocked), everything)).toMatchObject([{ level: 'error' }])
  })

  test('what was not understood is said where a gate asks for it', () => {
    expect(selectAnnotations(report({ unknown: [unknown] }), everything)).toEqual([])
    const verdict: Report['verdict'] = {
      outcome: 'warn',
      reasons: [{ gate: 'g', level: 'warn', message: 'm', evidence: [unknown.fingerprint] }]
    }
    expect(selectAnnotations(report({ unknown: [unknown], verdict }), everything)).toMatchObject(
      unknown.at === null ? [] : [{ level: 'warning', title: 'Not proven' }]
    )
  })

  test('of several places the one in a changed file counts', () => {
    const at = range('old.yaml', 3)
    const related = [
      { at: range('other.yaml', 5), note: 'n' },
      { at: range('changed.yaml', 7), note: 'n' }
    ]
    const findings = { introduced: [{ ...finding, at, related }], resolved: [], remaining: [] }
    const places = (...changed: string[]) =>
      selectAnnotations(report({ findings }), new Set(changed)).map(one => one.at.file)
    expect(places('changed.yaml')).toEqual(['changed.yaml'])
    expect(places('other.yaml', 'changed.yaml')).toEqual(['other.yaml'])
    expect(places('nothing.yaml')).toEqual(['old.yaml'])
  })

  test('an effect whose causes are all in base has no line to stand at', () => {
    const causes = lost.causes.map(cause => ({ ...cause, side: 'base' as const }))
    expect(selectAnnotations(report({ effects: [{ ...lost, causes }] }), everything)).toEqual([])
  })

  test('at most nine of a level, the worst first, and the last says how many more', () => {
    const introduced = Array.from({ length: 200 }, (_, index) => ({
      ...finding,
      severity: index % 2 === 0 ? ('warning' as const) : ('error' as const),
      fingerprint: index.toString(16).padStart(12, '0'),
      at: range(`f${index}.yaml`, 1)
    }))
    const evidence = introduced.map(one => one.fingerprint)
    const selected = selectAnnotations(
      report({
        findings: { introduced, resolved: [], remaining: [] },
        verdict: blockedBy(...evidence)
      }),
      everything
    )
    expect(selected).toHaveLength(9)
    expect(selected.every(one => one.level === 'error')).toBe(true)
    expect(selected.at(-1)?.message).toContain('191 more in the job summary')
    const errors = introduced.filter(one => one.severity === 'error').map(one => one.at.file)
    for (const { at } of selected) expect(errors).toContain(at.file)
  })

  test('any report gives annotations within the limits of the runner', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (effects, findings, unknowns) => {
        const times = <T>(n: number, item: T) => Array.from({ length: n }, () => item)
        const selected = selectAnnotations(
          report({
            effects: times(effects, lost),
            unknown: times(unknowns, unknown),
            findings: { introduced: times(findings, finding), resolved: [], remaining: [] },
            verdict: blockedBy(lost.fingerprint, unknown.fingerprint)
          }),
          everything
        )
        for (const level of ['error', 'warning', 'notice']) {
          expect(selected.filter(one => one.level === level).length).toBeLessThanOrEqual(9)
        }
      })
    )
  })

  test('a report as reviewers meet it', () => {
    expect(selectAnnotations(typical, everything).length).toBeGreaterThan(0)
  })
})
