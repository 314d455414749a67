import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/report/report.ts'
import { diffOf } from '../support/reviewed.ts'
import { routed, shop, to } from './worlds.ts'

/** The VirtualService alone. */
const route = (version: string) => {
  const text = routed(`- ${to(version)}`)
  return text.slice(text.lastIndexOf('---\n') + 4)
}

const examples = { 'shop.yaml': shop, 'to-v1.yaml': route('v1') }

function told({ effects, unknown }: Report): string[] {
  return [
    ...effects.map(({ mesh, kind, changes, assumptions, certainty }) => {
      const facets = changes.map(({ before, after }) => `${before} → ${after}`)
      const file = assumptions.find(one => one.kind === 'file-applied')?.params.file
      return `${kind} in ${mesh}, ${certainty} as ${file}: ${facets.join('; ')}`
    }),
    ...unknown.map(({ reason, mesh }) => `${reason} in ${mesh}`)
  ]
}

describe('files that stand for one another', () => {
  test('what a change to one of them does is told as if that one were applied', () => {
    const base = { ...examples, 'to-v2.yaml': route('v2') }
    const head = { ...base, 'to-v2.yaml': `${base['to-v2.yaml']}      timeout: 3s\n` }
    expect(told(diffOf(base, base))).toEqual([])
    expect(told(diffOf(base, head))).toEqual([
      'settings-changed in to-v2.yaml, assumed as to-v2.yaml: none → 3s'
    ])
  })

  test('all of them new or gone', () => {
    const both = { ...examples, 'to-v2.yaml': route('v2') }
    const lines = told(diffOf({ 'shop.yaml': shop }, both))
    expect(lines).toEqual([
      'rerouted in to-v1.yaml, assumed as to-v1.yaml: reviews (all pods) → reviews v1',
      'rerouted in to-v2.yaml, assumed as to-v2.yaml: reviews (all pods) → reviews v2'
    ])
    expect(told(diffOf(both, { 'shop.yaml': shop }))).toHaveLength(2)
  })

  test('a second copy beside a single one may be a mistake', () => {
    expect(told(diffOf(examples, { ...examples, 'to-v2.yaml': route('v2') }))).toEqual([
      'duplicate in default'
    ])
  })

  test('two copies in one file are not told apart', () => {
    const twice = { 'shop.yaml': shop, 'both.yaml': `${route('v1')}\n---\n${route('v2')}` }
    const head = { ...twice, 'both.yaml': twice['both.yaml'].replace('v1', 'v3') }
    expect(told(diffOf(twice, head))).toEqual(['duplicate in default'])
  })

  test('the finding stays, and what changed besides is told once', () => {
    const base = { ...examples, 'to-v2.yaml': route('v2') }
    const other = shop.replaceAll('ratings', 'details')
    const head = {
      ...base,
      'to-v2.yaml': `${base['to-v2.yaml']}      timeout: 3s\n`,
      'shop.yaml': other
    }
    const report = diffOf(base, head)
    expect(report.findings.remaining.map(({ id }) => id)).toContain('manifest/duplicate-object')
    const subjects = report.effects.map(({ subject, kind }) => `${kind} ${subject.name}`)
    expect(new Set(subjects).size).toBe(subjects.length)
    expect(subjects).toContain('settings-changed reviews')
    expect(subjects).toContain('traffic-lost ratings')
  })
})
