import { expect, test } from '@jest/globals'
import type { SideFiles } from '../../src/manifest/manifest.ts'
import { loadRules } from '../../src/review/load-rules.ts'
import { ruleNeed } from '../../src/review/rule-text.ts'

function side(name: 'base' | 'head', files: Readonly<Record<string, string>>): SideFiles {
  const encoder = new TextEncoder()
  return {
    name,
    files: Object.entries(files).map(([path, text]) => ({
      path,
      bytes: encoder.encode(text),
      side: name
    })),
    skipped: []
  }
}

const istio = 'apiVersion: networking.istio.io/v1\nkind: Sidecar\n'
const route = 'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n'
const plain = 'apiVersion: v1\nkind: Service\n'

test.each([
  ['none', { 'a.yaml': plain }],
  ['plain', { 'a.yaml': plain, 'b.yaml': istio }],
  ['library', { 'a.yaml': istio, 'b.yaml': route }],
  ['library', { 'a.yaml': 'apiVersion: "networking\\u002eistio.io/v1"\n' }]
] as const)('of one state: %s', (need, files) => {
  expect(ruleNeed(null, side('head', files), [])).toBe(need)
})

test('of two sides only what differs counts', () => {
  const base = side('base', { 'a.yaml': route, 'b.yaml': istio })
  expect(ruleNeed(base, side('head', { 'a.yaml': route, 'b.yaml': istio }), [])).toBe('none')
  expect(ruleNeed(base, side('head', { 'a.yaml': route, 'b.yaml': `${istio}#\n` }), [])).toBe(
    'plain'
  )
  expect(ruleNeed(base, side('head', { 'b.yaml': istio }), [])).toBe('library')
})

test('what is needed is loaded', async () => {
  expect(await loadRules('none')).toEqual({})
  const [reader, library] = [await loadRules('plain'), await loadRules('library')]
  expect(reader.expressions?.name).toBe('validatePlainExpressions')
  expect(library.expressions?.name).toBe('validateExpressions')
})
