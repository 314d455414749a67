import { describe, expect, test } from '@jest/globals'
import { reportState } from '../../src/report/state.ts'
import { diffOf, saidEffects, type Texts } from '../support/reviewed.ts'
import { routed, to } from './worlds.ts'

const a = `- match: [{uri: {prefix: /a}}]\n  ${to('v1')}`
const b = `- match: [{uri: {prefix: /b}}]\n  ${to('v2')}`
const rest = `- ${to('v1')}`
const base = routed(`${a}\n${b}\n${rest}`)

/** No request can tell the sides apart, and the report may say so. */
function provesUnchanged(before: Texts, after: Texts): void {
  const report = diffOf(before, after)
  expect(saidEffects(report)).toEqual([])
  expect(report.unknown).toEqual([])
  expect(report.findings.introduced).toEqual([])
  expect(report.verdict.outcome).toBe('pass')
  expect(reportState(report)).toBe('proven-unchanged')
}

describe('edits that do nothing', () => {
  test.each([
    ['routes of disjoint requests change places', routed(`${b}\n${a}\n${rest}`)],
    [
      'one match is split into two',
      routed(
        `- match: [{uri: {prefix: /a}, method: {exact: GET}}]\n  ${to('v1')}\n- match: [{uri: {prefix: /a}}]\n  ${to('v1')}\n${b}\n${rest}`
      )
    ],
    [
      'a short name becomes a full name',
      base
        .replaceAll('host: reviews,', 'host: reviews.shop.svc.cluster.local,')
        .replace('hosts: [reviews]', 'hosts: [reviews.shop.svc.cluster.local]')
    ],
    [
      'the version of the API',
      base.replaceAll('networking.istio.io/v1\n', 'networking.istio.io/v1beta1\n')
    ],
    ['comments and white space', `# reviewed\n${base.replaceAll('\n---\n', '\n\n--- # next\n')}`],
    [
      'a name of a route',
      base.replace(
        '- match: [{uri: {prefix: /a}}]',
        '- name: first\n      match: [{uri: {prefix: /a}}]'
      )
    ],
    [
      'labels and annotations that nobody reads',
      base.replaceAll(
        'kind: VirtualService\nmetadata: {',
        'kind: VirtualService\nmetadata: {labels: {team: reviews}, annotations: {owner: me}, '
      )
    ],
    [
      'a label of a pod that nobody selects',
      base.replace(
        '{labels: {app: web, version: v1}}',
        '{labels: {app: web, version: v1, tier: front}}'
      )
    ],
    [
      'a subset that no route names',
      base.replace(
        '    - name: v2\n',
        '    - name: spare\n      labels: {version: v1}\n    - name: v2\n'
      )
    ]
  ])('%s', (_, head) => {
    provesUnchanged(base, head)
  })

  test('two routes are merged into one with two matches', () => {
    const c = `- match: [{uri: {prefix: /c}}]\n  ${to('v2')}`
    const both = `- match: [{uri: {prefix: /c}}, {uri: {prefix: /b}}]\n  ${to('v2')}`
    provesUnchanged(routed(`${b}\n${c}\n${rest}`), routed(`${both}\n${rest}`))
  })

  test('a redundant route does nothing, and is found to be dead', () => {
    const dead = `- match: [{uri: {prefix: /a/x}}]\n  ${to('v1')}`
    const report = diffOf(base, routed(`${a}\n${dead}\n${b}\n${rest}`))
    expect(saidEffects(report)).toEqual([])
    expect(report.findings.introduced.map(({ id }) => id)).toContain(
      'virtual-service/unreachable-route'
    )
  })

  test('weights 1 and 1 become 50 and 50', () => {
    const half = (weight: number) =>
      routed(
        `- route:\n    - {destination: {host: reviews, subset: v1}, weight: ${weight}}\n    - {destination: {host: reviews, subset: v2}, weight: ${weight}}`
      )
    provesUnchanged(half(1), half(50))
  })

  test('a file is split, moved and renamed', () => {
    const documents = base.split('---\n')
    const files = Object.fromEntries(documents.map((text, i) => [`mesh/${i}.yaml`, text]))
    provesUnchanged(base, files)
    const report = diffOf(base, files)
    expect(report.unchanged.textOnly[0]).toEqual({
      file: expect.stringMatching(/^mesh\/\d\.yaml$/),
      what: 'moved from mesh.yaml',
      ref: expect.any(String)
    })
  })

  test('text alone is told as such', () => {
    const report = diffOf(
      base,
      base.replaceAll('networking.istio.io/v1\n', 'networking.istio.io/v1beta1\n')
    )
    expect(report.unchanged.textOnly).toEqual([
      { file: 'mesh.yaml', what: 'apiVersion v1 → v1beta1', ref: 'DestinationRule shop/reviews' },
      { file: 'mesh.yaml', what: 'apiVersion v1 → v1beta1', ref: 'VirtualService shop/reviews' }
    ])
    expect(diffOf(base, `# why\n${base}`).unchanged.textOnly).toEqual([
      { file: 'mesh.yaml', what: 'comments or formatting', ref: 'Service shop/reviews and 7 more' }
    ])
  })

  test('git holds no Service and no pod: the same is proven, under assumptions', () => {
    const alone = (text: string) => text.slice(text.lastIndexOf('---\n') + 4)
    provesUnchanged(alone(base), alone(routed(`${b}\n${a}\n${rest}`)))
    const { unchanged } = diffOf(alone(base), alone(routed(`${b}\n${a}\n${rest}`)))
    expect(unchanged.assumptions.map(one => one.kind)).toContain('service-exists')
  })
})

test('the same on both sides is nothing at all', () => {
  const report = diffOf(base, base)
  expect(report.effects).toEqual([])
  expect(report.findings.introduced).toEqual([])
  expect(report.coverage.changed).toEqual({ files: 0, manifests: 0 })
})
