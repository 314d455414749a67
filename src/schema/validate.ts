import type { FieldPath, FindingDraft, Part } from '../finding.ts'
import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { emptyMap } from '../manifest/map.ts'
import { coerce } from './coerce.ts'
import { validateMetadata } from './metadata.ts'
import type { Fault, Problem, Walk } from './problem.ts'
import type { KindSchemas, Schemas } from './schemas.ts'
import type { VersionTable } from './table.ts'
import { fallbackVersion, unknownKind, versionFindings } from './version.ts'
import { findingOf } from './words.ts'

/**
 * What the API server says about a manifest by the CustomResourceDefinitions of the versions in use:
 * structural schema, unknown fields, lists with keys, metadata. Istiod's webhook is another judge
 * (`validation`); CEL rules are in `cel.ts`. Kinds that no table describes get their metadata checked.
 */
export function validateSchema(manifest: Manifest, schemas: Schemas): FindingDraft[] {
  const { group, kind } = manifest.ref
  const known = schemas.kind(group, kind, manifest.version)
  const findings = validateMetadata(manifest, known !== undefined)
  if (known === undefined) {
    if (schemas.hasGroup(group)) findings.push(unknownKind(manifest, schemas))
    return findings
  }
  findings.push(...versionFindings(manifest, known, schemas))
  const version = known.version(manifest.version) ?? fallbackVersion(known)
  if (version === undefined) return findings
  const context = { manifest, schemas, kind: known, version }
  for (const problem of findProblems(manifest.object, known, version)) {
    findings.push(findingOf(problem, context))
  }
  return findings
}

/** The problems of one object, in its own order. One a place: the first that was met. */
export function findProblems(
  object: JsonMap,
  kind: KindSchemas,
  version: VersionTable
): readonly Problem[] {
  const recorder = new Recorder()
  kind.checks.check(version.schema)(coerceObject(object, kind, version), recorder)
  return recorder.problems
}

/** The object as the API server validates it, without what every object has. */
export function coerceObject(object: JsonMap, kind: KindSchemas, version: VersionTable): JsonMap {
  const body = emptyMap()
  for (const key of Object.keys(object)) {
    if (key !== 'apiVersion' && key !== 'kind' && key !== 'metadata')
      body[key] = object[key] as Json
  }
  // A map stays a map.
  return coerce(kind.checks, version.schema, body) as JsonMap
}

class Recorder implements Walk {
  readonly path: (string | number)[] = []
  readonly problems: Problem[] = []
  private readonly places = new Set<string>()

  report(fault: Fault, part: Part = 'value', field?: string): void {
    const path: FieldPath = field === undefined ? [...this.path] : [...this.path, field]
    const place = JSON.stringify([path, part, fault.id === 'missing-field' ? fault.field : ''])
    if (this.places.has(place)) return
    this.places.add(place)
    this.problems.push({ ...fault, path, part })
  }
}
