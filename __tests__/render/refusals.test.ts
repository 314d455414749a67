import { describe, expect, test } from '@jest/globals'
import type { HelmStep } from '../../src/manifest/rendered.ts'
import { renderMeshes } from '../../src/render/render.ts'
import { type Files, renderHead, renderInput } from '../support/renderers.ts'

/** Everything here is refused by reading alone: no renderer is on this PATH, so starting one would be an error. */
const nothing = { env: { PATH: '/nowhere' } }

const overlay = { kind: 'kustomize', path: 'overlays/prod' } as const
const chart: HelmStep = {
  kind: 'helm',
  chart: 'charts/shop',
  values: [],
  set: {},
  release: 'shop',
  namespace: null,
  kubeVersion: null,
  apiVersions: []
}
const chartFile = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n'

async function refusal(files: Files, step: typeof overlay | HelmStep = overlay) {
  const side = await renderHead(step, files, nothing)
  expect(side.failed).toBe(true)
  expect(side.documents).toEqual([])
  const [finding] = side.findings
  if (finding === undefined || 'manifest' in finding.at) throw new Error('no finding')
  const { file, start } = finding.at
  return `${finding.id} ${file}:${start.line}:${start.column} ${finding.message}`
}

const kustomization = (text: string, more: Files = {}) => ({
  'overlays/prod/kustomization.yaml': text,
  ...more
})

describe('a kustomization is not built', () => {
  test.each([
    'https://github.com/example/base?ref=v1',
    'github.com/example/repository//deploy?ref=main',
    'git@github.com:example/base.git',
    'ssh://git@example.com/base',
    'git::https://example.com/base',
    'https://example.com/manifests.yaml',
    'example.com/team/base'
  ])('with the remote base %s', async base => {
    const said = await refusal(kustomization(`namespace: shop\nresources:\n- ${base}\n`))
    expect(said).toContain('render/remote-base overlays/prod/kustomization.yaml:3:3')
    expect(said).toContain(base)
    expect(said).toContain('vendor it')
  })

  test.each([
    ['patches', 'patches:\n- path: https://example.com/p.yaml\n'],
    ['crds', 'crds: [https://example.com/crd.yaml]\n'],
    [
      'files of a generator',
      'configMapGenerator:\n- {name: a, files: [x=https://example.com/x]}\n'
    ],
    ['openapi', 'openapi: {path: https://example.com/schema.json}\n'],
    ['components', 'components: [https://example.com/c]\n'],
    ['replacements', 'replacements:\n- path: https://example.com/r.yaml\n']
  ])('with %s from the network', async (_, text) => {
    expect(await refusal(kustomization(text))).toContain('render/remote-base')
  })

  test('where a base of its base is remote, and says where', async () => {
    const said = await refusal({
      'overlays/prod/kustomization.yaml': 'resources: [../../base]\n',
      'base/kustomization.yaml': 'resources:\n- vs.yaml\n- https://example.com/x\n',
      'base/vs.yaml': ''
    })
    expect(said).toContain('render/remote-base base/kustomization.yaml:3:3')
  })

  test.each(['generators', 'transformers', 'validators'])('with exec %s', async field => {
    const said = await refusal(
      kustomization(`${field}: [run.yaml]\n`, {
        'overlays/prod/run.yaml': `apiVersion: example.com/v1
kind: Runner
metadata:
  name: run
  annotations:
    config.kubernetes.io/function: |
      exec: {path: ./steal.sh}
`
      })
    )
    expect(said).toContain('render/plugin overlays/prod/run.yaml:6:')
    expect(said).toContain('never run here')
  })

  test('with a plugin written in place, of another API, or behind a folder', async () => {
    const plugin = 'apiVersion: example.com/v1\nkind: Plugin\nmetadata: {name: a}\n'
    const inline = `transformers:\n- |-\n  ${plugin.replaceAll('\n', '\n  ')}\n`
    expect(await refusal(kustomization(inline))).toContain(
      'render/plugin overlays/prod/kustomization.yaml:2:'
    )
    const folder = {
      'overlays/prod/t/kustomization.yaml': 'resources: [p.yaml]\n',
      'overlays/prod/t/p.yaml': plugin
    }
    expect(await refusal(kustomization('transformers: [t]\n', folder))).toContain(
      'render/plugin overlays/prod/t/p.yaml'
    )
  })

  test('that inflates a chart', async () => {
    expect(
      await refusal(kustomization('helmCharts:\n- {name: x, repo: https://example.com}\n'))
    ).toContain('render/plugin overlays/prod/kustomization.yaml:2:')
  })

  test.each([
    ['../../../etc/passwd', 'render/outside-folder'],
    ['/etc/passwd', 'render/outside-folder'],
    ['../../secret.yaml', 'render/outside-folder'],
    ['missing.yaml', 'render/missing-file']
  ])('that reads %s', async (path, id) => {
    const files = { 'secret.yaml': 'a: b\n' }
    const text = `secretGenerator:\n- name: a\n  files:\n  - key=${path}\n`
    expect(await refusal(kustomization(text, files))).toContain(
      `${id} overlays/prod/kustomization.yaml:4:5`
    )
  })

  test('through a link that leaves its folder, to a file or by a folder', async () => {
    const direct = kustomization('resources: [vs.yaml]\n', {
      'overlays/prod/vs.yaml': { link: '../../../../etc/passwd' }
    })
    expect(await refusal(direct)).toContain('render/symlink')
    const folder = kustomization('resources: [data/vs.yaml]\n', {
      'overlays/prod/data': { link: '../../other' },
      'other/vs.yaml': ''
    })
    expect(await refusal(folder)).toContain('overlays/prod/data is a symbolic link that leaves')
  })

  test('without a kustomization in a folder that is used as one', async () => {
    const said = await refusal(kustomization('resources: [../../base]\n', { 'base/vs.yaml': '' }))
    expect(said).toContain('render/missing-kustomization overlays/prod/kustomization.yaml:1:13')
  })

  test('that names itself goes to the renderer once, and does not loop', async () => {
    const files = kustomization('resources: [../prod]\n')
    await expect(renderHead(overlay, files, nothing)).rejects.toThrow('kustomize was not found')
  })
})

describe('a chart is not rendered', () => {
  test.each(['https://charts.example.com', 'oci://example.com/charts', '"@stable"', 'alias:x'])(
    'with a dependency of the repository %s',
    async repository => {
      const files = {
        'charts/shop/Chart.yaml': `${chartFile}dependencies:\n- name: redis\n  repository: ${repository}\n`
      }
      const said = await refusal(files, chart)
      expect(said).toContain('render/missing-dependency charts/shop/Chart.yaml:5:9')
      expect(said).toContain('helm dependency build charts/shop')
    }
  )

  test('with a dependency outside of the repository, or on itself', async () => {
    const depends = (path: string) => ({
      'charts/shop/Chart.yaml': `${chartFile}dependencies:\n- {name: x, repository: 'file://${path}'}\n`
    })
    expect(await refusal(depends('../../../x'), chart)).toContain('render/outside-folder')
    expect(await refusal(depends('.'), chart)).toContain('depends on itself')
    expect(await refusal(depends('../..'), chart)).toContain('depends on itself')
    const circle = {
      ...depends('../other'),
      'charts/other/Chart.yaml':
        'name: other\ndependencies:\n- {name: shop, repository: "file://../shop"}\n'
    }
    expect(await refusal(circle, chart)).toContain('more than 16 deep')
  })

  test('through a link that leaves it', async () => {
    for (const link of ['/etc/passwd', '../../secret.yaml', '..', '.']) {
      const files = {
        'charts/shop/Chart.yaml': chartFile,
        'charts/shop/templates/x.yaml': { link },
        'secret.yaml': 'a: b'
      }
      expect(await refusal(files, chart)).toContain('render/symlink charts/shop/templates/x.yaml')
    }
  })

  test('without its values file', async () => {
    const files = { 'charts/shop/Chart.yaml': chartFile }
    expect(await refusal(files, { ...chart, values: ['env/prod.yaml'] })).toContain(
      'render/missing-file env/prod.yaml'
    )
  })

  test('that neither side has', async () => {
    expect(await refusal({ 'a.yaml': '' }, chart)).toContain(
      'render/missing-chart charts/shop/Chart.yaml'
    )
  })
})

describe('a command', () => {
  const meshes = [
    { name: 'prod', step: { kind: 'command', run: ['make'] }, defaultNamespace: 'default' }
  ] as const

  test('is off unless somebody allows it', async () => {
    await expect(renderMeshes(renderInput(meshes, { Makefile: '' }))).rejects.toThrow(
      'commands are off'
    )
  })

  test('is refused for a stranger, whoever allowed it', async () => {
    for (const author of ['stranger', 'stranger with a token'] as const) {
      const input = renderInput(meshes, { Makefile: '' }, {}, { author, allowCommands: true })
      const [mesh] = await renderMeshes(input)
      expect(mesh?.head.findings.map(({ id }) => id)).toEqual(['render/not-allowed'])
      expect([mesh?.head.failed, mesh?.base?.failed, mesh?.changed]).toEqual([true, true, true])
    }
  })
})

test('nothing is rendered for a stranger where the token can write', async () => {
  const files = { 'charts/shop/Chart.yaml': chartFile }
  const side = await renderHead(chart, files, { ...nothing, author: 'stranger with a token' })
  expect(side.findings.map(({ id }) => id)).toEqual(['render/not-allowed'])
})
