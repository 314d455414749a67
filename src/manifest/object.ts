import type { FieldPath } from '../finding.ts'
import { fingerprint } from '../fingerprint.ts'
import { credentialOf } from './credential.ts'
import { isReadKind, isReadObject, splitApiVersion } from './kinds.ts'
import type { Objects, ObjectType } from './kubernetes-object.ts'
import type { Aside } from './layout.ts'
import type { Json, JsonMap } from './manifest.ts'
import { isMap, noFields } from './map.ts'
import { fault, nameOf, textsOf } from './metadata.ts'
import { withoutSecrets } from './secret.ts'
import { placeholderIn } from './template.ts'

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
  const why = field in value ? 'is not a string' : 'is missing'
  found.faults.push({
    id: typeFaults[field][field in value ? 'invalid' : 'missing'],
    message: `${field} ${why}, so nobody can tell what kind of object this is. Give it as a string.`,
    params: { field },
    path: [...path, field]
  })
}

const typeFaults = {
  apiVersion: { invalid: 'manifest/invalid-api-version', missing: 'manifest/missing-api-version' },
  kind: { invalid: 'manifest/invalid-kind', missing: 'manifest/missing-kind' }
} as const

function describe(value: JsonMap, type: ObjectType, found: Objects): void {
  const { kind, group } = type
  const isSecret = kind === 'Secret' && group === ''
  const object = isSecret ? withoutSecrets(value) : value
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
      'manifest/invalid-namespace',
      ['namespace'],
      'metadata.namespace is not a string. Quote it.',
      { name }
    )
  }
  found.objects.push({
    ...type,
    name,
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : null,
    labels: textsOf(fields, 'labels', type, name, found),
    annotations: textsOf(fields, 'annotations', type, name, found),
    object,
    spec: isMap(object.spec) ? object.spec : noFields,
    ...(isSecret && {
      credential: credentialOf(value),
      digest: fingerprint([value.data, value.stringData])
    })
  })
}
