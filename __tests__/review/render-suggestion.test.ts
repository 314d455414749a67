import { describe, expect, test } from '@jest/globals'
import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import { readConfig } from '../../src/config/read.ts'
import {
  meshesBlock,
  renderSuggestion,
  suggestedMeshes
} from '../../src/review/render-suggestion.ts'

function side(files: Readonly<Record<string, string>>) {
  return {
    files: Object.entries(files).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
      side: 'head' as const
    }))
  }
}

describe('suggestedMeshes', () => {
  test('are overlays that no other kustomization uses, components aside', () => {
    const found = suggestedMeshes(
      side({
        'base/kustomization.yaml': 'resources:\n- a.yaml\n',
        'parts/tls/kustomization.yaml': 'kind: Component\n',
        'overlays/dev/kustomization.yaml': 'resources: [../../base, "../../parts/tls"]\n',
        'overlays/prod/kustomization.yml': 'resources:\n  - ../../base\n'
      })
    )
    expect(found).toEqual([
      { name: 'dev', step: { kustomize: 'overlays/dev' } },
      { name: 'prod', step: { kustomize: 'overlays/prod' } }
    ])
  })

  test('are charts by their values files, libraries and subcharts aside', () => {
    const found = suggestedMeshes(
      side({
        'charts/shop/Chart.yaml': 'name: shop\n',
        'charts/shop/values.yaml': '',
        'charts/shop/values-dev.yaml': '',
        'charts/shop/prod/values.yaml': '',
        'charts/shop/templates/values-x.yaml': '',
        'charts/shop/charts/sub/Chart.yaml': 'name: sub\n',
        'charts/library/Chart.yaml': 'name: library\ntype: library\n',
        'charts/Web_App/Chart.yaml': 'name: Web_App\n'
      })
    )
    expect(found).toEqual([
      { name: 'web-app', step: { helm: { chart: 'charts/Web_App', values: [] } } },
      {
        name: 'shop-prod',
        step: { helm: { chart: 'charts/shop', values: ['charts/shop/prod/values.yaml'] } }
      },
      {
        name: 'shop-dev',
        step: { helm: { chart: 'charts/shop', values: ['charts/shop/values-dev.yaml'] } }
      }
    ])
  })

  test('take values of environments for the only chart, and never a manifest for values', () => {
    const found = suggestedMeshes(
      side({
        'Chart.yaml': 'name: shop\n',
        'deploy/env/prod.yaml': 'host: a\n',
        'deploy/env/other.yaml': 'apiVersion: v1\nkind: Service\n'
      })
    )
    expect(found).toEqual([
      { name: 'shop-prod', step: { helm: { chart: '.', values: ['deploy/env/prod.yaml'] } } }
    ])
  })

  test('have names of their own, and a block that the configuration accepts', async () => {
    const files: Record<string, string> = {
      'a/prod/kustomization.yaml': '',
      'b/prod/kustomization.yaml': '',
      'c/---/kustomization.yaml': '',
      'kustomization.yaml': '',
      'x"y/Chart.yaml': `name: "${'n'.repeat(90)}"\n`
    }
    const found = suggestedMeshes(side(files))
    expect(found.map(({ name }) => name)).toEqual([
      'default',
      'prod',
      'prod-2',
      'mesh',
      'n'.repeat(55)
    ])
    const text = meshesBlock(found)
    const config = await readConfig({ file: 'x.yaml', text, schema: configSchema })
    expect(config.meshes.map(({ render }) => render?.kind)).toEqual([
      'kustomize',
      'kustomize',
      'kustomize',
      'kustomize',
      'helm'
    ])
  })

  test('nothing is said of a repository without charts and kustomizations', () => {
    expect(renderSuggestion(side({ 'a.yaml': 'kind: Kustomization\n' }))).toBeNull()
    const said = renderSuggestion(side({ 'a/Chart.yaml': 'name: a\n' }))
    expect(said).toContain('Not rendered: 1 Helm chart, so what they apply was not reviewed.')
  })
})
