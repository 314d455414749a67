import { expect, test } from '@jest/globals'
import type { HelmStep, RenderedSide } from '../../src/manifest/rendered.ts'
import { renderLimits } from '../../src/render/limits.ts'
import { renderMeshes } from '../../src/render/render.ts'
import { describeRenderers, type Files, renderHead, renderInput } from '../support/renderers.ts'

const chart = (more: Partial<HelmStep> = {}): HelmStep => ({
  kind: 'helm',
  chart: 'charts/shop',
  values: [],
  set: {},
  release: 'shop',
  namespace: null,
  kubeVersion: null,
  apiVersions: [],
  ...more
})

const shop = (templates: Readonly<Record<string, string>>, more: Files = {}): Files => ({
  'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  ...Object.fromEntries(
    Object.entries(templates).map(([name, text]) => [`charts/shop/templates/${name}`, text])
  ),
  ...more
})

const route = (name: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${name}
spec: {hosts: [${name}]}
`

function said({ findings }: RenderedSide): string[] {
  return findings.map(({ id, message, at }) => {
    if ('manifest' in at) throw new Error('a place in a manifest')
    return `${id} ${at.file}:${at.start.line}:${at.start.column} ${message}`
  })
}

const texts = (side: RenderedSide) => side.documents.map(({ text }) => text).join('---\n')

describeRenderers('kustomize', () => {
  const base = {
    'base/kustomization.yaml': 'resources: [vs.yaml]\n',
    'base/vs.yaml': route('reviews')
  }

  test('builds an overlay and says where each object comes from, without a trace in it', async () => {
    const side = await renderHead(
      { kind: 'kustomize', path: 'overlays/prod' },
      {
        ...base,
        'overlays/prod/kustomization.yaml': `resources: [../../base]
namePrefix: prod-
commonAnnotations: {team: shop}
configMapGenerator:
- {name: istio, literals: [a=b]}
`
      }
    )
    expect(said(side)).toEqual([])
    expect(side.documents.map(({ origin }) => origin)).toEqual([
      { tool: 'kustomize', resource: null, kustomization: 'overlays/prod/kustomization.yaml' },
      {
        tool: 'kustomize',
        resource: 'base/vs.yaml',
        kustomization: 'overlays/prod/kustomization.yaml'
      }
    ])
    expect(texts(side)).toContain('name: prod-reviews')
    expect(texts(side)).toContain('team: shop')
    expect(texts(side)).not.toContain('config.kubernetes.io')
    expect([...side.sources.keys()].sort()).toEqual([
      'base/kustomization.yaml',
      'base/vs.yaml',
      'overlays/prod/kustomization.yaml'
    ])
  })

  test('keeps annotations of origin that the kustomization itself asks for', async () => {
    const side = await renderHead(
      { kind: 'kustomize', path: 'base' },
      {
        ...base,
        'base/kustomization.yaml': 'resources: [vs.yaml]\nbuildMetadata: [originAnnotations]\n'
      }
    )
    expect(texts(side)).toContain('config.kubernetes.io/origin')
  })

  test('fails at the file that it names', async () => {
    const side = await renderHead(
      { kind: 'kustomize', path: 'base' },
      { ...base, 'base/vs.yaml': `${route('a')}x: y: z\n` }
    )
    expect([side.failed, side.documents]).toEqual([true, []])
    expect(said(side).join()).toMatch(
      /^render\/failed base\/vs\.yaml:1:1 kustomize could not render/
    )
    expect(said(side).join()).not.toContain('meshproof-render-')
  })

  test('leaves nothing of a generated Secret in a message', async () => {
    const canary = 'canary-Zm9vYmFy-93021'
    const side = await renderHead(
      { kind: 'kustomize', path: 'base' },
      {
        ...base,
        'base/kustomization.yaml': `resources: [vs.yaml]
secretGenerator:
- name: a
  literals: [password=${canary}]
- name: a
  literals: ["password=${canary}"]
`
      }
    )
    expect(said(side)).toHaveLength(1)
    expect(JSON.stringify(side.findings)).not.toContain(canary)
  })
})

describeRenderers('helm', () => {
  test('renders values of all kinds, namespaces, versions and local libraries', async () => {
    const files = shop(
      {
        'vs.yaml': `{{- include "library.route" . }}
---
# {{ .Capabilities.KubeVersion.Version }} {{ .Capabilities.APIVersions.Has "example.com/v1/Thing" }}
apiVersion: v1
kind: Service
metadata: {name: "{{ .Values.image.tag }}-{{ .Values.count }}-{{ .Release.Name }}", namespace: {{ .Release.Namespace }}}
`
      },
      {
        'charts/shop/Chart.yaml': `apiVersion: v2
name: shop
version: 1.0.0
dependencies:
- {name: library, version: 1.x.x, repository: "file://../library"}
`,
        'charts/library/Chart.yaml':
          'apiVersion: v2\nname: library\ntype: library\nversion: 1.2.0\n',
        'charts/library/templates/_route.tpl': `{{- define "library.route" -}}
${route('{{ .Values.host }}')}{{- end }}`,
        'env/a.yaml': 'host: a\n',
        'env/b.yaml': 'host: b\n'
      }
    )
    const side = await renderHead(
      chart({
        values: ['env/a.yaml', 'env/b.yaml'],
        set: { 'image.tag': '1.10', count: 3 },
        namespace: 'mesh',
        kubeVersion: '1.33.1',
        apiVersions: ['example.com/v1/Thing']
      }),
      files
    )
    expect(said(side)).toEqual([])
    expect(texts(side)).toContain('spec: {hosts: [b]}')
    expect(texts(side)).toContain('{name: "1.10-3-shop", namespace: mesh}')
    expect(texts(side)).toContain('# v1.33.1 true')
    expect(side.documents[0]?.origin).toEqual({
      tool: 'helm',
      template: 'charts/shop/templates/vs.yaml',
      chart: []
    })
  })

  test('fails at the line that it names', async () => {
    const side = await renderHead(
      chart(),
      shop({ 'vs.yaml': `${route('a')}\n{{ required "set the host" .Values.host }}\n` })
    )
    expect(said(side)).toEqual([
      expect.stringMatching(
        /^render\/failed charts\/shop\/templates\/vs\.yaml:7:\d+ helm could not render charts\/shop\/Chart\.yaml: .*set the host/
      )
    ])
  })

  test('says what a template asks of the cluster or of a name server, and answers nothing', async () => {
    const side = await renderHead(
      chart(),
      shop({
        'lookup.yaml': `{{- $s := lookup "v1" "Service" "shop" "reviews" }}\n${route('a{{ len $s }}')}`,
        'dns.yaml': route('b{{ getHostByName "canary.example.com" }}'),
        'secret.yaml':
          '{{ $s := lookup "v1" "Secret" "a" "b" }}\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\n',
        'comment.yaml': `{{/* lookup */}}\na: {{ print "now" }}\n`,
        'values.yaml': `a: {{ .Values.lookup }}`
      })
    )
    expect(side.failed).toBe(false)
    expect(
      said(side)
        .map(text => text.split(' ').slice(0, 2).join(' '))
        .sort()
    ).toEqual([
      'render/cluster-lookup charts/shop/templates/lookup.yaml:1:11',
      'render/network-lookup charts/shop/templates/dns.yaml:4:13'
    ])
    expect(side.unknown).toHaveLength(2)
    expect(texts(side)).toContain('name: a0\n')
    expect(texts(side)).toContain('name: b\n')
  })

  test('finds what differs each time it is rendered, Secrets aside', async () => {
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a: '{{ randAlphaNum 9 | b64enc }}'}\n`
    const quiet = await renderHead(
      chart(),
      shop({ '_password.tpl': '{{ define "p" }}{{ randAlphaNum 9 }}{{ end }}', 's.yaml': secret })
    )
    expect(quiet.unknown).toEqual([])
    const side = await renderHead(chart(), shop({ 'vs.yaml': route('a{{ randNumeric 9 }}') }))
    expect(
      side.unknown.map(({ reason, message }) => [reason, message.includes('randNumeric')])
    ).toEqual([['render', true]])
  })

  test('that writes nothing is told, and proves nothing', async () => {
    const side = await renderHead(chart(), shop({ 'a.yaml': '{{ if .Values.on }}a: b{{ end }}' }))
    expect(said(side)).toEqual([
      expect.stringMatching(/^render\/nothing-rendered charts\/shop\/Chart\.yaml:1:1 /)
    ])
    expect([side.failed, side.unknown.length]).toEqual([false, 1])
  })

  test('runs a command in a copy of the files, without the environment, where that is allowed', async () => {
    process.env.MESHPROOF_CANARY = 'canary'
    const step = { kind: 'command', run: ['./render.sh', 'prod'] } as const
    const files = {
      'render.sh': '#!/bin/sh\ncat vs.yaml; echo "# $1 $MESHPROOF_CANARY|"\n',
      'vs.yaml': route('a')
    }
    const side = await renderHead(step, files, { allowCommands: true })
    delete process.env.MESHPROOF_CANARY
    expect(said(side)).toEqual([])
    expect(texts(side)).toBe(`${route('a')}# prod |\n`)
    const failing = await renderHead(
      { kind: 'command', run: ['sh', '-c', 'echo broken >&2; exit 4'] },
      files,
      { allowCommands: true }
    )
    expect(said(failing).join()).toContain('render/failed')
    expect(said(failing).join()).toContain('broken')
  })

  test('reads no file outside of the chart', async () => {
    const canary = 'canary-outside-the-chart'
    const side = await renderHead(
      chart(),
      shop(
        {
          'vs.yaml': `${route('a')}# {{ .Files.Get "../../secret.txt" }}{{ .Files.Get "/etc/hostname" }}{{ range $p, $b := .Files.Glob "../**" }}{{ $p }}{{ end }}|\n`
        },
        { 'secret.txt': canary }
      )
    )
    expect(texts(side)).toContain('# |')
    expect(texts(side)).not.toContain(canary)
  })

  test('loads no schema from elsewhere', async () => {
    for (const reference of ['https://example.com/s.json', 'file:///etc/passwd', '../s.json']) {
      const side = await renderHead(
        chart(),
        shop({}, { 'charts/shop/values.schema.json': JSON.stringify({ $ref: reference }) })
      )
      expect(said(side)).toEqual([expect.stringContaining('render/remote-schema')])
    }
  })

  test('prints no secret of values, whatever a template does with it', async () => {
    const canary = 'canary-7f3b9a1c55d2'
    const side = await renderHead(
      chart({ values: ['env/prod.yaml'] }),
      shop(
        {
          'vs.yaml': `{{ fail (printf "bad password %s %s %s" .Values.db.password (b64enc .Values.db.password) .Values.token) }}`
        },
        {
          'env/prod.yaml': `db:\n  password: ${canary}\ntoken: "${canary}-two"\nhost: shop.example.com\n`
        }
      )
    )
    expect(side.failed).toBe(true)
    expect(JSON.stringify(side.findings)).not.toContain('canary')
    expect(JSON.stringify(side.findings)).not.toContain(
      Buffer.from(canary).toString('base64').slice(0, 12)
    )
    expect(said(side).join()).toContain('bad password [hidden]')
  })

  test('stops a template that loops, one that writes without end, and one that eats memory', async () => {
    const endless = await renderHead(
      chart(),
      shop({
        'a.yaml': '{{- range until 2000000000 }}{{- range until 2000000000 }}{{ end }}{{ end }}'
      }),
      { limits: { ...renderLimits, seconds: 2, memoryBytes: 1024 * 1024 * 1024 } }
    )
    expect(endless.failed).toBe(true)
    expect(said(endless).join()).toMatch(
      /render\/(?:timeout|out-of-bounds) charts\/shop\/Chart\.yaml/
    )
    const loop = await renderHead(
      chart(),
      shop({
        'a.yaml':
          '{{- define "x" }}{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}{{ end }}{{ include "x" . }}'
      }),
      { limits: { ...renderLimits, seconds: 2 } }
    )
    expect(said(loop).join()).toContain('render/timeout charts/shop/Chart.yaml:1:1 helm had not')
    const large = await renderHead(
      chart(),
      shop({ 'a.yaml': `a: b\n{{ range until 20000 }}# ${'x'.repeat(98)}\n{{ end }}` }),
      { limits: { ...renderLimits, outputBytes: 1024 * 1024 } }
    )
    expect(large.failed).toBe(true)
    expect(said(large).join()).toContain('render/too-large charts/shop/Chart.yaml:1:1')
  }, 60_000)
})

describeRenderers('several meshes', () => {
  test('of one chart: one that fails does not keep the others', async () => {
    const files = shop(
      { 'vs.yaml': route('{{ required "host" .Values.host }}') },
      { 'env/dev.yaml': 'host: dev\n', 'env/prod.yaml': '{}\n' }
    )
    const meshes = ['dev', 'prod'].map(name => ({
      name,
      step: chart({ values: [`env/${name}.yaml`], release: name }),
      defaultNamespace: 'default'
    }))
    const rendered = await renderMeshes(renderInput(meshes, files, files))
    expect(rendered.map(({ mesh, head, changed }) => [mesh, head.failed, changed])).toEqual([
      ['dev', false, false],
      ['prod', true, false]
    ])
    // What is equal on both sides is rendered once.
    for (const { base, head } of rendered) expect(base).toBe(head)
  })

  test('a chart that is new has an empty base, one whose base is broken has a failed one', async () => {
    const files = shop({ 'vs.yaml': route('a') })
    const meshes = [{ name: 'prod', step: chart(), defaultNamespace: 'default' }]
    const [fresh] = await renderMeshes(renderInput(meshes, files, { 'x.yaml': '' }))
    expect([fresh?.base?.failed, fresh?.base?.documents, fresh?.changed]).toEqual([false, [], true])
    const [mended] = await renderMeshes(renderInput(meshes, files, shop({ 'a.yaml': '{{ if }' })))
    expect([mended?.base?.failed, mended?.head.failed, mended?.changed]).toEqual([
      true,
      false,
      true
    ])
  })
})
