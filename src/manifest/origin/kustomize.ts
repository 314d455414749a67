import type { SourceRange } from '../../finding.ts'
import type { NotedRange, RenderedField, SourceOrigin } from '../manifest.ts'
import { isMap } from '../map.ts'
import { type Patch, patchesOf, placeInPatch } from './patch.ts'
import { leavesOf, type SettingsFiles, valueAt } from './settings.ts'

/**
 * Places of an object that kustomize built: the patch that gave the field its value, outermost kustomization and last
 * patch first, else the resource file that the object began as.
 * @param resource null for what a generator made
 * @param kustomizations outermost first
 * @param other sources of the other side, to tell what was edited
 */
export function kustomizeOrigin(
  resource: string | null,
  kustomization: string,
  kustomizations: readonly string[],
  files: SettingsFiles,
  other: SettingsFiles | null
): SourceOrigin {
  let patches: readonly Patch[] | undefined
  const isEdited = (at: SourceRange) =>
    other !== null && files.text(at.file) !== other.text(at.file)
  return {
    file: resource ?? kustomization,
    namespace: null,
    places(field) {
      patches ??= kustomizations.flatMap(file => patchesOf(file, files).reverse())
      for (const patch of patches) {
        const at = placeInPatch(patch, field)
        if (at === null) continue
        // What the resource says of it is overridden.
        return [{ at, note: 'this patch sets it' }]
      }
      const edited = editedLeaf(patches, field, isEdited)
      if (edited !== null) return [{ at: edited, note: 'this patch sets part of it' }]
      const at = resource === null ? null : placeInResource(resource, field, files)
      return at === null ? [] : [at]
    }
  }
}

/** Of a field with parts, what an edited patch sets: a route of which a patch changes the timeout. */
function editedLeaf(
  patches: readonly Patch[],
  field: RenderedField,
  isEdited: (at: SourceRange) => boolean
): SourceRange | null {
  const leaves = leavesOf(valueAt(field.object, field.path), field.path)
  if (leaves.length < 2) return null
  for (const patch of patches) {
    for (const path of leaves) {
      const at = placeInPatch(patch, { ...field, path })
      if (at !== null && isEdited(at)) return at
    }
  }
  return null
}

function placeInResource(
  file: string,
  field: RenderedField,
  files: SettingsFiles
): NotedRange | null {
  const documents = (files.get(file)?.documents ?? []).filter(
    ({ value }) => isMap(value) && value.kind === field.kind
  )
  const named = documents.find(({ value }) => {
    const metadata = isMap(value) ? value.metadata : undefined
    const name = isMap(metadata) ? metadata.name : undefined
    // A prefix or suffix may have been added.
    return typeof name === 'string' && field.name.includes(name)
  })
  const document = named ?? (documents.length === 1 ? documents[0] : undefined)
  if (document === undefined) return null
  return { at: document.locate(file, field.path, field.part), note: 'the resource' }
}
