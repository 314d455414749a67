import type { FieldPath } from '../finding.ts'
import { isReadKind, isReadObject, splitApiVersion } from './kinds.ts'
import type { Aside } from './layout.ts'
import type { Json, JsonMap } from './manifest.ts'
import { emptyMap, isMap, noFields } from './map.ts'
import { placeholderIn } from './template.ts'

/** A Kubernetes object as a document holds it, before a side and a default namespace are known. */
export interface KubernetesObject {
  readonly apiVersion: string
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly name: string
  /** `null` where the document gives none. */
  readonly namespace: string | null
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly object: JsonMap
  readonly spec: JsonMap
  /** Where the object stands in its document: `[]`, or `['items', 3]`. */
  readonly path: FieldPath
}

/** A fault of a field, placed by its path. */
export interface FieldFault {
  readonly id: `manifest/${string}`
  readonly message: string
  readonly params: Readonly<Record<string, string>>
  readonly path: FieldPath
}

/** What one document turned out to hold. */
export interface Objects {
  readonly objects: KubernetesObject[]
  readonly faults: FieldFault[]
  /** Kinds that are not read, and objects that are read only by name: counted. */
  readonly kinds: { readonly group: string; readonly kind: string }[]
  /** Things in it that are seen and not read. */
  readonly asides: Aside[]
}

export const foreign: Aside = { reason: 'not-kubernetes', detail: 'no apiVersion and kind' }

export const jsonPatchAside: Aside = { reason: 'kustomize-patch', detail: 'JSON patch' }

/** The objects of a document: one, or the items of a `List`. */
export function objectsOf(value: Json): Objects {
  const found: Objects = { objects: [], faults: [], kinds: [], asides: [] }
  if (isJsonPatch(value)) found.asides.push(jsonPatchAside)
  else collect(value, [], undefined, found)
  return found
}

/** RFC 6902, as kustomize applies it. */
function isJsonPatch(value: Json): boolean {
  const first = Array.isArray(value) ? value[0] : undefined
  return isMap(first) && typeof first.op === 'string' && typeof first.path === 'string'
}

interface ListType {
  readonly apiVersion: string
  readonly kind: string
}

function collect(value: Json, path: FieldPath, list: ListType | undefined, found: Objects): void {
  if (!isMap(value)) {
    if (value !== null) found.asides.push(foreign)
    return
  }
  if ('$patch' in value) {
    found.asides.push({ reason: 'kustomize-patch', detail: 'strategic merge patch' })
    return
  }
  // apimachinery: items of a typed list without a kind take the list's.
  const typed = list !== undefined && value.kind === undefined
  const apiVersion = typed ? list.apiVersion : value.apiVersion
  const kind = typed ? list.kind : value.kind
  if (
    typeof apiVersion !== 'string' ||
    typeof kind !== 'string' ||
    apiVersion === '' ||
    kind === ''
  ) {
    typeFault(value, path, found)
    return
  }
  if (kind.endsWith('List') && Array.isArray(value.items)) {
    const item = { apiVersion, kind: kind.slice(0, -'List'.length) }
    for (const [index, each] of value.items.entries()) {
      collect(each, [...path, 'items', index], item.kind === '' ? undefined : item, found)
    }
    return
  }
  const { group, version } = splitApiVersion(apiVersion)
  found.kinds.push({ group, kind })
  if (isReadKind(group, kind)) describe(value, { apiVersion, group, version, kind, path }, found)
}

/** Half of a type, beside metadata: somebody meant an object. */
function typeFault(value: JsonMap, path: FieldPath, found: Objects): void {
  const hasKind = typeof value.kind === 'string' && value.kind !== ''
  const hasVersion = typeof value.apiVersion === 'string' && value.apiVersion !== ''
  if (!isMap(value.metadata) || (!hasKind && !hasVersion)) {
    found.asides.push(foreign)
    return
  }
  const field = hasKind ? 'apiVersion' : 'kind'
  const present = field in value
  found.faults.push({
    id: present ? `manifest/invalid-${kebab(field)}` : `manifest/missing-${kebab(field)}`,
    message: `${present ? `${field} is not a string` : `${field} is missing`}, so nobody can tell what kind of object this is. Give it as a string.`,
    params: { field },
    path: [...path, field]
  })
}

function kebab(field: 'apiVersion' | 'kind'): string {
  return field === 'kind' ? 'kind' : 'api-version'
}

type Type = Pick<KubernetesObject, 'apiVersion' | 'group' | 'version' | 'kind' | 'path'>

function describe(value: JsonMap, type: Type, found: Objects): void {
  const { kind, group } = type
  const object = kind === 'Secret' && group === '' ? withoutSecrets(value) : value
  const metadata = object.metadata
  const name = nameOf(metadata, type, found)
  if (name === null) return
  const fields = isMap(metadata) ? metadata : noFields
  const namespace = fields.namespace
  const reason = placeholderIn(typeof namespace === 'string' ? name + namespace : name)
  if (reason !== null) {
    found.asides.push({ reason, detail: `${kind} ${name}, not rendered` })
    return
  }
  if (!isReadObject(group, kind, name)) return
  if (namespace !== undefined && namespace !== null && typeof namespace !== 'string') {
    fault(
      found,
      type,
      'invalid-namespace',
      ['namespace'],
      'metadata.namespace is not a string. Quote it.',
      { name }
    )
  }
  found.objects.push({
    ...type,
    name,
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : null,
    labels: texts(fields, 'labels', type, name, found),
    annotations: texts(fields, 'annotations', type, name, found),
    object,
    spec: isMap(object.spec) ? object.spec : noFields
  })
}

function nameOf(metadata: Json | undefined, type: Type, found: Objects): string | null {
  if (metadata !== undefined && metadata !== null && !isMap(metadata)) {
    fault(
      found,
      type,
      'invalid-metadata',
      [],
      'metadata is not a map. It takes name, namespace, labels and annotations.'
    )
    return null
  }
  const fields = metadata ?? noFields
  const { name, generateName } = fields
  if (typeof name === 'string' && name !== '') return name
  if (name !== undefined && name !== null && typeof name !== 'string') {
    fault(found, type, 'invalid-name', ['name'], 'metadata.name is not a string. Quote it.')
    return null
  }
  if (typeof generateName === 'string' && generateName !== '') return generateName
  // istioctl reads it from a file and asks for no name.
  if (type.group === 'install.istio.io') return ''
  fault(
    found,
    type,
    'missing-name',
    ['name'],
    `This ${type.kind} has no metadata.name, so it cannot be applied. Name it.`
  )
  return null
}

/** Labels or annotations. Kubernetes reads null as an empty text and refuses anything else that is no string. */
function texts(
  fields: JsonMap,
  field: 'labels' | 'annotations',
  type: Type,
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
      `invalid-${field}`,
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
        `invalid-${field}`,
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

function fault(
  found: Objects,
  type: Type,
  problem: string,
  path: FieldPath,
  message: string,
  params: Record<string, string> = {}
): void {
  found.faults.push({
    id: `manifest/${problem}`,
    message,
    params: { kind: type.kind, ...params },
    path: [...type.path, 'metadata', ...path]
  })
}

/** Metadata and type alone; an annotation holds the whole object as it was applied last. */
function withoutSecrets(secret: JsonMap): JsonMap {
  const kept = emptyMap()
  for (const key of ['apiVersion', 'kind', 'type', 'immutable']) {
    const value = secret[key]
    if (value !== undefined) kept[key] = value
  }
  const { metadata } = secret
  if (metadata !== undefined) kept.metadata = metadata
  if (isMap(metadata) && isMap(metadata.annotations)) {
    const annotations = Object.assign(emptyMap(), metadata.annotations)
    delete annotations['kubectl.kubernetes.io/last-applied-configuration']
    kept.metadata = Object.assign(emptyMap(), metadata, { annotations })
  }
  return kept
}
