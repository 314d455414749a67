import { analyzers } from '../analyzers/index.ts'
import type { Config } from '../config/config.ts'
import { UserError } from '../errors.ts'
import type { Finding, FindingDraft, UnknownDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh, MeshInput } from '../mesh/mesh.ts'
import { MINORS, minorOf } from '../mesh/version.ts'
import type { Counterparts } from './counterparts.ts'
import { dataplaneView } from './dataplane-view.ts'
import type { Failures } from './failures.ts'
import { findingOf } from './findings.ts'
import type { ReviewInput } from './input.ts'
import type { MeshFiles } from './meshes.ts'
import { withoutTwins } from './twins.ts'
import type { Validation } from './validation.ts'

/** What one side of a mesh is built from: the call goes before the mesh's configuration, that before the file's. */
export function meshInput(
  files: MeshFiles,
  side: 'base' | 'head',
  manifests: readonly Manifest[],
  input: Pick<ReviewInput, 'config' | 'istio' | 'istioBase' | 'features'>
): MeshInput {
  const { config } = input
  const own =
    side === 'base' ? (input.istioBase ?? configuredIstio(files, config, 'istioBase')) : undefined
  const istio = own ?? input.istio ?? configuredIstio(files, config, 'istio')
  const meshConfig = files.selection?.meshConfig ?? config.meshConfig
  return {
    name: files.name,
    side,
    manifests,
    assumeAddresses: true,
    flags: { ...config.features, ...files.selection?.features, ...input.features },
    ...(istio !== undefined && { istio }),
    ...(meshConfig !== null && { meshConfig })
  }
}

function configuredIstio(
  files: MeshFiles,
  config: Config,
  key: 'istio' | 'istioBase'
): MeshInput['istio'] {
  const written = files.selection?.[key] ?? config[key]
  if (written === null) return undefined
  const minor = minorOf(written)
  if (minor === null) {
    throw new UserError(
      `${config.file ?? 'The configuration'} names Istio ${written}, which is not known.`,
      `Name a minor from ${MINORS[0]} to ${MINORS.at(-1)}.`
    )
  }
  return { minor, why: `${key} in ${config.file ?? 'the configuration'}` }
}

export interface FindingsInput {
  readonly mesh: Mesh
  /** Those in git; the mesh may hold assumed ones too. */
  readonly manifests: readonly Manifest[]
  /** What reading gave. */
  readonly findings: readonly FindingDraft[]
  readonly input: ReviewInput
  readonly failures: Failures
  readonly validation: Validation
  /** The other side of the mesh. */
  readonly others: Counterparts
}

export interface SideFindings {
  readonly findings: readonly Finding[]
  readonly unknown: readonly UnknownDraft[]
}

/** Everything wrong in one side of one mesh, in no particular order, and what could not be told. */
export function sideFindings({
  mesh,
  manifests,
  findings,
  input,
  failures,
  validation,
  others
}: FindingsInput): SideFindings {
  const found: FindingDraft[] = [...findings]
  const unknown: UnknownDraft[] = []
  for (const manifest of manifests) {
    const validated = validation.of(manifest, mesh, others)
    found.push(...validated.findings)
    unknown.push(...validated.unknown)
  }
  if (input.command !== 'validate') {
    const view = dataplaneView(mesh)
    // Both sides by the same time, so that one that ran out is not introduced.
    const now = input.now ?? input.head.committedAt ?? null
    for (const analyzer of analyzers) {
      if (analyzer.optional === true) continue
      if (analyzer.since !== undefined && isBefore(mesh.version.minor, analyzer.since)) continue
      found.push(
        ...failures.findings(`Analyzer ${analyzer.id}`, manifests, () =>
          analyzer.analyze(mesh, view, now)
        )
      )
    }
  }
  return { findings: withoutTwins(found).map(draft => findingOf(draft, mesh.name)), unknown }
}

function isBefore(minor: string, since: string): boolean {
  return MINORS.indexOf(minor) < MINORS.indexOf(since)
}
