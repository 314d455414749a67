import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/report/report.ts'
import { diffOf, saidEffects } from '../support/reviewed.ts'
import { filesFrom } from '../support/side.ts'
import { routed, shop, to } from './worlds.ts'

function unknowns({ unknown }: Report): string[] {
  return unknown.map(({ reason, message }) => `${reason}: ${message}`)
}

/** A kind whose code runs in the proxy: nothing can ever read what it does. */
const plugin = (fields: string) => `---
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: reviews, namespace: shop}
spec:
  selector: {matchLabels: {app: reviews, version: v1}}
  url: oci://example.com/plugin:1
  ${fields}
`

const filter = (applyTo: string) => `---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: lua, namespace: istio-system}
spec:
  configPatches: [{applyTo: ${applyTo}, match: {context: SIDECAR_OUTBOUND}, patch: {operation: MERGE, value: {}}}]
`

describe('what nothing reads yet', () => {
  const settings = (fields: string) =>
    `---\napiVersion: networking.istio.io/v1beta1\nkind: ProxyConfig\nmetadata: {name: reviews, namespace: shop}\nspec:\n  ${fields}\n`

  test('fields of one object are told in one line, with what they can touch', () => {
    const before = shop + settings('concurrency: 1\n  image: {imageType: debug}')
    const after = shop + settings('concurrency: 2\n  image: {imageType: distroless}')
    const report = diffOf(before, after)
    expect(unknowns(report)).toEqual([
      'field: 2 changed fields of ProxyConfig shop/reviews (spec.concurrency and spec.image.imageType) are not analysed yet: it could change telemetry'
    ])
    expect(report.verdict.outcome).toBe('warn')
    expect(report.unknown[0]?.at?.start.line).toBeGreaterThan(60)
  })

  test('a new object without a field could still decide everything', () => {
    const empty =
      '---\napiVersion: networking.istio.io/v1beta1\nkind: ProxyConfig\nmetadata: {name: none, namespace: shop}\n'
    const touched = 'it could change telemetry'
    expect(unknowns(diffOf(shop, shop + empty))).toEqual([
      `field: ProxyConfig shop/none is new, and objects of this kind are not analysed yet: ${touched}`
    ])
    expect(unknowns(diffOf(shop + empty, shop))).toEqual([
      `field: ProxyConfig shop/none was removed, and objects of this kind are not analysed yet: ${touched}`
    ])
  })

  test('an unchanged object that selects other pods now', () => {
    const before = shop + plugin('phase: AUTHN')
    const after = before.replace(
      'reviews, version: v2}}\n    spec',
      'reviews, version: v1}}\n    spec'
    )
    expect(unknowns(diffOf(before, after))).toEqual([
      'field: the labels of Deployment shop/reviews-v2 changed, so WasmPlugin shop/reviews selects other pods, and objects of this kind are not analysed yet'
    ])
  })

  test('another version of Istio', () => {
    const operator = (tag: string) => `${shop}---
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: istio, namespace: istio-system}
spec: {tag: ${tag}}
`
    const report = diffOf(operator('1.29.1'), operator('1.30.0'))
    expect(unknowns(report)).toEqual([])
    expect(report.notes?.at(-1)).toContain(
      'The mesh goes from Istio 1.29 (spec.tag of IstioOperator istio)'
    )
  })
})

describe('opaque pieces', () => {
  test('one that did not change is an assumption', () => {
    const one = routed(`- ${to('v1')}`) + filter('HTTP_FILTER')
    const other = routed(`- ${to('v2')}`) + filter('HTTP_FILTER')
    const report = diffOf(one, other)
    expect(unknowns(report)).toEqual([])
    expect(saidEffects(report)).toHaveLength(1)
    expect(report.unchanged.assumptions).toContainEqual({
      kind: 'opaque-unchanged',
      params: { ref: 'EnvoyFilter istio-system/lua' }
    })
  })

  test('routes that changed beneath a patch of routes', () => {
    const one = routed(`- ${to('v1')}`) + filter('HTTP_ROUTE')
    const other = routed(`- ${to('v2')}`) + filter('HTTP_ROUTE')
    expect(unknowns(diffOf(one, other))).toEqual([
      expect.stringMatching(
        /^opaque: routes of pods in .* and \d+ more changed beneath EnvoyFilter istio-system\/lua, which merges into a route: what it makes of them is unknown$/
      )
    ])
    expect(unknowns(diffOf(one, one))).toEqual([])
  })

  test('a changed one is unknown', () => {
    expect(unknowns(diffOf(shop + filter('HTTP_FILTER'), shop + filter('HTTP_ROUTE')))).toEqual([
      expect.stringMatching(
        /^opaque: EnvoyFilter istio-system\/lua merges into a route, for requests that sidecars send, at .*: what that makes of them is not known, everything else was compared$/
      )
    ])
  })
})

describe('what was not read', () => {
  const chart = (tag: string) => ({
    'mesh.yaml': shop,
    'chart/templates/vs.yaml': `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: {{ .Values.name }}\nspec:\n  hosts: [${tag}]\n`
  })

  test('a changed template is unknown, an unchanged one is only counted', () => {
    expect(unknowns(diffOf(chart('a'), chart('b')))).toEqual([
      'template: chart/templates/vs.yaml changed, is a Helm template and was not rendered: what it does is not known'
    ])
    const same = diffOf(chart('a'), chart('a'))
    expect(unknowns(same)).toEqual([])
    expect(same.coverage.skipped.map(({ reason }) => reason)).toEqual(['helm-template'])
  })

  test('what git skipped is told where its content changed', () => {
    const side = (name: 'base' | 'head', content: string) => ({
      name,
      files: filesFrom({ 'mesh.yaml': shop }, name),
      skipped: [
        { file: 'envs/prod', line: null, reason: 'symlink' as const, detail: 'a link', content }
      ]
    })
    const report = (before: string, after: string) =>
      diffOf({}, {}, { base: side('base', before), head: side('head', after) })
    expect(unknowns(report('../v1', '../v2'))).toEqual([
      'unreadable: envs/prod changed, is a symbolic link and was not followed: what it does is not known'
    ])
    expect(unknowns(report('../v1', '../v1'))).toEqual([])
    expect(JSON.stringify(report('../v1', '../v2').coverage)).not.toContain('../v2')
  })

  test('a broken document leaves its neighbours', () => {
    const report = diffOf(shop, `${routed(`- ${to('v1')}`)}---\nkind: Service\n  broken: [\n`)
    expect(unknowns(report)).toEqual([
      'unreadable: mesh.yaml changed, could not be read: what it does is not known'
    ])
    expect(saidEffects(report)).toHaveLength(1)
  })
})
