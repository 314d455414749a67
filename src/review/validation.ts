import type { FindingDraft, UnknownDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { createSchemas, type Schemas } from '../schema/schemas.ts'
import { validateSchema } from '../schema/validate.ts'
import { validateManifest } from '../validation/validate.ts'
import type { Counterparts } from './counterparts.ts'
import type { Failures } from './failures.ts'
import type { ReviewInput } from './input.ts'

/** What stands between one manifest and a cluster: the API server's schema and rules, and istiod's webhook. */
export interface Validation {
  of(manifest: Manifest, mesh: Mesh, others: Counterparts): Validated
}

export interface Validated {
  readonly findings: readonly FindingDraft[]
  /** Rules that could not be run. */
  readonly unknown: readonly UnknownDraft[]
}

/**
 * Schema and webhook judge every object of both sides; an object that did not change is judged once for both. The
 * validation rules (CEL) cost a tenth of a second to load, so that in a comparison only objects that differ are run
 * through them: equal objects have equal findings, which are neither introduced nor resolved, and are not among the
 * remaining ones. `validate` and `analyze` run them on all.
 */
export function validation(
  { schemas: source, expressions }: Pick<ReviewInput, 'schemas' | 'expressions'>,
  failures: Failures
): Validation {
  const schemas = new Map<string, Schemas>()
  const schemasOf = (minor: string) => {
    const known = schemas.get(minor) ?? createSchemas(source, { istio: minor })
    schemas.set(minor, known)
    return known
  }
  const structure = onceForEqual((manifest, { version }) =>
    failures.findings('The schema validation', [manifest], () =>
      validateSchema(manifest, schemasOf(version.minor))
    )
  )
  const webhook = onceForEqual((manifest, { features }) =>
    failures.findings('The webhook validation', [manifest], () =>
      validateManifest(manifest, { features })
    )
  )
  const rules = (manifest: Manifest, mesh: Mesh, others: Counterparts): Validated => {
    if (expressions === undefined || others.isUnchanged(manifest)) return NOTHING
    let unknown: readonly UnknownDraft[] = []
    const findings = failures.findings('The validation by CEL rules', [manifest], () => {
      // Rules about a change hold for the new object.
      const old = mesh.side === 'head' ? others.of(manifest) : undefined
      const result = expressions(manifest, schemasOf(mesh.version.minor), old)
      unknown = result.unknown
      return result.findings
    })
    return { findings, unknown }
  }
  return {
    of(manifest, mesh, others) {
      const { findings, unknown } = rules(manifest, mesh, others)
      const all = [...structure(manifest, mesh), ...findings, ...webhook(manifest, mesh)]
      return { findings: all, unknown }
    }
  }
}

const NOTHING: Validated = { findings: [], unknown: [] }

type Judge = (manifest: Manifest, mesh: Mesh) => readonly FindingDraft[]

interface Judged {
  readonly manifest: Manifest
  readonly minor: string
  readonly allocates: boolean
  readonly findings: readonly FindingDraft[]
}

/** Equal files are parsed once, so that equal objects are one object; a place also depends on the file. */
function onceForEqual(judge: Judge): Judge {
  const first = new WeakMap<object, Judged>()
  /** The same object in other files, or under other versions. */
  const more = new WeakMap<object, Map<string, Judged>>()
  return (manifest, mesh) => {
    const { object } = manifest
    const { minor } = mesh.version
    const allocates = mesh.features.has('auto-allocate-addresses')
    const one = first.get(object)
    const known =
      one !== undefined && one.minor === minor && one.allocates === allocates && same(one, manifest)
        ? one
        : more.get(object)?.get(keyOf(manifest, minor, allocates))
    if (known !== undefined) {
      if (known.findings.length === 0) return NO_FINDINGS
      return known.findings.map(draft => moved(draft, known.manifest, manifest))
    }
    const findings = judge(manifest, mesh)
    const judged = { manifest, minor, allocates, findings }
    if (one === undefined) first.set(object, judged)
    else {
      const others = more.get(object) ?? new Map<string, Judged>()
      more.set(object, others)
      others.set(keyOf(manifest, minor, allocates), judged)
    }
    return findings
  }
}

function same({ manifest }: Judged, { file, ref }: Manifest): boolean {
  return manifest.file === file && manifest.ref.namespace === ref.namespace
}

function keyOf({ file, ref }: Manifest, minor: string, allocates: boolean): string {
  return `${minor} ${allocates} ${ref.namespace} ${file}`
}

const NO_FINDINGS: readonly FindingDraft[] = []

/** What was found in an object, as a finding in its equal: analyzers and this room look for twins by manifest. */
function moved(draft: FindingDraft, from: Manifest, to: Manifest): FindingDraft {
  const place = <At extends FindingDraft['at']>(at: At): At =>
    'manifest' in at && at.manifest === from ? { ...at, manifest: to } : at
  const related = draft.related.map(one => ({ ...one, at: place(one.at) }))
  return { ...draft, at: place(draft.at), related }
}
