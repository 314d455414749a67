import { describe, expect, test } from '@jest/globals'
import { UserError } from '../src/errors.ts'
import { failedAnalyzer } from '../src/review/failures.ts'
import { review } from '../src/review.ts'
import { routed, shop, to } from './review/worlds.ts'
import { analysisOf, configWith, diffOf, saidEffects, schemas } from './support/reviewed.ts'
import { filesFrom } from './support/side.ts'

const one = routed(`- ${to('v1')}`)
const broken = routed(`- ${to('v9')}`)

describe('findings of two sides', () => {
  test('introduced, resolved, remaining', () => {
    const report = diffOf(one, broken)
    expect(report.findings.introduced.map(({ id }) => id)).toEqual([
      'virtual-service/unknown-subset'
    ])
    expect(diffOf(broken, one).findings.resolved.map(({ id }) => id)).toEqual([
      'virtual-service/unknown-subset'
    ])
    expect(diffOf(broken, `# why\n${broken}`).findings.remaining.map(({ id }) => id)).toEqual([
      'virtual-service/unknown-subset'
    ])
  })

  test('a finding has its place in its file', () => {
    const [finding] = diffOf(one, broken).findings.introduced
    const line = broken.split('\n')[(finding?.at.start.line ?? 0) - 1] ?? ''
    expect(line.slice((finding?.at.start.column ?? 0) - 1, (finding?.at.end.column ?? 0) - 1)).toBe(
      'v9'
    )
  })

  test('schemas and reading find things too', () => {
    const head = one.replace('hosts: [reviews]', 'hostss: [reviews]')
    expect(diffOf(one, head).findings.introduced.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['schema/unknown-field'])
    )
  })
})

describe('one state', () => {
  test('analyze fills what remains and is judged by it', () => {
    const report = analysisOf(broken)
    expect(report.sides.base).toBeNull()
    expect(report.findings.introduced).toEqual([])
    expect(report.findings.remaining.map(({ id }) => id)).toEqual([
      'virtual-service/unknown-subset'
    ])
    expect(report.verdict.outcome).toBe('block')
    expect(analysisOf(one).verdict.outcome).toBe('pass')
  })

  test('validate asks no analyzer', () => {
    expect(analysisOf(broken, { command: 'validate' }).findings.remaining).toEqual([])
  })
})

describe('what breaks', () => {
  test('a part of ours that throws is named, the rest goes on, and the verdict is error', () => {
    const throwing = {
      ...schemas,
      load: () => {
        throw new Error('no such table')
      }
    }
    const report = diffOf(one, routed(`- ${to('v2')}`), { schemas: throwing })
    expect(report.verdict.outcome).toBe('error')
    const failed = report.findings.introduced
      .concat(report.findings.remaining)
      .filter(({ id }) => id === failedAnalyzer)
    expect(failed.length).toBeGreaterThan(0)
    expect(failed[0]?.message).toMatch(
      /^The schema validation failed, .*no such table.*report this defect/
    )
    expect(saidEffects(report)).toHaveLength(1)
  })

  test("a version that is not known is the user's mistake", () => {
    const config = configWith({ istio: '1.3', file: '.github/meshproof.yaml' })
    expect(() => diffOf(one, one, { config })).toThrow(UserError)
  })
})

describe('the report', () => {
  test('names sides, meshes and versions', () => {
    const side = (name: string, text: string, which: 'base' | 'head') => ({
      name,
      commit: 'a'.repeat(40),
      files: filesFrom({ 'mesh.yaml': text }, which),
      skipped: []
    })
    const report = review({
      command: 'check',
      base: side('main', one, 'base'),
      head: side('topic', one, 'head'),
      config: configWith({}),
      schemas,
      version: '1.2.3',
      istio: { minor: '1.29', why: '--istio' },
      notes: ['a note']
    })
    expect(report).toMatchObject({
      versions: { meshproof: '1.2.3' },
      sides: { base: { name: 'main', commit: 'a'.repeat(40) }, head: { name: 'topic' } },
      meshes: [
        { name: 'default', sides: { head: { istio: '1.29', why: '--istio', manifests: 8 } } }
      ],
      notes: ['a note']
    })
  })

  test('has a plan where something behaves differently', () => {
    const { plan } = diffOf(one, routed(`- ${to('v2')}`))
    expect(plan.rollout).toEqual(['apply VirtualService shop/reviews (mesh.yaml)'])
    expect(plan.rollback).toEqual(plan.rollout)
    expect(plan.verify).toHaveLength(1)
    expect(diffOf(one, one).plan).toEqual({ rollout: [], verify: [], watch: [], rollback: [] })
  })

  test('is plain data', () => {
    const report = diffOf(one, broken)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  test('nothing relevant', () => {
    const report = diffOf({ 'a.txt.yaml': 'a: 1\n' }, { 'a.txt.yaml': 'a: 2\n' })
    expect(report.coverage.changed).toEqual({ files: 1, manifests: 0 })
    expect(report.verdict.outcome).toBe('pass')
  })
})

test('progress is told', () => {
  const phases: string[] = []
  diffOf(shop, shop, { progress: phase => phases.push(phase) })
  expect(phases).toEqual(['reading manifests', 'analysing', 'comparing', 'judging'])
})
