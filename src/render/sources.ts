import type { HelmStep, RenderStep, SettingsFile } from '../manifest/rendered.ts'
import { type Chart, chartSources } from './chart.ts'
import { withOrigins } from './kustomize.ts'
import { kustomizationIn, kustomizeSources } from './kustomize-sources.ts'
import { lineAt, RenderRefusal } from './refusal.ts'
import type { Tree } from './tree.ts'
import { refuseSchemaReferences } from './values-schema.ts'

/** All that one side of a mesh is rendered from: equal sources give equal manifests. */
export interface Sources {
  /** Path in the scratch folder → content. */
  readonly placed: ReadonlyMap<string, Uint8Array>
  /** Path in the repository → content. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly settings: readonly SettingsFile[]
  /** Helm's only. */
  readonly chart: Chart | null
}

/** Steps whose files are in git. */
export type StepInGit = Exclude<RenderStep, { kind: 'rendered' }>

/**
 * Whether a side has what the step names at all. A side without it is empty, where the other one has it: the chart or
 * overlay is new, or removed.
 */
export function isThere(step: StepInGit, tree: Tree): boolean {
  if (step.kind === 'kustomize') return kustomizationIn(tree, step.path) !== null
  if (step.kind === 'command') return tree.entry('') === 'folder'
  return tree.entry(step.chart === '' ? 'Chart.yaml' : `${step.chart}/Chart.yaml`) !== null
}

/** @throws RenderRefusal */
export async function sourcesOf(step: StepInGit, tree: Tree): Promise<Sources> {
  if (step.kind === 'helm') return helmSources(step, tree)
  if (step.kind === 'command') {
    const files = await tree.read(tree.below('').filter(path => tree.entry(path) === 'file'))
    return { placed: files, files, settings: [], chart: null }
  }
  const { files, kustomizations } = await kustomizeSources(tree, step.path)
  const [first = ''] = kustomizations
  const placed = new Map(files)
  const own = files.get(first)
  if (own !== undefined) placed.set(first, withOrigins(own))
  const settings = kustomizations.map(file => ({ file, scope: [] }))
  return { placed, files, settings, chart: null }
}

async function helmSources(step: HelmStep, tree: Tree): Promise<Sources> {
  const { chart, placed, files, defaults } = await chartSources(tree, step.chart)
  refuseSchemaReferences(files)
  for (const path of step.values) {
    if (tree.entry(path) === 'file') continue
    const message = `The values file ${path} does not exist on this side. Correct "values" in the configuration, or add the file.`
    throw new RenderRefusal('render/missing-file', message, lineAt(path), { entry: path })
  }
  const values = await tree.read(step.values)
  const strongestFirst = [...step.values].reverse().map(file => ({ file, scope: [] }))
  return {
    placed: new Map([...placed, ...values]),
    files: new Map([...used(files, step), ...values]),
    settings: [...strongestFirst, ...defaults],
    chart
  }
}

/** Values of other environments lie beside the chart and are not read by it, so they do not count as read. */
function used(files: ReadonlyMap<string, Uint8Array>, { chart }: HelmStep) {
  const other = /^(?!values\.yaml$)values[^/]*\.ya?ml$/
  const prefix = chart === '' ? '' : `${chart}/`
  return [...files].filter(([path]) => !other.test(path.slice(prefix.length)))
}

export function sameSources(a: Sources, b: Sources): boolean {
  if (a.placed.size !== b.placed.size) return false
  for (const [path, content] of a.placed) {
    const other = b.placed.get(path)
    if (other === undefined || (other !== content && !Buffer.from(other).equals(content)))
      return false
  }
  return true
}
