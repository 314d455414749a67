import { describe, expect, test } from '@jest/globals'
import { read, virtualService } from './reading.ts'

/** `path:line reason` of everything that was seen and not read. */
function skipped(files: Readonly<Record<string, string>>): string[] {
  return read(files).skipped.map(({ file, line, reason }) => `${file}:${line ?? '-'} ${reason}`)
}

const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n'

describe('Helm', () => {
  test('a chart: its description, values and templates, but not its CRDs or its neighbours', () => {
    const files = {
      'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
      'charts/web/requirements.yaml': 'dependencies: []\n',
      'charts/web/values.yaml': 'replicas: 2\n',
      'charts/web/values-prod.yaml': 'replicas: 3\n',
      'charts/web/ci/test-values.yaml': 'replicas: 1\n',
      'charts/web/templates/service.yaml': service,
      'charts/web/templates/deep/route.yaml': 'name: {{ .Values.name }}\n',
      'charts/web/crds/a.yaml': service,
      'charts/templates/b.yaml': service
    }
    expect(skipped(files)).toEqual([
      'charts/web/Chart.yaml:- helm-chart',
      'charts/web/requirements.yaml:- helm-chart',
      'charts/web/values.yaml:- helm-values',
      'charts/web/values-prod.yaml:- helm-values',
      'charts/web/ci/test-values.yaml:- helm-values',
      'charts/web/templates/service.yaml:- helm-template',
      'charts/web/templates/deep/route.yaml:- helm-template'
    ])
    expect(read(files).manifests).toHaveLength(2)
  })

  test('a chart at the root of the repository', () => {
    expect(
      skipped({ 'Chart.yaml': 'name: a\n', 'templates/a.yaml': service, 'values.yaml': 'a: 1\n' })
    ).toEqual([
      'Chart.yaml:- helm-chart',
      'templates/a.yaml:- helm-template',
      'values.yaml:- helm-values'
    ])
  })

  test.each([
    ['an action on a line', `{{- if .Values.on }}\n${virtualService}{{- end }}\n`],
    [
      'an action for a value',
      virtualService.replace('reviews]', 'reviews]\n  timeout: {{ .Values.timeout }}')
    ],
    [
      'an action for an item',
      virtualService.replace('hosts: [reviews]', 'hosts:\n  - {{ .Values.host }}')
    ],
    [
      'an action before text',
      virtualService.replace('name: reviews', 'name: {{ .Release.Name }}-reviews')
    ],
    [
      'an include',
      virtualService.replace(
        'namespace: shop',
        'labels:\n    {{- include "labels" . | nindent 4 }}'
      )
    ]
  ])('%s makes the whole file a template, wherever it is', (_, text) => {
    const reading = read({ 'a.yaml': `${service}---\n${text}` })
    expect(reading.skipped).toMatchObject([{ file: 'a.yaml', line: null, reason: 'helm-template' }])
    expect([reading.manifests, reading.findings]).toEqual([[], []])
  })

  test('an action that stands in a document of its own governs the others', () => {
    const reading = read({
      'a.yaml': `{{- range .Values.names }}\n---\n${service}---\n{{- end }}\n`
    })
    expect(reading.skipped).toMatchObject([{ line: null, reason: 'helm-template' }])
    expect(reading.manifests).toEqual([])
  })

  test('braces in quotes, block scalars and comments are plain YAML', () => {
    const text = `# {{ note }}\n${virtualService}  text: "{{ a }}"\n  lua: |\n    {{ b }}\n  regex: 'a{{2}}'\n  part: x{{ c }}\n`
    const { manifests, skipped: aside } = read(text)
    expect(aside).toEqual([])
    expect(manifests[0]?.spec).toMatchObject({
      text: '{{ a }}',
      lua: '{{ b }}\n',
      part: 'x{{ c }}'
    })
  })

  test('an object whose name is not filled in is skipped alone', () => {
    const files = {
      'a.yaml': `${virtualService.replace('name: reviews', 'name: "{{ .name }}"')}---\n${service}`,
      'b.yaml': virtualService.replace('namespace: shop', `namespace: $${'{TEAM}'}`)
    }
    expect(skipped(files)).toEqual(['a.yaml:1 helm-template', 'b.yaml:1 placeholder'])
    expect(read(files).manifests).toHaveLength(1)
  })

  test('a broken document with braces that are not the reason is broken', () => {
    const { findings } = read(`${virtualService}  text: "{{ a }}"\n  bad: [\n`)
    expect(findings.map(({ id }) => id)).toEqual(['manifest/invalid-yaml'])
  })
})

describe('kustomize', () => {
  test('kustomizations and the patches that they name', () => {
    const files = {
      'base/kustomization.yaml': 'resources: [a.yaml]\n',
      'base/a.yaml': service,
      'prod/kustomization.yml': `resources: [../base, own.yaml]
patches:
- path: patches/a.yaml
- path: ./b.yaml
  target: {kind: Service}
- patch: |-
    - op: remove
      path: /spec
patchesStrategicMerge: [c.yaml]
patchesJson6902:
- path: d.json.yaml
replacements:
- path: replace.yaml
`,
      'prod/own.yaml': service,
      'prod/patches/a.yaml': service,
      'prod/b.yaml': service,
      'prod/c.yaml': service,
      'prod/d.json.yaml': '- op: replace\n  path: /spec/replicas\n  value: 3\n',
      'prod/replace.yaml': 'source: {}\n'
    }
    expect(skipped(files)).toEqual([
      'base/kustomization.yaml:- kustomization',
      'prod/kustomization.yml:- kustomization',
      'prod/patches/a.yaml:- kustomize-patch',
      'prod/b.yaml:- kustomize-patch',
      'prod/c.yaml:- kustomize-patch',
      'prod/d.json.yaml:- kustomize-patch',
      'prod/replace.yaml:- kustomization'
    ])
    expect(read(files).manifests.map(({ file }) => file)).toEqual(['base/a.yaml', 'prod/own.yaml'])
  })

  test('a file that is a patch and a resource is read', () => {
    const files = {
      'a/kustomization.yaml': 'patches: [{path: ../x.yaml}]\n',
      'b/kustomization.yaml': 'resources: [../x.yaml]\n',
      'x.yaml': service
    }
    expect(read(files).manifests).toHaveLength(1)
  })

  test('patches that no kustomization names: JSON patches and $patch', () => {
    expect(skipped({ 'a.yaml': '- op: add\n  path: /spec/kind\n  value: {kind: 1}\n' })).toEqual([
      'a.yaml:- kustomize-patch'
    ])
    expect(skipped({ 'b.yaml': `${service}$patch: delete\n` })).toEqual([
      'b.yaml:- kustomize-patch'
    ])
  })

  test('a kustomization that cannot be read names nothing and is still none of the manifests', () => {
    const files = { 'kustomization.yaml': 'patches: [\n', 'a.yaml': service }
    expect(skipped(files)).toEqual(['kustomization.yaml:- kustomization'])
    expect(read(files).manifests).toHaveLength(1)
  })

  test('paths that leave the repository or name a URL name nothing', () => {
    const files = {
      'kustomization.yaml':
        'patches: [{path: ../a.yaml}, {path: /a.yaml}, {path: "https://example.com/a.yaml"}]\n',
      'a.yaml': service
    }
    expect(read(files).manifests).toHaveLength(1)
  })
})

describe('what is no Kubernetes object', () => {
  test('a file of such documents is one entry, a document among objects its own', () => {
    const files = { 'a.yaml': 'a: 1\n---\nb: 2\n', 'b.yaml': `${service}---\na: 1\n---\n- 1\n` }
    expect(skipped(files)).toEqual([
      'a.yaml:- not-kubernetes',
      'b.yaml:5 not-kubernetes',
      'b.yaml:7 not-kubernetes'
    ])
  })

  test.each([
    ['a field of that name deeper down', 'a:\n  kind: Service\n  apiVersion: v1\n'],
    ['a list of objects', `- ${service.replaceAll('\n', '\n  ')}\n`],
    ['a text', 'kind: of a text\n'],
    ['a workflow', 'on: push\njobs: {a: {steps: [{run: "kind create cluster"}]}}\n']
  ])('%s', (_, text) => {
    expect(skipped({ 'a.yaml': text })).toEqual(['a.yaml:- not-kubernetes'])
  })
})

/** The type of a document is read off its first column, or it is read whole: never taken from anywhere else. */
describe('a type that is hidden', () => {
  const hidden = 'metadata: {name: a}\nspec: {hosts: [a]}\n'
  test.each([
    ['in quotes', '"apiVersion": networking.istio.io/v1\n"kind": "VirtualService"\n'],
    ['in escapes', '"\\u006bind": VirtualService\napiVersion: networking.istio.io/v1\n'],
    ['behind an explicit key', '? kind\n: VirtualService\napiVersion: networking.istio.io/v1\n'],
    ['in a merge', '<<: {kind: VirtualService, apiVersion: networking.istio.io/v1}\n'],
    ['on the next line', 'kind:\n  VirtualService\napiVersion: networking.istio.io/v1\n'],
    [
      'behind another kind in a text',
      'note: "\nkind: ConfigMap\n"\nkind: VirtualService\napiVersion: networking.istio.io/v1\n'
    ],
    ['behind a tag', 'kind: !!str VirtualService\napiVersion: networking.istio.io/v1\n']
  ])('%s', (_, type) => {
    expect(read(type + hidden).manifests.map(({ ref }) => ref.kind)).toEqual(['VirtualService'])
  })

  test('an indented document, and one in braces', () => {
    const lines = virtualService.replace(/^(?=.)/gm, '   ')
    const braces =
      '{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a}}\n'
    for (const text of [lines, `---\n${braces}`, `--- ${braces}`])
      expect(read(text).manifests).toHaveLength(1)
  })
})
