import type { FieldPath } from '../../finding.ts'
import type { Json, NotedRange, RenderedField, SourceOrigin } from '../manifest.ts'
import type { SettingsFile } from '../rendered.ts'
import { leavesOf, type SettingsFiles, sameValue, valueAt } from './settings.ts'
import { findLine, rangeOf, type TemplateLine, templateLines } from './template-lines.ts'

/**
 * Places of an object that Helm rendered: the line of the template that the field's line can come from, and the line
 * of the strongest values file that holds its value. Lines are recognised by what stands between their actions.
 * @param chart names of the charts below the root, as values name them
 * @param settings values files, strongest first
 * @param other sources of the other side, to tell what was edited
 */
export function helmOrigin(
  template: string,
  chart: readonly string[],
  namespace: string | null,
  settings: readonly SettingsFile[],
  files: SettingsFiles,
  other: SettingsFiles | null
): SourceOrigin {
  let lines: readonly TemplateLine[] | undefined
  return {
    file: template,
    namespace,
    places(field) {
      lines ??= templateLines(template, files)
      const found = lineOf(lines, field)
      const line = found === null ? undefined : lines[found.index]
      if (found === null || line === undefined) return []
      const places: NotedRange[] = [{ at: rangeOf(line), note: 'the template' }]
      const values = { chart, settings, files }
      const value = placeInValues(lines, found, field, values)
      if (value !== null) return [...places, value.place]
      const leaves = leavesOf(valueAt(field.object, field.path), field.path)
      if (leaves.length < 2 || other === null) return places
      for (const path of leaves) {
        const leaf = { ...field, path }
        const deeper = lineOf(lines, leaf)
        const set = deeper === null ? null : placeInValues(lines, deeper, leaf, values)
        // Of a field with parts, the values that were edited.
        if (set === null || sameValue(other.get(set.place.at.file)?.value(set.path), set.value)) {
          continue
        }
        places.push(set.place)
        if (places.length > placeLimit) break
      }
      return places
    }
  }
}

const placeLimit = 3

/** The deepest field on the way to the one that is asked for whose line is found, within its own object. */
function lineOf(
  lines: readonly TemplateLine[],
  field: RenderedField
): { readonly index: number; readonly depth: number } | null {
  let from = objectStart(lines, field)
  let found: { index: number; depth: number } | null = null
  for (let depth = 1; depth <= field.path.length; depth++) {
    const text = field.line(field.path.slice(0, depth))
    const index = findLine(lines, text, from)
    if (index < 0) continue
    found = { index, depth }
    from = index
  }
  return found ?? (lines.length === 0 ? null : { index: from, depth: 0 })
}

/** Of several objects in one template, the one whose kind and name fit. */
function objectStart(lines: readonly TemplateLine[], field: RenderedField): number {
  const kind = field.line(['kind'])
  const name = field.line(['metadata', 'name'])
  let first = -1
  for (let at = findLine(lines, kind, 0); at >= 0; at = findLine(lines, kind, at + 1)) {
    if (first < 0) first = at
    const next = findLine(lines, kind, at + 1)
    const named = findLine(lines, name, at)
    if (named >= 0 && (next < 0 || named < next)) return at
  }
  return Math.max(0, first)
}

interface ValuesOf {
  readonly chart: readonly string[]
  readonly settings: readonly SettingsFile[]
  readonly files: SettingsFiles
}

interface ValuePlace {
  readonly place: NotedRange
  /** In the values file. */
  readonly path: FieldPath
  readonly value: Json
}

function placeInValues(
  lines: readonly TemplateLine[],
  { index, depth }: { readonly index: number; readonly depth: number },
  field: RenderedField,
  values: ValuesOf
): ValuePlace | null {
  const rendered = valueAt(field.object, field.path)
  if (rendered === undefined) return null
  const rest = field.path.slice(depth)
  // Below a field that is written out whole, the lines that follow its key hold the action.
  for (const { text } of lines.slice(index, rest.length === 0 ? index + 1 : index + 3)) {
    for (const { 1: keys = '' } of text.matchAll(/\.Values((?:\.[A-Za-z_]\w*)+)/g)) {
      const place = strongest(keys.slice(1).split('.'), rest, rendered, values)
      if (place !== null) return place
    }
  }
  return null
}

/** The first file that says the value at all; null where what it says is not what was rendered. */
function strongest(
  keys: readonly string[],
  rest: FieldPath,
  rendered: Json,
  { chart, settings, files }: ValuesOf
): ValuePlace | null {
  for (const { file, scope } of settings) {
    if (!scope.every((name, index) => chart[index] === name)) continue
    const own = keys[0] === 'global' ? [] : chart.slice(scope.length)
    const read = files.get(file)
    const outer = [...own, ...keys]
    if (read === null || read.value(outer) === undefined) continue
    const whole = [...outer, ...rest]
    const path = read.value(whole) === undefined ? outer : whole
    const value = read.value(path)
    const at = read.locate(path, 'value')
    if (at === null || value === undefined || !isSameText(value, rendered)) return null
    return { place: { at, note: 'the value comes from here' }, path, value }
  }
  return null
}

/** A template writes text: `"8080"` of a values file may be the number of a field. */
function isSameText(value: Json, rendered: Json): boolean {
  if (sameValue(value, rendered)) return true
  const isScalar = (one: Json) => typeof one !== 'object' || one === null
  if (!isScalar(value) || !isScalar(rendered)) return false
  // Part of what is rendered, such as a host before its domain.
  const text = String(value)
  return String(rendered) === text || (text.length > 1 && String(rendered).includes(text))
}
