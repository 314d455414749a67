import { classify } from '../dataplane/ledger/ledger.ts'
import { describeRef, type FieldPath, type Side, type UnknownDraft } from '../finding.ts'
import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { isMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { createSchemas, type SchemaSource, type Schemas } from '../schema/schemas.ts'
import { findProblems } from '../schema/validate.ts'

/** What the CustomResourceDefinitions of each minor know. */
export interface KnownFields {
  unknown(manifest: Manifest, minor: string): readonly FieldPath[]
  /** The API server of the minor would not take the object. */
  refuses(manifest: Manifest, minor: string): boolean
}

interface Told {
  readonly unknown: readonly FieldPath[]
  readonly refused: boolean
}

export function knownFields(source: SchemaSource): KnownFields {
  const schemas = new Map<string, Schemas>()
  const found = new WeakMap<object, Map<string, Told>>()
  const told = (manifest: Manifest, minor: string): Told => {
    const byMinor = found.get(manifest.object) ?? new Map<string, Told>()
    found.set(manifest.object, byMinor)
    const before = byMinor.get(minor)
    if (before !== undefined) return before
    const known = schemas.get(minor) ?? createSchemas(source, { istio: minor })
    schemas.set(minor, known)
    const now = tell(manifest, known)
    byMinor.set(minor, now)
    return now
  }
  return {
    unknown: (manifest, minor) => told(manifest, minor).unknown,
    refuses: (manifest, minor) => told(manifest, minor).refused
  }
}

function tell({ object, ref, version }: Manifest, schemas: Schemas): Told {
  const kind = schemas.hasGroup(ref.group) ? schemas.kind(ref.group, ref.kind, version) : undefined
  const table = kind?.version(version)
  if (kind === undefined || table === undefined) return { unknown: [], refused: false }
  const problems = findProblems(object, kind, table)
  return {
    unknown: problems.flatMap(one => (one.id === 'unknown-field' ? [one.path] : [])),
    refused: problems.some(one => one.id !== 'unknown-field')
  }
}

/** Whether the API server of a side drops a field, as it does what the schema of its version does not have. */
export function droppedFields(
  known: KnownFields,
  sides: Readonly<Record<Side, Mesh>>
): (manifest: Manifest, path: FieldPath) => boolean {
  return (manifest, path) =>
    known
      .unknown(manifest, sides[manifest.side].version.minor)
      .some(field => field.every((key, index) => path[index] === key))
}

interface NewField {
  /** `VirtualService spec.http[].retries.backoff`. */
  readonly name: string
  readonly path: FieldPath
}

interface WithNewFields {
  readonly manifest: Manifest
  readonly fields: readonly NewField[]
}

/** Objects with fields that the minor of their side does not know: the API server drops these when it stores them. */
export function newFields(
  manifests: readonly Manifest[],
  { version: { minor } }: Mesh,
  known: KnownFields
): WithNewFields[] {
  const found: WithNewFields[] = []
  for (const manifest of manifests) {
    const paths = known.unknown(manifest, minor)
    if (paths.length === 0) continue
    const fields = paths.map(path => ({ name: nameOf(manifest, path), path }))
    found.push({ manifest, fields })
  }
  return found
}

/**
 * What two versions take differently and the comparison cannot answer for: new fields that no compile step reads, and
 * objects that one of the two refuses, of which nobody knows what is there instead.
 */
export function takenDifferently(
  manifests: readonly Manifest[],
  minors: readonly [string, string],
  known: KnownFields
): UnknownDraft[] {
  const [before, after] = minors
  const unknown: UnknownDraft[] = []
  for (const manifest of manifests) {
    const { group, kind } = manifest.ref
    const name = describeRef(manifest.ref)
    const refusing = minors.filter(minor => known.refuses(manifest, minor))
    if (refusing.length === 1) {
      unknown.push({
        reason: 'field',
        message: `Istio ${refusing[0]} refuses ${name} and ${refusing[0] === before ? after : before} takes it: what is in the cluster under ${refusing[0]} is not known`,
        subject: manifest.ref,
        at: { manifest, path: ['metadata', 'name'] }
      })
      continue
    }
    for (const path of known.unknown(manifest, before)) {
      if (
        known
          .unknown(manifest, after)
          .some(other => nameOf(manifest, other) === nameOf(manifest, path))
      )
        continue
      if (classify(group, kind, path).status !== 'unknown') continue
      unknown.push({
        reason: 'field',
        message: `Istio ${before} does not know ${nameOf(manifest, path)} of ${name} and ${after} does, and it is not analysed yet`,
        subject: manifest.ref,
        at: { manifest, path, part: 'key' }
      })
    }
  }
  return unknown
}

/** The manifests as the API server of their minor stores them, but for the fields that are kept. */
export function withoutFields(
  manifests: readonly Manifest[],
  mesh: Mesh,
  known: KnownFields,
  kept: ReadonlySet<string> = new Set()
): readonly Manifest[] {
  const pruned = new Map<Manifest, Manifest>()
  for (const { manifest, fields } of newFields(manifests, mesh, known)) {
    const gone = fields.filter(({ name }) => !kept.has(name)).map(({ path }) => path)
    if (gone.length > 0) pruned.set(manifest, withoutPaths(manifest, gone))
  }
  return pruned.size === 0 ? manifests : manifests.map(one => pruned.get(one) ?? one)
}

function withoutPaths(manifest: Manifest, paths: readonly FieldPath[]): Manifest {
  let object: Json = manifest.object
  for (const path of paths) object = without(object, path)
  // What is left of a map is a map.
  const map = object as JsonMap
  const spec = isMap(map.spec) ? map.spec : {}
  // Places stay those of the file.
  return Object.create(manifest, { object: { value: map }, spec: { value: spec } })
}

function without(value: Json, [key, ...rest]: FieldPath): Json {
  if (key === undefined) return value
  if (typeof key === 'number') {
    if (!isList(value)) return value
    return value.map((item, index) => (index === key ? without(item, rest) : item))
  }
  if (!isMap(value) || !Object.hasOwn(value, key)) return value
  if (rest.length > 0) return { ...value, [key]: without(value[key] ?? null, rest) }
  const { [key]: _, ...others } = value
  return others
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function nameOf({ ref }: Manifest, path: FieldPath): string {
  let text = ''
  for (const key of path) text += typeof key === 'number' ? '[]' : text === '' ? key : `.${key}`
  return `${ref.kind} ${text}`
}
