import { selectsPath } from '../config/select.ts'
import type { Side, UnknownDraft } from '../finding.ts'
import type { NotedRange, SourceFile, SourceOrigin } from '../manifest/manifest.ts'
import { helmOrigin } from '../manifest/origin/helm.ts'
import { kustomizeOrigin } from '../manifest/origin/kustomize.ts'
import { SettingsFiles } from '../manifest/origin/settings.ts'
import { type Reading, type ReadOptions, readManifests } from '../manifest/read.ts'
import type { RenderedDocument, RenderedMesh, RenderedSide } from '../manifest/rendered.ts'

const encoder = new TextEncoder()
/** Both sides of what did not change share their documents, so that they are parsed once. */
const encoded = new WeakMap<RenderedDocument, Uint8Array>()

/** What a renderer wrote, as files that know their sources. */
function renderedFiles(
  rendered: RenderedSide,
  opposite: RenderedSide | null,
  mesh: RenderedMesh,
  side: Side
): SourceFile[] {
  const files = new SettingsFiles(rendered.sources)
  const other = opposite === null ? null : new SettingsFiles(opposite.sources)
  const origins = new Map<string, SourceOrigin>()
  return rendered.documents.map(document => {
    const bytes = encoded.get(document) ?? encoder.encode(document.text)
    encoded.set(document, bytes)
    const { origin } = document
    const known = origins.get(JSON.stringify(origin))
    const made = known ?? originOf(document, rendered, { files, other }, mesh)
    origins.set(JSON.stringify(origin), made)
    return {
      path: `${made.file.replace(/ \(rendered\)$/, '')} (rendered)`,
      bytes,
      side,
      origin: made
    }
  })
}

function originOf(
  { origin }: RenderedDocument,
  { settings }: RenderedSide,
  { files, other }: { readonly files: SettingsFiles; readonly other: SettingsFiles | null },
  { mesh, namespace }: RenderedMesh
): SourceOrigin {
  switch (origin.tool) {
    case 'kustomize': {
      const order = settings.map(({ file }) => file)
      return kustomizeOrigin(origin.resource, origin.kustomization, order, files, other)
    }
    case 'helm':
      return origin.template === null || files.text(origin.template) === null
        ? elsewhere(`${mesh}/${origin.chart.join('/')} (rendered)`, namespace)
        : helmOrigin(origin.template, origin.chart, namespace, settings, files, other)
    case 'file':
      return elsewhere(`${mesh}/${origin.file} (rendered)`, namespace)
  }
}

/** A document whose sources are not known: its places are its own, and its name says so. */
function elsewhere(file: string, namespace: string | null): SourceOrigin {
  return { file, namespace, places: (): readonly NotedRange[] => [] }
}

/** What a mesh's renderer wrote, read. */
export function readRendered(mesh: RenderedMesh, side: Side, options: ReadOptions): Reading {
  const rendered = side === 'base' ? mesh.base : mesh.head
  const files =
    rendered === null
      ? []
      : renderedFiles(rendered, side === 'base' ? mesh.head : mesh.base, mesh, side)
  return readManifests(files, options)
}

/** Nothing can be said of a mesh of which one side was not rendered. */
export function isFailed({ base, head }: RenderedMesh): boolean {
  return head.failed || base?.failed === true
}

/** What stays open of a mesh: a side that was not rendered, or an answer that no renderer could give. */
export function renderUnknowns(mesh: RenderedMesh, changed: boolean): UnknownDraft[] {
  if (!changed) return []
  const unknown: UnknownDraft[] = []
  for (const side of ['base', 'head'] as const) {
    const rendered = mesh[side]
    if (rendered?.failed !== true) continue
    const [why] = rendered.findings
    unknown.push({
      reason: 'render',
      message: `the ${side} side of mesh ${mesh.mesh} was not rendered, so nothing is known of what changes in it: ${why?.message ?? 'see its findings'}`,
      subject: null,
      at: why?.at ?? null
    })
  }
  const open = [...(mesh.base?.unknown ?? []), ...mesh.head.unknown]
  return [...unknown, ...new Map(open.map(draft => [draft.message, draft])).values()]
}

/**
 * Whether a renderer has used a file, here or in the job that wrote the folders: then it was read, whatever it is by
 * itself.
 */
export function usedByRenderers(rendered: readonly RenderedMesh[]): (path: string) => boolean {
  const used = new Set<string>()
  const patterns = rendered.flatMap(mesh => mesh.renderedFrom)
  for (const { base, head } of rendered) {
    for (const path of base?.sources.keys() ?? []) used.add(path)
    for (const path of head.sources.keys()) used.add(path)
  }
  return path => used.has(path) || patterns.some(pattern => selectsPath(pattern, path))
}
