import type { Json, SkipReason } from './manifest.ts'
import { isMap } from './map.ts'
import { baseName, folderOf, resolvePath } from './path.ts'

/** Why a file as a whole holds no manifests. */
export interface Aside {
  readonly reason: SkipReason
  readonly detail: string
}

/** What the charts and kustomizations of a repository make of the files around them. */
export interface Layout {
  /** `null`: an ordinary file. */
  asideOf(path: string): Aside | null
}

export function isKustomization(path: string): boolean {
  return /^(?:kustomization\.ya?ml|Kustomization)$/.test(baseName(path))
}

export function isChart(path: string): boolean {
  return baseName(path) === 'Chart.yaml'
}

/**
 * `paths`: all files; `read`: a kustomization's document, `undefined` where it cannot be read. Everything in a chart's
 * `templates/` is Helm's to render, plain files too: their namespace is the release's, and whether they are applied at
 * all is a condition elsewhere.
 */
export function layoutOf(
  paths: Iterable<string>,
  read: (path: string) => Json | undefined
): Layout {
  const charts = new Set<string>()
  const parts = new Map<string, Aside>()
  const resources = new Set<string>()
  for (const path of paths) {
    if (isChart(path)) charts.add(folderOf(path))
    if (isKustomization(path)) addParts(path, read(path), parts, resources)
  }
  return {
    asideOf(path) {
      if (isKustomization(path))
        return { reason: 'kustomization', detail: 'kustomization, not rendered' }
      const part = parts.get(path)
      if (part !== undefined && !resources.has(path)) return part
      return charts.size === 0 ? null : chartAside(path, charts)
    }
  }
}

function chartAside(path: string, charts: ReadonlySet<string>): Aside | null {
  const name = baseName(path)
  let folder = folderOf(path)
  if (charts.has(folder)) {
    if (/^(?:Chart|requirements)\.ya?ml$/.test(name))
      return { reason: 'helm-chart', detail: 'description of a Helm chart' }
    if (/^values\b.*\.ya?ml$/.test(name))
      return { reason: 'helm-values', detail: 'values of a Helm chart' }
  }
  while (folder !== '') {
    const parent = folderOf(folder)
    if (charts.has(parent)) {
      const inner = baseName(folder)
      const chart = parent === '' ? 'the chart at the root' : `the chart ${parent}`
      if (inner === 'templates')
        return { reason: 'helm-template', detail: `template of ${chart}, not rendered` }
      if (inner === 'ci') return { reason: 'helm-values', detail: `test values of ${chart}` }
    }
    folder = parent
  }
  return null
}

/** Fields of a kustomization that name files, and what those are (kustomize api/types/kustomization.go). */
const patchFields = ['patches', 'patchesStrategicMerge', 'patchesJson6902'] as const
const settingFields = [
  'replacements',
  'transformers',
  'generators',
  'validators',
  'configurations'
] as const

function addParts(
  path: string,
  value: Json | undefined,
  parts: Map<string, Aside>,
  resources: Set<string>
): void {
  if (!isMap(value)) return
  const folder = folderOf(path)
  for (const field of patchFields) {
    for (const file of filesOf(value[field])) {
      const at = resolvePath(folder, file)
      if (at !== null)
        parts.set(at, { reason: 'kustomize-patch', detail: `patch of ${path}, not rendered` })
    }
  }
  for (const field of settingFields) {
    for (const file of filesOf(value[field])) {
      const at = resolvePath(folder, file)
      if (at !== null)
        parts.set(at, { reason: 'kustomization', detail: `${field} of ${path}, not rendered` })
    }
  }
  for (const field of ['resources', 'bases']) {
    for (const file of filesOf(value[field])) {
      const at = resolvePath(folder, file)
      if (at !== null) resources.add(at)
    }
  }
}

/** `- file.yaml` and `- path: file.yaml`; patches written in place name none. */
function filesOf(value: Json | undefined): string[] {
  if (!Array.isArray(value)) return []
  const files: string[] = []
  for (const each of value) {
    const file = isMap(each) ? each.path : each
    if (typeof file === 'string' && !file.includes('\n')) files.push(file)
  }
  return files
}
