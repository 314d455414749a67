import type { FieldPath, FindingDraft, Part } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { isMap } from '../manifest/map.ts'
import { nearest } from './nearest.ts'
import { describePath } from './path.ts'
import { describeValue, quote, shorten } from './type.ts'

/** metav1.ObjectMeta (k8s.io/apimachinery pkg/apis/meta/v1/types.go). */
const FIELDS: ReadonlySet<string> = new Set([
  'annotations',
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'finalizers',
  'generateName',
  'generation',
  'labels',
  'managedFields',
  'name',
  'namespace',
  'ownerReferences',
  'resourceVersion',
  'selfLink',
  'uid'
])
const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/
const QUALIFIED = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/
/** apimachinery pkg/api/validation/objectmeta.go: all keys and values together. */
const ANNOTATION_BYTES = 256 * 1024

const SUBDOMAIN_WORDS =
  'a DNS subdomain: lower-case letters, digits, - and ., at most 253 characters, a letter or digit at both ends of each part'
const LABEL_WORDS =
  'a DNS label: lower-case letters, digits and -, at most 63 characters, a letter or digit at both ends'
const VALUE_WORDS =
  'a label value: letters, digits, -, _ and ., at most 63 characters, a letter or digit at both ends'
const KEY_WORDS =
  'a name of letters, digits, -, _ and ., at most 63 characters, with an optional DNS subdomain and a slash before it'

type Fault = Pick<FindingDraft, 'message' | 'params'> & {
  readonly id: string
  readonly path: FieldPath
  readonly part: Part
}

/**
 * What the API server asks of every object's metadata (apimachinery pkg/api/validation/objectmeta.go), as
 * far as it is the same for all kinds and the reader has not said it already: the reader reports a missing
 * name and values that are no strings. `customResource`: the name is a DNS subdomain, as of every CRD.
 */
export function validateMetadata(manifest: Manifest, customResource: boolean): FindingDraft[] {
  const { metadata } = manifest.object
  if (metadata === undefined || !isMap(metadata)) return []
  const { name, namespace } = metadata
  const faults = [...unknownFields(Object.keys(metadata))]
  if (customResource && typeof name === 'string' && !isSubdomain(name)) {
    faults.push(invalid(['metadata', 'name'], name, SUBDOMAIN_WORDS))
  }
  if (typeof namespace === 'string' && namespace !== '' && !isLabel(namespace)) {
    faults.push(invalid(['metadata', 'namespace'], namespace, LABEL_WORDS))
  }
  faults.push(...labelFaults(manifest.labels), ...annotationFaults(manifest.annotations))
  return faults.map(({ id, path, part, message, params }) => ({
    id: `schema/${id}`,
    sources: [],
    severity: 'error',
    certainty: 'certain',
    message,
    params,
    subject: manifest.ref,
    at: { manifest, path, part },
    related: []
  }))
}

function* unknownFields(fields: readonly string[]): Generator<Fault> {
  for (const field of fields) {
    if (FIELDS.has(field)) continue
    const similar = nearest(field, FIELDS)
    const hint = similar === undefined ? '' : ` Did you mean ${JSON.stringify(similar)}?`
    yield {
      id: 'unknown-field',
      path: ['metadata', field],
      part: 'key',
      message: `metadata has no field ${quote(field)}.${hint} The API server refuses it under strict validation (the default of kubectl) and drops it otherwise, so that it does nothing.`,
      params: { field: `metadata.${field}` }
    }
  }
}

function* labelFaults(labels: Readonly<Record<string, string>>): Generator<Fault> {
  for (const key of Object.keys(labels)) {
    const value = labels[key] ?? ''
    const path = ['metadata', 'labels', key]
    if (!isQualifiedName(key)) yield invalidKey(path, key)
    if (value !== '' && (value.length > 63 || !QUALIFIED.test(value))) {
      yield invalid(path, value, VALUE_WORDS)
    }
  }
}

function* annotationFaults(annotations: Readonly<Record<string, string>>): Generator<Fault> {
  let size = 0
  for (const key of Object.keys(annotations)) {
    // Their case does not matter.
    if (!isQualifiedName(key.toLowerCase())) yield invalidKey(['metadata', 'annotations', key], key)
    size += key.length + (annotations[key] ?? '').length
  }
  // Bytes are at most three times as many as UTF-16 units: nothing to count in most objects.
  if (size * 3 <= ANNOTATION_BYTES) return
  const bytes = new TextEncoder().encode(Object.entries(annotations).flat().join('')).length
  if (bytes <= ANNOTATION_BYTES) return
  yield {
    id: 'out-of-bounds',
    path: ['metadata', 'annotations'],
    part: 'key',
    message: `metadata.annotations take ${bytes} bytes, but may take at most ${ANNOTATION_BYTES}. Keep the text elsewhere.`,
    params: { field: 'metadata.annotations' }
  }
}

function isLabel(text: string): boolean {
  return text.length <= 63 && LABEL.test(text)
}

function isSubdomain(text: string): boolean {
  return text.length <= 253 && SUBDOMAIN.test(text)
}

function isQualifiedName(key: string): boolean {
  const [first = '', second, ...more] = key.split('/')
  if (more.length > 0) return false
  const name = second ?? first
  if (name.length > 63 || !QUALIFIED.test(name)) return false
  return second === undefined || isSubdomain(first)
}

function invalid(path: FieldPath, value: string, expected: string): Fault {
  return {
    id: 'invalid-format',
    path,
    part: 'value',
    message: `${describePath(path)} is ${describeValue(value)}, but must be ${expected}.`,
    params: { field: describePath(path), value: shorten(value, 200) }
  }
}

function invalidKey(path: FieldPath, key: string): Fault {
  const map = describePath(path.slice(0, -1))
  return {
    id: 'invalid-format',
    path,
    part: 'key',
    message: `${map} has the key ${quote(key)}, but its keys must be ${KEY_WORDS}.`,
    params: { field: map, key: shorten(key, 200) }
  }
}
