import type { FieldPath, FindingDraft, Part } from '../finding.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { below } from './below.ts'
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
  const raw = changesSilently(kind.checks, version.schema)
    ? coerceObject(object, kind, version)
    : object
  const problems = record(raw, kind, version)
  if (problems.length === 0 || raw !== object) return problems
  const coerced = coerceObject(object, kind, version)
  return coerced === object ? problems : record(coerced, kind, version)
}

/** The object as the API server validates it. Unknown fields are still there. */
export function coerceObject(object: JsonMap, kind: KindSchemas, version: VersionTable): JsonMap {
  // A map stays a map.
  return coerce(kind.checks, version.schema, object) as JsonMap
}

/**
 * Whether the object has to be coerced before it is checked. Elsewhere a null that is dropped is at first a
 * value of the wrong type, so that only an object with problems is coerced and checked again.
 */
const changesSilently = below(
  node => node.default !== undefined || (node.type === undefined && !node.intOrString)
)

function record(object: JsonMap, kind: KindSchemas, version: VersionTable): readonly Problem[] {
  const recorder = new Recorder()
  kind.checks.check(version.schema)(object, recorder)
  return recorder.all()
}

/** Problems kept of one object. More are as good as these: nobody reads them, and each has its price. */
const MOST = 200

/** What every object has beside its schema; `metadata.ts` and the version say what is wrong with it. */
const OBJECT_FIELDS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

class Recorder implements Walk {
  readonly path: (string | number)[] = []
  private readonly problems: Problem[] = []
  private more = 0
  private readonly places = new Set<string>()

  report(fault: Fault, part: Part = 'value', field?: string): void {
    if (this.path.length === 0 && field !== undefined && OBJECT_FIELDS.has(field)) return
    const path: FieldPath = field === undefined ? [...this.path] : [...this.path, field]
    const place = JSON.stringify([path, part, fault.id === 'missing-field' ? fault.field : ''])
    if (this.places.has(place)) return
    if (this.problems.length === MOST) {
      this.more += 1
      return
    }
    this.places.add(place)
    this.problems.push({ ...fault, path, part })
  }

  all(): readonly Problem[] {
    if (this.more === 0) return this.problems
    return [...this.problems, { id: 'more-problems', count: this.more, path: [], part: 'value' }]
  }
}
