import { describe, expect, test } from '@jest/globals'
import type { Effect } from '../../src/effects/effect.ts'
import { meshesOf, otherSubjects } from '../../src/report/mesh-words.ts'
import { foldedAcrossMeshes } from '../../src/review/fold-meshes.ts'

function effect(mesh: string, more: Partial<Effect> = {}): Effect {
  return {
    kind: 'settings-changed',
    mesh,
    domain: 'routing',
    direction: 'neutral',
    severity: 'info',
    subject: { kind: 'service', name: 'reviews', namespace: 'shop', port: 9080 },
    proxy: { type: 'sidecar', names: ['all sidecars'] },
    region: 'every request',
    changes: [{ facet: 'timeout', before: '30s', after: '3s' }],
    witness: null,
    causes: [],
    members: [],
    certainty: 'certain',
    assumptions: [],
    fingerprint: `${mesh}-${JSON.stringify(more)}`,
    verify: '',
    watch: '',
    rollback: '',
    ...more
  }
}

describe('foldedAcrossMeshes', () => {
  test('tells what is equal in several meshes once, and names them', () => {
    const [folded, ...rest] = foldedAcrossMeshes([effect('dev'), effect('staging'), effect('prod')])
    expect(rest).toEqual([])
    expect(folded?.members.map(({ mesh }) => mesh)).toEqual(['staging', 'prod'])
    expect(folded === undefined ? [] : meshesOf(folded)).toEqual(['dev', 'staging', 'prod'])
    expect(folded === undefined ? null : otherSubjects(folded)).toEqual([])
  })

  test('names one that stands for others by all of them, in any order', () => {
    const [alone] = foldedAcrossMeshes([effect('dev')])
    expect(alone?.fingerprint).toBe(effect('dev').fingerprint)
    const [two] = foldedAcrossMeshes([effect('dev'), effect('prod')])
    const [turned] = foldedAcrossMeshes([effect('prod'), effect('dev')])
    expect(two?.fingerprint).not.toBe(alone?.fingerprint)
    expect(turned?.fingerprint).toBe(two?.fingerprint)
  })

  test('keeps apart what differs in anything that a reader sees, and two of one mesh', () => {
    const others: Partial<Effect>[] = [
      { changes: [{ facet: 'timeout', before: '30s', after: '4s' }] },
      { region: 'path /a' },
      { severity: 'error' },
      { certainty: 'assumed' },
      { subject: { kind: 'service', name: 'ratings', namespace: 'shop', port: 9080 } },
      { proxy: { type: 'gateway', names: ['shop/public'] } }
    ]
    for (const more of others) {
      expect(foldedAcrossMeshes([effect('dev'), effect('prod', more)])).toHaveLength(2)
    }
    const twice = [effect('dev'), effect('dev', { rollback: 'x' }), effect('prod')]
    expect(foldedAcrossMeshes(twice).map(({ mesh, members }) => [mesh, members.length])).toEqual([
      ['dev', 1],
      ['dev', 0]
    ])
  })

  test('keeps the other subjects of the first, and names a subject once', () => {
    const subject = { kind: 'service', name: 'ratings', namespace: 'shop', port: 9080 } as const
    const { proxy, region } = effect('dev')
    const members = (mesh: string) => [{ mesh, subject, proxy, region, fingerprint: `m-${mesh}` }]
    const [folded] = foldedAcrossMeshes([
      effect('dev', { members: members('dev') }),
      effect('prod', { members: members('prod') })
    ])
    expect(folded?.members).toHaveLength(3)
    expect(folded === undefined ? [] : otherSubjects(folded).map(one => one.subject.name)).toEqual([
      'ratings'
    ])
  })
})
