import type { FieldPath, Part, SourceRange } from '../../finding.ts'
import type { Json, JsonMap, RenderedField } from '../manifest.ts'
import { isMap } from '../map.ts'
import { folderOf, resolvePath } from '../path.ts'
import { Settings, type SettingsFiles, sameValue, valueAt } from './settings.ts'

/** One patch of a kustomization, as it was written. */
export interface Patch {
  readonly kind: string | null
  readonly name: string | null
  /** A document of it: an object to merge, or RFC 6902 operations. */
  readonly value: Json
  locate(path: FieldPath, part: Part): SourceRange | null
}

/** Patches of a kustomization, in the order in which they are applied. */
export function patchesOf(file: string, files: SettingsFiles): Patch[] {
  const kustomization = files.get(file)
  if (kustomization === null) return []
  const found: Patch[] = []
  const list = (field: string): readonly Json[] => {
    const value = kustomization.value([field])
    return Array.isArray(value) ? value : []
  }
  for (const [index, entry] of list('patchesStrategicMerge').entries()) {
    if (typeof entry !== 'string') continue
    const place = ['patchesStrategicMerge', index]
    found.push(...written(entry, place, null, kustomization, files))
  }
  for (const field of ['patchesJson6902', 'patches']) {
    for (const [index, entry] of list(field).entries()) {
      if (!isMap(entry)) continue
      const target = isMap(entry.target) ? entry.target : null
      const inline = typeof entry.patch === 'string' ? entry.patch : null
      const text = inline ?? (typeof entry.path === 'string' ? entry.path : null)
      const place = [field, index, inline === null ? 'path' : 'patch']
      if (text !== null) found.push(...written(text, place, target, kustomization, files))
    }
  }
  return found
}

/** @param text a file's name, or the patch itself, which has line breaks or braces */
function written(
  text: string,
  place: FieldPath,
  target: JsonMap | null,
  kustomization: Settings,
  files: SettingsFiles
): Patch[] {
  const inline = /[\n{[]/.test(text) || /:\s/.test(text)
  const path = inline ? null : resolvePath(folderOf(kustomization.file), text)
  const source = inline
    ? new Settings(kustomization.file, text)
    : path === null
      ? null
      : files.get(path)
  return (source?.documents ?? []).flatMap(document => {
    const { value } = document
    if (value === undefined) return []
    const { kind, name } = meant(value, target)
    const locate = (path: FieldPath, part: Part): SourceRange | null => {
      const at = document.locate(source?.file ?? '', path, part)
      return inline ? within(at, kustomization.locate(place, 'value')) : at
    }
    return [{ kind, name, value, locate }]
  })
}

/** A place in a text that a block scalar holds: its lines follow the scalar's header. */
function within(at: SourceRange, block: SourceRange | null): SourceRange | null {
  if (block === null) return null
  // A scalar of one line: all of it.
  if (block.end.line <= block.start.line) return block
  const line = block.start.line + at.start.line
  return {
    file: block.file,
    start: { line, column: 1 },
    end: { line: block.start.line + at.end.line, column: 1 + at.end.column }
  }
}

function meant(value: Json, target: JsonMap | null): { kind: string | null; name: string | null } {
  const metadata = isMap(value) ? value.metadata : undefined
  const kind = target?.kind ?? (isMap(value) ? value.kind : undefined)
  const own = target === null && isMap(metadata) ? metadata.name : undefined
  const name = target?.name ?? own
  return {
    kind: typeof kind === 'string' ? kind : null,
    name: typeof name === 'string' ? name : null
  }
}

/**
 * Where a patch gives a field the value that was rendered; null where it does not. The name of the target is compared
 * loosely, since prefixes and suffixes are added later and a target's name is a pattern; the value decides.
 */
export function placeInPatch(patch: Patch, field: RenderedField): SourceRange | null {
  if (patch.kind !== null && patch.kind !== field.kind) return null
  const plain = patch.name !== null && /^[a-z0-9.-]+$/.test(patch.name)
  if (plain && !field.name.includes(patch.name ?? '')) return null
  const value = valueAt(field.object, field.path)
  if (value === undefined) return null
  if (!Array.isArray(patch.value)) {
    const isType =
      field.path.length === 1 && (field.path[0] === 'kind' || field.path[0] === 'apiVersion')
    const isName =
      field.path[0] === 'metadata' && field.path.length < 3 && field.path[1] !== 'labels'
    if (isType || isName || !sameValue(valueAt(patch.value, field.path), value)) return null
    return patch.locate(field.path, field.part)
  }
  for (const [index, operation] of [...patch.value.entries()].reverse()) {
    if (!isMap(operation) || typeof operation.path !== 'string') continue
    const rest = below(field.path, operation.path)
    if (rest === null || !sameValue(valueAt(operation.value, rest), value)) continue
    return patch.locate([index, 'value', ...rest], field.part)
  }
  return null
}

/** What is left of a path below a JSON Pointer; null where it is not below. `-` is the end of a list. */
function below(path: FieldPath, pointer: string): FieldPath | null {
  const keys = pointer
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (keys.length > path.length) return null
  const isPrefix = keys.every(
    (key, index) => key === String(path[index]) || (key === '-' && typeof path[index] === 'number')
  )
  return isPrefix ? path.slice(keys.length) : null
}
