import { describe, expect, test } from '@jest/globals'
import type { FieldPath } from '../../../src/finding.ts'
import type { SourceOrigin } from '../../../src/manifest/manifest.ts'
import { helmOrigin } from '../../../src/manifest/origin/helm.ts'
import { kustomizeOrigin } from '../../../src/manifest/origin/kustomize.ts'
import { SettingsFiles } from '../../../src/manifest/origin/settings.ts'
import { readManifests } from '../../../src/manifest/read.ts'
import type { SettingsFile } from '../../../src/manifest/rendered.ts'

type Files = Readonly<Record<string, string>>

function settings(files: Files): SettingsFiles {
  return new SettingsFiles(
    new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]))
  )
}

/** Places of a field of the one object of a rendered text, as `file:line:column quoted`. */
function placesOf(text: string, origin: SourceOrigin, path: FieldPath, files: Files): string[] {
  const bytes = new TextEncoder().encode(text)
  const rendered = [{ path: 'x (rendered)', bytes, side: 'head' as const, origin }]
  const { manifests } = readManifests(rendered, { defaultNamespace: 'default' })
  const [manifest] = manifests
  if (manifest === undefined) throw new Error('nothing was read')
  const all = [manifest.locate(path), ...(manifest.alsoAt?.(path) ?? []).map(({ at }) => at)]
  return all.map(({ file, start, end }) => {
    const line = (files[file] ?? text).split('\n')[start.line - 1] ?? ''
    const quoted = line.slice(
      start.column - 1,
      end.line === start.line ? end.column - 1 : undefined
    )
    return `${file}:${start.line}:${start.column} ${quoted.trim()}`
  })
}

const object = (timeout: string, name = 'reviews') => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${name}
spec:
  hosts:
  - reviews
  http:
  - route:
    - destination:
        host: reviews
    timeout: ${timeout}
`
const timeout = ['spec', 'http', 0, 'timeout']

describe('an object of kustomize', () => {
  const at = (files: Files, path: FieldPath, text: string, other: Files | null = null) => {
    const order = ['overlays/prod/kustomization.yaml', 'base/kustomization.yaml']
    const origin = kustomizeOrigin(
      'base/vs.yaml',
      'overlays/prod/kustomization.yaml',
      order,
      settings(files),
      other === null ? null : settings(other)
    )
    return placesOf(text, origin, path, files)
  }
  const base = {
    'base/vs.yaml': object('30s'),
    'base/kustomization.yaml': 'resources: [vs.yaml]\n'
  }
  const overlay = (text: string, more: Files = {}) => ({
    ...base,
    'overlays/prod/kustomization.yaml': text,
    ...more
  })

  test('is where its resource says it', () => {
    expect(at(overlay(''), timeout, object('30s'))).toEqual(['base/vs.yaml:12:14 30s'])
    expect(at(overlay('namePrefix: p-\n'), timeout, object('30s', 'p-reviews'))).toEqual([
      'base/vs.yaml:12:14 30s'
    ])
  })

  test('is in the merge patch that set it: the last one of the outermost kustomization', () => {
    const files = overlay('patches:\n- path: one.yaml\n- path: two.yaml\n', {
      'base/kustomization.yaml': 'patchesStrategicMerge: [p.yaml]\n',
      'base/p.yaml': object('5s'),
      'overlays/prod/one.yaml': object('5s'),
      'overlays/prod/two.yaml': object('5s')
    })
    expect(at(files, timeout, object('5s'))).toEqual(['overlays/prod/two.yaml:12:14 5s'])
    expect(at(files, ['spec', 'hosts', 0], object('5s'))).toEqual([
      'overlays/prod/two.yaml:7:5 reviews'
    ])
  })

  test('is in the operation of a JSON patch, in a file or in place', () => {
    const operation = '- op: replace\n  path: /spec/http/0/timeout\n  value: 5s\n'
    const file = overlay('patches:\n- path: p.yaml\n  target: {kind: VirtualService}\n', {
      'overlays/prod/p.yaml': operation
    })
    expect(at(file, timeout, object('5s'))).toEqual(['overlays/prod/p.yaml:3:10 5s'])
    const inline = overlay(
      `patches:\n- target: {kind: VirtualService}\n  patch: |-\n    ${operation.replaceAll('\n', '\n    ')}\n`
    )
    expect(at(inline, timeout, object('5s'))).toHaveLength(1)
    expect(at(inline, timeout, object('5s')).join()).toMatch(
      /^overlays\/prod\/kustomization\.yaml:6:1 +value: 5s|^overlays\/prod\/kustomization\.yaml:6:1 /
    )
  })

  test('is not in a patch of another kind, name or value', () => {
    const files = overlay('patches:\n- path: a.yaml\n- path: b.yaml\n- path: c.yaml\n', {
      'overlays/prod/a.yaml': object('5s').replace('VirtualService', 'Gateway'),
      'overlays/prod/b.yaml': object('5s', 'ratings'),
      'overlays/prod/c.yaml': object('6s')
    })
    expect(at(files, timeout, object('5s'))).toEqual(['base/vs.yaml:12:14 30s'])
  })

  test('of a route, is in the patch that was edited and sets part of it', () => {
    const patch = (value: string) =>
      overlay('patches:\n- {path: p.yaml, target: {kind: VirtualService}}\n', {
        'overlays/prod/p.yaml': `- op: replace\n  path: /spec/http/0/timeout\n  value: ${value}\n`
      })
    const route = ['spec', 'http', 0]
    expect(at(patch('5s'), route, object('5s'), patch('6s'))).toEqual([
      'overlays/prod/p.yaml:3:10 5s'
    ])
    expect(at(patch('5s'), route, object('5s'), patch('5s')).join()).toContain('base/vs.yaml:9:5')
  })

  test('of a generator, is in the rendered document', () => {
    const origin = kustomizeOrigin(null, 'k/kustomization.yaml', [], settings({}), null)
    expect(origin.file).toBe('k/kustomization.yaml')
    expect(placesOf(object('5s'), origin, timeout, {})).toEqual(['x (rendered):12:14 5s'])
  })
})

describe('an object of Helm', () => {
  const template = 'charts/shop/templates/vs.yaml'
  const body = object('{{ .Values.route.timeout }}')
  const order: SettingsFile[] = [
    { file: 'env/prod.yaml', scope: [] },
    { file: 'charts/shop/values.yaml', scope: [] }
  ]
  const at = (
    files: Files,
    path: FieldPath,
    text: string,
    {
      chart = [] as string[],
      other = null as Files | null,
      files: list = order,
      from = template
    } = {}
  ) => {
    const origin = helmOrigin(
      from,
      chart,
      'shop',
      list,
      settings(files),
      other === null ? null : settings(other)
    )
    return placesOf(text, origin, path, files)
  }

  test('is at the line of its template, and of the strongest values', () => {
    const files = {
      [template]: body,
      'env/prod.yaml': 'route:\n  timeout: 5s\n',
      'charts/shop/values.yaml': 'route: {timeout: 9s}\n'
    }
    expect(at(files, timeout, object('5s'))).toEqual([
      `${template}:12:5 timeout: {{ .Values.route.timeout }}`,
      'env/prod.yaml:2:12 5s'
    ])
    expect(at({ ...files, 'env/prod.yaml': '{}\n' }, timeout, object('9s'))).toEqual([
      `${template}:12:5 timeout: {{ .Values.route.timeout }}`,
      'charts/shop/values.yaml:1:18 9s'
    ])
  })

  test('is at no line of values that say something else: a flag set it', () => {
    const files = { [template]: body, 'env/prod.yaml': 'route: {timeout: 9s}\n' }
    expect(at(files, timeout, object('5s'))).toHaveLength(1)
  })

  test('is in the document of its template that has its kind and name', () => {
    const files = {
      [template]: `${object('1s', 'a')}---\n{{ if .Values.b }}\n${object('2s', 'b')}{{ end }}`
    }
    expect(at(files, timeout, object('2s', 'b'))).toEqual([`${template}:26:5 timeout: 2s`])
  })

  test('is in the named template that was included, in whichever chart', () => {
    const files = {
      [template]: '{{ include "library.vs" . }}\n',
      'charts/library/templates/_vs.tpl': `{{- define "library.vs" -}}\n{{ if true }}x{{ end }}\n${body}{{- end }}\n`,
      'env/prod.yaml': 'route: {timeout: 5s}\n'
    }
    expect(at(files, timeout, object('5s'))).toEqual([
      'charts/library/templates/_vs.tpl:14:5 timeout: {{ .Values.route.timeout }}',
      'env/prod.yaml:1:18 5s'
    ])
  })

  test('of a subchart, is in the values of its parent under its name, then in its own, then in globals', () => {
    const from = 'charts/shop/charts/sub/templates/vs.yaml'
    const own = [{ file: 'charts/shop/charts/sub/values.yaml', scope: ['sub'] }]
    const files = {
      [from]: body,
      'env/prod.yaml': 'sub: {route: {timeout: 5s}}\nroute: {timeout: 5s}\n',
      'charts/shop/charts/sub/values.yaml': 'route: {timeout: 7s}\n'
    }
    const given = { chart: ['sub'], files: [...order, ...own], from }
    expect(at(files, timeout, object('5s'), given)[1]).toBe('env/prod.yaml:1:24 5s')
    const less = { ...files, 'env/prod.yaml': '{}\n' }
    expect(at(less, timeout, object('7s'), given)[1]).toBe(
      'charts/shop/charts/sub/values.yaml:1:18 7s'
    )
    const global = {
      [from]: object('{{ .Values.global.timeout }}'),
      'env/prod.yaml': 'global: {timeout: 4s}\n'
    }
    expect(at(global, timeout, object('4s'), given)[1]).toBe('env/prod.yaml:1:19 4s')
  })

  test('that values write out whole is at the lines of those values', () => {
    const files = {
      [template]: `${object('x').split('  http:')[0]}  http:\n  {{- toYaml .Values.http | nindent 2 }}\n`,
      'env/prod.yaml': 'http:\n- route:\n  - destination:\n      host: reviews\n  timeout: 5s\n'
    }
    expect(at(files, timeout, object('5s'))).toEqual([
      `${template}:8:3 http:`,
      'env/prod.yaml:5:12 5s'
    ])
  })

  test('of a route, is also at the values that were edited', () => {
    const files = (value: string) => ({
      [template]: object('{{ .Values.timeout }}').replaceAll(
        'host: reviews',
        'host: {{ .Values.host }}'
      ),
      'env/prod.yaml': `host: reviews\ntimeout: ${value}\n`
    })
    expect(at(files('5s'), ['spec', 'http', 0], object('5s'), { other: files('6s') })).toEqual([
      `${template}:9:3 - route:`,
      'env/prod.yaml:2:10 5s'
    ])
  })

  test('names the namespace of the release where it names none', () => {
    const origin = helmOrigin(template, [], 'shop', [], settings({ [template]: body }), null)
    const bytes = new TextEncoder().encode(object('5s'))
    const rendered = [{ path: 'x', bytes, side: 'head' as const, origin }]
    const { manifests } = readManifests(rendered, { defaultNamespace: 'default' })
    expect(
      manifests.map(({ ref, namespaceGiven, file }) => [ref.namespace, namespaceGiven, file])
    ).toEqual([['shop', true, template]])
  })
})
