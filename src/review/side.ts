import { analyzers } from '../analyzers/index.ts'
import type { Config } from '../config/config.ts'
import { UserError } from '../errors.ts'
import type { Finding, FindingDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh, MeshInput } from '../mesh/mesh.ts'
import { MINORS, minorOf } from '../mesh/version.ts'
import { createSchemas, type Schemas } from '../schema/schemas.ts'
import { validateSchema } from '../schema/validate.ts'
import { dataplaneView } from './dataplane-view.ts'
import type { Failures } from './failures.ts'
import { findingOf } from './findings.ts'
import type { ReviewInput } from './input.ts'
import type { MeshFiles } from './meshes.ts'

/** What one side of a mesh is built from: the call goes before the mesh's configuration, that before the file's. */
export function meshInput(
  files: MeshFiles,
  side: 'base' | 'head',
  manifests: readonly Manifest[],
  input: Pick<ReviewInput, 'config' | 'istio' | 'features'>
): MeshInput {
  const { config } = input
  const istio = input.istio ?? configuredIstio(files, config)
  const meshConfig = files.selection?.meshConfig ?? config.meshConfig
  return {
    name: files.name,
    side,
    manifests,
    flags: { ...config.features, ...files.selection?.features, ...input.features },
    ...(istio !== undefined && { istio }),
    ...(meshConfig !== null && { meshConfig })
  }
}

function configuredIstio(files: MeshFiles, config: Config): MeshInput['istio'] {
  const written = files.selection?.istio ?? config.istio
  if (written === null) return undefined
  const minor = minorOf(written)
  if (minor === null) {
    throw new UserError(
      `${config.file ?? 'The configuration'} names Istio ${written}, which is not known.`,
      `Name a minor from ${MINORS[0]} to ${MINORS.at(-1)}.`
    )
  }
  return { minor, why: `istio in ${config.file ?? 'the configuration'}` }
}

export interface FindingsInput {
  readonly mesh: Mesh
  /** Those in git; the mesh may hold assumed ones too. */
  readonly manifests: readonly Manifest[]
  /** What reading gave. */
  readonly findings: readonly FindingDraft[]
  readonly input: ReviewInput
  readonly failures: Failures
  readonly schemaFindings: SchemaFindings
}

/** Everything wrong in one side of one mesh, in no particular order. */
export function sideFindings({
  mesh,
  manifests,
  findings,
  input,
  failures,
  schemaFindings
}: FindingsInput): Finding[] {
  const found: FindingDraft[] = [...findings]
  for (const manifest of manifests) {
    found.push(
      ...failures.findings('The schema validation', [manifest], () =>
        schemaFindings.of(manifest, mesh.version.minor)
      )
    )
  }
  if (input.command !== 'validate') {
    const view = dataplaneView(mesh)
    for (const analyzer of analyzers) {
      if (analyzer.since !== undefined && isBefore(mesh.version.minor, analyzer.since)) continue
      found.push(
        ...failures.findings(`Analyzer ${analyzer.id}`, manifests, () =>
          analyzer.analyze(mesh, view)
        )
      )
    }
  }
  return found.map(draft => findingOf(draft, mesh.name))
}

/** Findings that depend on one manifest and a minor: an object that did not change is judged once for both sides. */
export interface SchemaFindings {
  of(manifest: Manifest, minor: string): readonly FindingDraft[]
}

export function schemaFindings(source: ReviewInput['schemas']): SchemaFindings {
  const schemas = new Map<string, Schemas>()
  // Equal files are parsed once, so that equal objects are one object; a place also depends on the file.
  const known = new WeakMap<object, Map<string, readonly FindingDraft[]>>()
  return {
    of(manifest, minor) {
      const key = `${minor} ${manifest.ref.namespace} ${manifest.file}`
      const byFile = known.get(manifest.object) ?? new Map()
      known.set(manifest.object, byFile)
      const found = byFile.get(key)
      if (found !== undefined) return found
      const chosen = schemas.get(minor) ?? createSchemas(source, { istio: minor })
      schemas.set(minor, chosen)
      const findings = validateSchema(manifest, chosen)
      byFile.set(key, findings)
      return findings
    }
  }
}

function isBefore(minor: string, since: string): boolean {
  return MINORS.indexOf(minor) < MINORS.indexOf(since)
}
