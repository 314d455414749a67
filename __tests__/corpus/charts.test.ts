import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { directoryTree } from '../../src/git/source-tree.ts'
import type { HelmStep, RenderStep } from '../../src/manifest/rendered.ts'
import { renderLimits } from '../../src/render/limits.ts'
import { renderMeshes } from '../../src/render/render.ts'
import { corpus } from '../support/corpus.ts'
import { haveRenderers, renderHead, renderInput } from '../support/renderers.ts'

/** In CI the renderers have to be there: `.ci/run` builds them by `scripts/renderers.sh`. */
const describeHere = haveRenderers || process.env.CI === 'true' ? describe : describe.skip

const helm = (chart: string): HelmStep => ({
  kind: 'helm',
  chart,
  values: [],
  set: {},
  release: 'corpus',
  namespace: null,
  kubeVersion: null,
  apiVersions: []
})

interface Case {
  readonly name: string
  /** The folder that stands for the repository. */
  readonly root: string
  readonly step: RenderStep
}

function casesIn(root: string, label: string): Case[] {
  const found: Case[] = []
  // Some pairs have one side only.
  if (!existsSync(root)) return found
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    const folder = relative(root, entry.parentPath)
    const name = `${label}/${folder}`
    if (entry.name === 'Chart.yaml') found.push({ name, root, step: helm(folder) })
    if (entry.name === 'kustomization.yaml') {
      found.push({ name, root, step: { kind: 'kustomize', path: folder } })
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

const cases = [
  ...casesIn(corpus('samples'), 'samples'),
  ...readdirSync(corpus('pairs'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) =>
      ['base', 'head'].flatMap(side =>
        casesIn(join(corpus('pairs'), name, side), `pairs/${name}/${side}`)
      )
    )
]

/** Why a chart or overlay of public history cannot be rendered from what the corpus holds of it. */
const reasons = [
  'render/failed',
  'render/missing-file',
  'render/missing-kustomization',
  'render/remote-base',
  'render/missing-dependency',
  'render/plugin'
]

describeHere('charts and overlays of public history', () => {
  test('the renderers are there', () => {
    expect(haveRenderers).toBe(true)
  })

  test('are in the corpus', () => {
    expect(cases.length).toBeGreaterThan(10)
    expect(new Set(cases.map(({ step }) => step.kind))).toEqual(new Set(['helm', 'kustomize']))
  })

  test.each(cases)('$name is rendered, or says why not', async ({ root, step }) => {
    const input = renderInput([{ name: 'mesh', step, defaultNamespace: 'default' }], {})
    const [mesh] = await renderMeshes({ ...input, head: directoryTree(root) })
    const { failed, findings, documents } = mesh?.head ?? {
      failed: true,
      findings: [],
      documents: []
    }
    if (!failed) {
      // Some are charts of which the corpus holds no template.
      const nothing = findings.map(({ id }) => id).includes('render/nothing-rendered')
      expect(documents.length > 0).toBe(!nothing)
      return
    }
    const [finding] = findings
    expect(reasons).toContain(finding?.id)
    expect(finding?.message).not.toContain(dirname(root))
    expect(finding?.message).not.toContain('meshproof-render-')
  })

  test('a chart of the samples is rendered with the values that it needs', async () => {
    const root = corpus('samples')
    const step = { ...helm('ambient-argo/tag-chart'), set: { 'base.tags.stable.revision': '1-29' } }
    const input = renderInput([{ name: 'mesh', step, defaultNamespace: 'default' }], {})
    const [mesh] = await renderMeshes({ ...input, head: directoryTree(root) })
    expect(mesh?.head.findings).toEqual([])
    expect(
      mesh?.head.documents.map(({ origin }) => 'template' in origin && origin.template)
    ).toContain('ambient-argo/tag-chart/templates/mutatingwebhooks.yaml')
  })

  test('100 MB of output end in a finding', async () => {
    const side = await renderHead(
      helm('c'),
      {
        'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
        'c/templates/a.yaml': `a: b\n{{ range until 1048576 }}# ${'x'.repeat(98)}\n{{ end }}`
      },
      { limits: renderLimits }
    )
    expect([side.failed, side.documents]).toEqual([true, []])
    expect(['render/too-large', 'render/timeout']).toContain(side.findings[0]?.id)
  }, 120_000)
})
