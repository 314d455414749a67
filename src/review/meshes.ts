import type { Config, MeshSelection } from '../config/config.ts'
import { DEFAULT_MESH, holdsPath } from '../config/select.ts'
import type { FindingDraft, Side, UnknownDraft } from '../finding.ts'
import type { Manifest, SideFiles, Skipped } from '../manifest/manifest.ts'
import { type Reading, readManifests } from '../manifest/read.ts'
import type { RenderedMesh } from '../manifest/rendered.ts'
import { alternativesOf } from './alternatives.ts'
import { deduplicated, duplicatesOf, duplicateUnknowns } from './duplicates.ts'
import { renderSuggestion } from './render-suggestion.ts'
import { isFailed, readRendered, renderUnknowns, usedByRenderers } from './rendered.ts'
import { type Part, splitByFolder } from './split.ts'

/** One mesh as the files of both sides make it. */
export interface MeshFiles {
  readonly name: string
  readonly selection: MeshSelection | null
  /** `null` where one state is judged by itself. */
  readonly base: SideManifests | null
  readonly head: SideManifests
  /** Objects of which nobody knows what is applied, where that changed. */
  readonly unknown: readonly UnknownDraft[]
  /** Objects that a renderer wrote. */
  readonly rendered: { readonly base: number; readonly head: number }
  /** The same mesh with one changed file of those that stand for one another. */
  readonly alternatives: readonly MeshFiles[]
}

export interface SideManifests {
  readonly manifests: readonly Manifest[]
  /** What reading and duplicate definitions gave. */
  readonly findings: readonly FindingDraft[]
  readonly ambiguous: ReadonlySet<string>
}

export interface Grouped {
  readonly meshes: readonly MeshFiles[]
  readonly readings: { readonly base: Reading | null; readonly head: Reading }
  readonly notes: readonly string[]
}

/** Which manifests run together: as the configuration says, else one mesh, split where folders hold copies. */
export function groupMeshes(
  base: SideFiles | null,
  head: SideFiles,
  config: Config,
  rendered: readonly RenderedMesh[] = []
): Grouped {
  const options = { defaultNamespace: config.defaultNamespace }
  const readings = {
    base: base === null ? null : readManifests(base.files, options),
    head: readManifests(head.files, options)
  }
  if (config.meshes.length > 0) return configured(base, head, config, readings, rendered)
  const all: Part = {
    name: DEFAULT_MESH,
    base: readings.base?.manifests ?? [],
    head: readings.head.manifests,
    folders: []
  }
  const parts = splitByFolder(all.base, all.head)
  const unrendered = renderSuggestion(head)
  const notes = unrendered === null ? [] : [unrendered]
  const findings = { base: readings.base?.findings ?? [], head: readings.head.findings }
  if (parts === null || parts.length < 2) {
    return { meshes: [meshOf(all, null, base !== null, findings)], readings, notes }
  }
  // What reading found belongs to files, so it is told once and not in every part that holds them.
  const meshes = parts.map((part, index) =>
    meshOf(part, null, base !== null, index === 0 ? findings : { base: [], head: [] })
  )
  return { meshes, readings, notes: [suggestion(parts), ...notes] }
}

function configured(
  base: SideFiles | null,
  head: SideFiles,
  config: Config,
  readings: Grouped['readings'],
  rendered: readonly RenderedMesh[]
): Grouped {
  const meshes: MeshFiles[] = []
  const covered = new Set<string>()
  const isUsed = usedByRenderers(rendered)
  for (const selection of config.meshes) {
    const options = { defaultNamespace: selection.defaultNamespace ?? config.defaultNamespace }
    const read = (side: SideFiles | null): Reading | null =>
      side === null
        ? null
        : readManifests(
            side.files.filter(file => holdsPath(selection, file.path)),
            options
          )
    const before = read(base)
    // A side that is there is read.
    const after = read(head) ?? readings.head
    for (const { file } of [...(before?.manifests ?? []), ...after.manifests]) covered.add(file)
    const part = {
      name: selection.name,
      base: before?.manifests ?? [],
      head: after.manifests,
      folders: []
    }
    const findings = { base: before?.findings ?? [], head: after.findings }
    const own = rendered.find(({ mesh }) => mesh === selection.name)
    if (own === undefined) meshes.push(meshOf(part, selection, base !== null, findings))
    else meshes.push(renderedMesh(part, selection, own, findings, options))
  }
  const outside = new Set<string>()
  for (const { file } of [...(readings.base?.manifests ?? []), ...readings.head.manifests]) {
    if (!covered.has(file) && !isUsed(file)) outside.add(file)
  }
  const notes =
    outside.size === 0
      ? []
      : [
          `${filesWords(outside)} with Kubernetes objects belong to no configured mesh and were not reviewed.`
        ]
  return { meshes, readings, notes }
}

function meshOf(
  part: Part,
  selection: MeshSelection | null,
  compared: boolean,
  findings: { readonly base: readonly FindingDraft[]; readonly head: readonly FindingDraft[] }
): MeshFiles {
  const sideOf = (
    own: readonly Manifest[],
    other: readonly Manifest[],
    read: readonly FindingDraft[]
  ): SideManifests => {
    const distinct = deduplicated(own, other)
    return { ...distinct, findings: [...read, ...distinct.findings] }
  }
  const { files, told } = alternativesOf(compared ? part.base : [], compared ? part.head : [])
  const rendered = { base: 0, head: 0 }
  return {
    name: part.name,
    selection,
    rendered,
    alternatives: files.map(({ file, base, head }) => ({
      name: part.name === DEFAULT_MESH ? file : `${part.name}: ${file}`,
      selection,
      rendered,
      alternatives: [],
      unknown: [],
      base: sideOf(base, head, []),
      head: sideOf(head, base, [])
    })),
    base: compared ? sideOf(part.base, part.head, findings.base) : null,
    head: sideOf(part.head, part.base, findings.head),
    unknown: compared
      ? duplicateUnknowns(part.base, part.head, told)
      : duplicatesOf(part.head).length > 0
        ? duplicateUnknowns([], part.head)
        : []
  }
}

/** A mesh whose manifests are rendered, with those that are read beside them. */
function renderedMesh(
  plain: Part,
  selection: MeshSelection,
  mesh: RenderedMesh,
  findings: { readonly base: readonly FindingDraft[]; readonly head: readonly FindingDraft[] },
  options: { readonly defaultNamespace: string }
): MeshFiles {
  const changed = mesh.changed || !sameFiles(plain.base, plain.head)
  const compared = mesh.base !== null
  const nothing = { base: mesh.base?.findings ?? [], head: mesh.head.findings }
  const failed = isFailed(mesh)
  const read = (side: Side) => (failed ? null : readRendered(mesh, side, options))
  const before = read('base')
  const after = read('head')
  const part = {
    name: plain.name,
    base: failed ? [] : [...plain.base, ...(before?.manifests ?? [])],
    head: failed ? [] : [...plain.head, ...(after?.manifests ?? [])],
    folders: []
  }
  const made = meshOf(part, selection, compared, {
    base: [...findings.base, ...nothing.base, ...(before?.findings ?? [])],
    head: [...findings.head, ...nothing.head, ...(after?.findings ?? [])]
  })
  return {
    ...made,
    unknown: [...made.unknown, ...renderUnknowns(mesh, changed || !compared)],
    rendered: { base: before?.manifests.length ?? 0, head: after?.manifests.length ?? 0 }
  }
}

function sameFiles(base: readonly Manifest[], head: readonly Manifest[]): boolean {
  return (
    base.length === head.length &&
    base.every((manifest, index) => manifest.object === head[index]?.object)
  )
}

/** The block that makes the split explicit. */
function suggestion(parts: readonly Part[]): string {
  const lines = ['meshes:']
  for (const { name, folders } of parts) {
    const others = parts.flatMap(part => part.folders).filter(folder => !folders.includes(folder))
    lines.push(`  - name: ${JSON.stringify(name)}`, '    paths: ["**"]')
    if (others.length > 0) lines.push(`    exclude: ${JSON.stringify([...new Set(others)].sort())}`)
  }
  return `Several folders define the same objects differently, so each was reviewed as a mesh of its own. To say so yourself, put this into the configuration:\n${lines.join('\n')}`
}

/** Skipped by git and by reading, in the order of files. */
export function allSkipped(side: SideFiles, reading: Reading): Skipped[] {
  // What names the content is for comparing the sides, not for the report.
  const seen = side.skipped.map(({ content: _, ...one }) => one)
  return [...seen, ...reading.skipped].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)
  )
}

function filesWords(files: ReadonlySet<string>): string {
  const [first = ''] = [...files].sort()
  return files.size === 1 ? first : `${first} and ${files.size - 1} more files`
}
