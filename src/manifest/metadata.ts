import type { FieldPath } from '../finding.ts'
import type { ManifestFindingId } from './findings.ts'
import type { Objects, ObjectType } from './kubernetes-object.ts'
import type { Json, JsonMap } from './manifest.ts'
import { emptyMap, isMap, noFields } from './map.ts'

/** `null` where there is none and none can be made: then a fault says so. */
export function nameOf(
  metadata: Json | undefined,
  type: ObjectType,
  found: Objects
): string | null {
  if (metadata !== undefined && metadata !== null && !isMap(metadata)) {
    fault(
      found,
      type,
      'manifest/invalid-metadata',
      [],
      'metadata is not a map. It takes name, namespace, labels and annotations.'
    )
    return null
  }
  const fields = metadata ?? noFields
  const { name, generateName } = fields
  if (typeof name === 'string' && name !== '') return name
  if (name !== undefined && name !== null && typeof name !== 'string') {
    fault(
      found,
      type,
      'manifest/invalid-name',
      ['name'],
      'metadata.name is not a string. Quote it.'
    )
    return null
  }
  if (typeof generateName === 'string' && generateName !== '') return generateName
  // istioctl reads it from a file and asks for no name.
  if (type.group === 'install.istio.io') return ''
  fault(
    found,
    type,
    'manifest/missing-name',
    ['name'],
    `This ${type.kind} has no metadata.name, so it cannot be applied. Name it.`
  )
  return null
}

/** Labels or annotations. Kubernetes reads null as an empty text and refuses anything else that is no string. */
export function textsOf(
  fields: JsonMap,
  field: 'labels' | 'annotations',
  type: ObjectType,
  name: string,
  found: Objects
): Record<string, string> {
  const given = fields[field]
  const result: Record<string, string> = emptyMap() as Record<string, string> // only strings are put in
  if (given === undefined || given === null) return result
  if (!isMap(given)) {
    fault(
      found,
      type,
      `manifest/invalid-${field}`,
      [field],
      `metadata.${field} is not a map of strings. Correct it.`,
      { name }
    )
    return result
  }
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === 'string') result[key] = value
    else if (value === null) result[key] = ''
    else {
      fault(
        found,
        type,
        `manifest/invalid-${field}`,
        [field, key],
        `metadata.${field} takes strings, and ${JSON.stringify(key)} is ${typeOf(value)}, which the API server refuses. Quote the value.`,
        { name, key }
      )
    }
  }
  return result
}

function typeOf(value: Json): string {
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`
}

export function fault(
  found: Objects,
  type: ObjectType,
  id: ManifestFindingId,
  path: FieldPath,
  message: string,
  params: Record<string, string> = {}
): void {
  found.faults.push({
    id,
    message,
    params: { kind: type.kind, ...params },
    path: [...type.path, 'metadata', ...path]
  })
}
