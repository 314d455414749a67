import { describe, expect, test } from '@jest/globals'
import { defaultConfig } from '../../src/config/config.ts'
import { readRequest, readRequestLine } from '../../src/explain/request.ts'
import { explainer } from '../../src/explain.ts'
import type { RenderedMesh, RenderedSide } from '../../src/manifest/rendered.ts'
import { lineAt, renderFinding } from '../../src/render/refusal.ts'
import { review } from '../../src/review.ts'
import { schemas } from '../support/reviewed.ts'

const route = (timeout: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http: [{timeout: ${timeout}, route: [{destination: {host: reviews}}]}]
---
apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {ports: [{name: http, port: 9080}]}
`

const side = (text: string | null, more: Partial<RenderedSide> = {}): RenderedSide => ({
  documents: (text ?? '')
    .split('---\n')
    .filter(one => one !== '')
    .map(one => ({ text: one, origin: { tool: 'file', file: 'all.yaml' } })),
  sources: new Map(),
  settings: [],
  findings:
    text === null
      ? [renderFinding('render/failed', 'error', 'it broke', lineAt('c/Chart.yaml'), {})]
      : [],
  unknown: [],
  failed: text === null,
  ...more
})

const mesh = (
  name: string,
  base: RenderedSide | null,
  head: RenderedSide,
  changed = true
): RenderedMesh => ({
  mesh: name,
  base,
  head,
  changed,
  namespace: null,
  renderedFrom: []
})

const step = { kind: 'kustomize', path: 'x' } as const
const files = (text: Readonly<Record<string, string>>, name: 'base' | 'head') => ({
  name,
  files: Object.entries(text).map(([path, content]) => ({
    path,
    bytes: new TextEncoder().encode(content),
    side: name
  })),
  skipped: []
})

function reviewed(
  rendered: readonly RenderedMesh[],
  base: Readonly<Record<string, string>> = {},
  head: Readonly<Record<string, string>> = base
) {
  const meshes = rendered.map(({ mesh: name }) => ({
    name,
    paths: [],
    exclude: [],
    context: [],
    istio: null,
    defaultNamespace: null,
    meshConfig: null,
    features: {},
    render: step
  }))
  return review({
    command: 'check',
    base: files(base, 'base'),
    head: files(head, 'head'),
    config: { ...defaultConfig, meshes },
    schemas,
    version: '0',
    rendered
  })
}

describe('a mesh that is rendered', () => {
  test('is compared by what was rendered, and equal effects of several are one', () => {
    const report = reviewed([
      mesh('dev', side(route('30s')), side(route('3s'))),
      mesh('prod', side(route('30s')), side(route('3s')))
    ])
    expect(
      report.effects.map(({ kind, mesh, members }) => [kind, mesh, members.map(one => one.mesh)])
    ).toEqual([['settings-changed', 'dev', ['prod']]])
    expect(report.effects[0]?.causes.map(({ at }) => at.file)).toContain('dev/all.yaml (rendered)')
    expect(report.coverage.manifests).toEqual({ base: 4, head: 4 })
  })

  test.each([
    ['head', side(route('30s')), side(null)],
    ['base', side(null), side(route('3s'))],
    ['head, of both', side(null), side(null)]
  ])('of which %s failed is unknown, never unchanged, and the others go on', (_, base, head) => {
    const report = reviewed([
      mesh('broken', base, head),
      mesh('whole', side(route('30s')), side(route('3s')))
    ])
    expect(report.effects.map(effect => effect.mesh)).toEqual(['whole'])
    expect(report.unknown.length).toBeGreaterThan(0)
    expect(new Set(report.unknown.map(({ mesh, reason }) => `${mesh} ${reason}`))).toEqual(
      new Set(['broken render'])
    )
    expect(report.verdict.reasons.map(({ gate }) => gate)).toContain('no-unknown')
    const { introduced, remaining, resolved } = report.findings
    const counted = [introduced, remaining, resolved].map(
      list => list.filter(({ id }) => id === 'render/failed').length
    )
    expect(counted).toEqual([
      head.failed && !base.failed ? 1 : 0,
      head.failed && base.failed ? 1 : 0,
      base.failed && !head.failed ? 1 : 0
    ])
  })

  test('that fails on both sides alike and did not change leaves nothing open', () => {
    const report = reviewed([mesh('broken', side(null), side(null), false)])
    expect([report.unknown, report.effects, report.findings.introduced]).toEqual([[], [], []])
    expect(report.findings.remaining.map(({ id }) => id)).toEqual(['render/failed'])
  })

  test('carries what its renderer could not know, where it changed', () => {
    const unknown = [
      { reason: 'render', message: 'asks the cluster', subject: null, at: null }
    ] as const
    const head = side(route('30s'), { unknown })
    const open = reviewed([mesh('a', side(route('30s')), head)])
    expect(open.unknown.map(({ message }) => message)).toEqual(['asks the cluster'])
    expect(reviewed([mesh('a', head, head, false)]).unknown).toEqual([])
  })

  test('accounts for changed templates that it used, and for no other', () => {
    const used = new Map([['c/templates/a.yaml', new Uint8Array()]])
    const chart = { 'c/Chart.yaml': 'name: c\n', 'c/templates/b.yaml': 'a: {{ .b }}\n' }
    const report = reviewed(
      [mesh('a', side(route('30s')), side(route('30s'), { sources: used }))],
      { ...chart, 'c/templates/a.yaml': 'a: {{ .a }}\n' },
      { ...chart, 'c/templates/a.yaml': 'a: {{ .c }}\n', 'c/templates/b.yaml': 'a: {{ .c }}\n' }
    )
    expect(report.unknown.map(({ at }) => at?.file)).toEqual(['c/templates/b.yaml'])
    expect(report.coverage.skipped.map(({ file }) => file)).not.toContain('c/templates/a.yaml')
  })
})

test('explain asks what was rendered, and refuses to answer for what was not', () => {
  const config = {
    ...defaultConfig,
    meshes: [
      {
        name: 'a',
        paths: [],
        exclude: [],
        context: [],
        istio: null,
        defaultNamespace: null,
        meshConfig: null,
        features: {},
        render: step
      }
    ]
  }
  const asked = (head: RenderedSide) =>
    explainer({ side: files({}, 'head'), config, rendered: [mesh('a', null, head)] })
  expect(() => asked(side(null))).toThrow('The mesh a could not be rendered: it broke')
  const explained = asked(side(route('3s')))
  const line = readRequestLine('GET http://reviews:9080/')
  const request = readRequest({ ...line, from: 'shop/any', headers: {} }, 'x', explained.callers)
  expect(explained.answer(request)).toMatchObject({
    outcome: 'served',
    destinations: [{ host: 'reviews.shop.svc.cluster.local' }]
  })
})
