import type { FieldPath } from '../finding.ts'
import { firstValue, parseFile } from '../manifest/file.ts'
import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { map, mapOrEmpty, text } from './json.ts'

/** The map that a text of YAML holds; `undefined` where it is none. */
export function yamlMap(content: string): JsonMap | undefined {
  const parsed = parseFile(new TextEncoder().encode(content), 1)
  return 'refused' in parsed ? undefined : map(firstValue(parsed))
}

/** Keys of Istio's ConfigMap that hold YAML as text. Source: istio manifests/charts/istio-control/istio-discovery. */
const EMBEDDED = ['mesh', 'meshNetworks']

/**
 * The object with the YAML texts of Istio's ConfigMap as values, so that a changed field of the mesh
 * configuration has a path: `data.mesh.outboundTrafficPolicy.mode`. Other objects stay as they are.
 */
export function withEmbedded(manifest: Manifest): JsonMap {
  const { object, ref } = manifest
  if (ref.kind !== 'ConfigMap' || ref.group !== '') return object
  const data = mapOrEmpty(object.data)
  const read: Record<string, JsonMap> = {}
  for (const key of EMBEDDED) {
    const content = text(data[key])
    const value = content === undefined ? undefined : settingsOf(content)
    if (value !== undefined) read[key] = value
  }
  return Object.keys(read).length === 0 ? object : { ...object, data: { ...data, ...read } }
}

/** A text without a value, or with comments alone, sets nothing. */
function settingsOf(content: string): JsonMap | undefined {
  const parsed = parseFile(new TextEncoder().encode(content), 1)
  if ('refused' in parsed) return undefined
  const value = firstValue(parsed)
  const isBlank = value === null || (value === undefined && parsed.documents.length === 0)
  return isBlank ? {} : map(value)
}

/** Is it the place of a text of settings that sets nothing? */
export function isEmptyText(object: JsonMap, path: FieldPath): boolean {
  const [first, key, ...rest] = path
  if (first !== 'data' || typeof key !== 'string' || rest.length > 0) return false
  const value = EMBEDDED.includes(key) ? map(mapOrEmpty(object.data)[key]) : undefined
  return value !== undefined && Object.keys(value).length === 0
}

/** The part of a path that the object itself has: what lies in a text of YAML is placed at the text. */
export function writtenPath({ object }: Pick<Manifest, 'object'>, path: FieldPath): FieldPath {
  let value: Json | undefined = object
  for (const [index, key] of path.entries()) {
    if (typeof value === 'string') return path.slice(0, index)
    if (Array.isArray(value)) value = value[Number(key)]
    else value = map(value)?.[key]
  }
  return path
}
