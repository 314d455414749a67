import type { SideFiles } from '../manifest/manifest.ts'
import { baseName, folderOf, resolvePath } from '../manifest/path.ts'

/** A mesh that a repository seems to hold, found by its charts and kustomizations alone. */
export interface SuggestedMesh {
  readonly name: string
  readonly step: { readonly kustomize: string } | { readonly helm: SuggestedChart }
}

interface SuggestedChart {
  readonly chart: string
  readonly values: readonly string[]
}

const meshLimit = 40
const chartFile = /(?:^|\/)Chart\.yaml$/
const kustomizationFile = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/

/**
 * Overlays that no other kustomization uses, and charts that no other chart holds: one mesh for each overlay, and one
 * for each values file beside a chart, or in a folder of environments.
 */
export function suggestedMeshes(side: Pick<SideFiles, 'files'>): SuggestedMesh[] {
  const text = new Map<string, string>()
  const decoder = new TextDecoder()
  for (const { path, bytes } of side.files) {
    if (chartFile.test(path) || kustomizationFile.test(path)) text.set(path, decoder.decode(bytes))
  }
  const paths = side.files.map(({ path }) => path)
  const meshes = [...overlays(text), ...charts(text, paths, environmentFiles(side))]
  const names = new Set<string>()
  return meshes.slice(0, meshLimit).map(mesh => {
    const name = freeName(mesh.name, names)
    names.add(name)
    return { ...mesh, name }
  })
}

function overlays(text: ReadonlyMap<string, string>): SuggestedMesh[] {
  const folders = [...text.keys()].filter(path => kustomizationFile.test(path)).map(folderOf)
  const used = new Set<string>()
  for (const [path, content] of text) {
    if (!kustomizationFile.test(path) || isComponent(content)) continue
    for (const entry of entriesOf(content)) used.add(resolvePath(folderOf(path), entry) ?? '\n')
  }
  return folders
    .filter(folder => !used.has(folder) && !isComponent(contentOf(text, folder)))
    .sort()
    .map(folder => ({
      name: folder === '' ? 'default' : baseName(folder),
      step: { kustomize: folder || '.' }
    }))
}

function contentOf(text: ReadonlyMap<string, string>, folder: string): string {
  const found = [...text].find(
    ([path]) => kustomizationFile.test(path) && folderOf(path) === folder
  )
  return found?.[1] ?? ''
}

function isComponent(content: string): boolean {
  return /^kind:\s*["']?Component\b/m.test(content)
}

/** List items and items of `[a, b]`: more than the fields that name folders, which only makes fewer meshes of it. */
function entriesOf(content: string): string[] {
  const items = [...content.matchAll(/^\s*-\s+["']?([^\s"'#:{[]+)["']?\s*$/gm)].map(
    ([, item = '']) => item
  )
  for (const { 1: inner = '' } of content.matchAll(/\[([^\]\n]*)\]/g)) {
    items.push(...inner.split(',').map(item => item.trim().replace(/^["']|["']$/g, '')))
  }
  return items
}

function charts(
  text: ReadonlyMap<string, string>,
  paths: readonly string[],
  environments: readonly EnvironmentFile[]
): SuggestedMesh[] {
  const folders = [...text.keys()].filter(path => chartFile.test(path)).map(folderOf)
  const own = new Set(folders)
  const isHeld = (folder: string): boolean => {
    const above = folderOf(folder)
    return baseName(above) === 'charts' && own.has(folderOf(above)) && above !== ''
  }
  const contentOfChart = (folder: string) =>
    text.get(folder === '' ? 'Chart.yaml' : `${folder}/Chart.yaml`) ?? ''
  const applied = folders
    .filter(folder => !isHeld(folder) && !/^type:\s*["']?library\b/m.test(contentOfChart(folder)))
    .sort()
  const meshes: SuggestedMesh[] = []
  for (const folder of applied) {
    const content = contentOfChart(folder)
    const name = /^name:\s*["']?([\w.-]+)/m.exec(content)?.[1] ?? (baseName(folder) || 'chart')
    const chart = folder || '.'
    const beside = valuesFiles(folder, paths)
    // Values elsewhere are meant for the one chart that there is.
    const values = beside.length === 0 && applied.length === 1 ? environments : beside
    if (values.length === 0) meshes.push({ name, step: { helm: { chart, values: [] } } })
    for (const { file, environment } of values) {
      meshes.push({ name: `${name}-${environment}`, step: { helm: { chart, values: [file] } } })
    }
  }
  return meshes
}

interface EnvironmentFile {
  readonly file: string
  readonly environment: string
}

/** `env/prod.yaml` and the like, which hold no Kubernetes object. */
function environmentFiles({ files }: Pick<SideFiles, 'files'>): EnvironmentFile[] {
  return files.flatMap(({ path: file, bytes }) => {
    const pattern = /(?:^|\/)(?:env|envs|environments|values)\/([\w-]+)\.ya?ml$/
    const environment = pattern.exec(file)?.[1]
    if (environment === undefined || bytes.length > 1024 * 1024) return []
    const isObject = /^(?:apiVersion|kind):/m.test(new TextDecoder().decode(bytes))
    return isObject ? [] : [{ file, environment }]
  })
}

/** `values-prod.yaml`, `values.prod.yaml`, and below the chart `values/prod.yaml`, `prod/values.yaml`. */
function valuesFiles(folder: string, paths: readonly string[]): EnvironmentFile[] {
  const found: EnvironmentFile[] = []
  for (const file of paths) {
    if (folder !== '' && !file.startsWith(`${folder}/`)) continue
    const inner = folder === '' ? file : file.slice(folder.length + 1)
    if (/^(?:templates|charts|crds|ci)\//.test(inner)) continue
    const environment =
      /^values[-_.]([\w-]+)\.ya?ml$/.exec(inner)?.[1] ??
      /^(?:values|env|envs|environments)\/([\w-]+)\.ya?ml$/.exec(inner)?.[1] ??
      /^(?:env\/|envs\/|environments\/)?([\w-]+)\/values\.ya?ml$/.exec(inner)?.[1]
    if (environment !== undefined && environment !== 'schema') found.push({ file, environment })
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : 1))
}

/** A name that a mesh may have, and that none has yet. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const plain =
    wanted
      .toLowerCase()
      .replace(/[^a-z0-9.-]+/g, '-')
      .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
      .slice(0, 55)
      .replace(/[^a-z0-9]+$/, '') || 'mesh'
  let name = plain
  for (let n = 2; taken.has(name); n++) name = `${plain}-${n}`
  return name
}

/** The `meshes:` block to paste. */
export function meshesBlock(meshes: readonly SuggestedMesh[]): string {
  const lines = ['meshes:']
  for (const { name, step } of meshes) {
    lines.push(`  - name: ${name}`, '    render:')
    if ('kustomize' in step) {
      lines.push(`      kustomize: ${JSON.stringify(step.kustomize)}`)
      continue
    }
    lines.push('      helm:', `        chart: ${JSON.stringify(step.helm.chart)}`)
    if (step.helm.values.length > 0) {
      lines.push(`        values: ${JSON.stringify(step.helm.values)}`)
    }
  }
  return lines.join('\n')
}

/** What a review without configuration leaves out, with the cure; null where there is no chart and no overlay. */
export function renderSuggestion(side: Pick<SideFiles, 'files'>): string | null {
  const meshes = suggestedMeshes(side)
  if (meshes.length === 0) return null
  const overlaysFound = meshes.filter(({ step }) => 'kustomize' in step).length
  const chartsFound = new Set(meshes.flatMap(({ step }) => ('helm' in step ? step.helm.chart : [])))
  const counts = [
    ...(overlaysFound > 0 ? [counted(overlaysFound, 'kustomization')] : []),
    ...(chartsFound.size > 0 ? [counted(chartsFound.size, 'Helm chart')] : [])
  ].join(' and ')
  return `Not rendered: ${counts}, so what they apply was not reviewed. To have both sides rendered, let \`meshproof init\` write .github/meshproof.yaml, or put this into it:\n${meshesBlock(meshes)}`
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
