import { distinctChanges, type ManifestChange, manifestChanges } from './effects/manifest-change.ts'
import type { Finding, ResourceRef, Unknown } from './finding.ts'
import { gates } from './gates/index.ts'
import { judge } from './gates/judge.ts'
import type { Manifest, SideFiles } from './manifest/manifest.ts'
import type { Reading } from './manifest/read.ts'
import type { Mesh } from './mesh/mesh.ts'
import { refKey } from './mesh/order.ts'
import type { Report, ReportMesh, ReportMeshSide } from './report/report.ts'
import { distinctAssumptions } from './review/assumptions.ts'
import { type BuiltSides, buildSides } from './review/built-sides.ts'
import { type ComparedMesh, compareMesh } from './review/compared.ts'
import { counterparts, noCounterparts } from './review/counterparts.ts'
import { failedAnalyzer, failures } from './review/failures.ts'
import { orderedUnknown, partition, unknownOf } from './review/findings.ts'
import { foldedAcrossMeshes } from './review/fold-meshes.ts'
import type { ReviewInput } from './review/input.ts'
import { allSkipped, groupMeshes, type MeshFiles, type SideManifests } from './review/meshes.ts'
import { knownFields } from './review/new-fields.ts'
import { planOf } from './review/plan.ts'
import { usedByRenderers } from './review/rendered.ts'
import { runTimeWriters } from './review/run-time-writers.ts'
import { sideFindings } from './review/side.ts'
import { textOnlyFiles } from './review/text-only.ts'
import { toldApart } from './review/told-apart.ts'
import { changedFiles, unreadChanges } from './review/unread.ts'
import { upgradeNote } from './review/upgrade-note.ts'
import { validation } from './review/validation.ts'
import { withSuppressions } from './review/with-suppressions.ts'

/**
 * The pipeline: two sides of files in, a report out. Pure: no file, clock, network or environment, and the same input
 * gives the same report. Throws `UserError` for a configuration that cannot hold, nothing else.
 */
export function review(input: ReviewInput): Report {
  const { base, head, config } = input
  const failed = failures()
  const step = input.progress ?? (() => {})

  step('reading manifests')
  const rendered = input.rendered ?? []
  const isUsed = usedByRenderers(rendered)
  const { meshes, readings, notes } = groupMeshes(base, head, config, rendered)
  const files = base === null ? new Set<string>() : changedFiles(base, head)
  const skippedOf = (side: SideFiles, reading: Reading) =>
    allSkipped(side, reading).filter(({ file }) => !isUsed(file))
  const skipped = skippedOf(head, readings.head)
  const unknown: Unknown[] = []
  if (base !== null && readings.base !== null) {
    const unread = unreadChanges(files, [...skipped, ...skippedOf(base, readings.base)])
    for (const draft of unread) unknown.push(unknownOf(draft, meshes[0]?.name ?? 'default'))
  }

  const found: { base: Finding[]; head: Finding[] } = { base: [], head: [] }
  const reported: ReportMesh[] = []
  const compared: ComparedMesh[] = []
  const changes = new Map<string, readonly ManifestChange[]>()
  const upgraded: string[] = []
  const validating = validation(input, failed)
  const known = knownFields(input.schemas)
  const compareBuilt = (files: MeshFiles, sides: BuiltSides): ComparedMesh | null => {
    if (sides.base === null || files.base === null) return null
    const edits = manifestChanges(files.base.manifests, files.head.manifests)
    const ambiguous = new Set([...files.base.ambiguous, ...files.head.ambiguous])
    changes.set(files.name, edits)
    const namespace = files.selection?.defaultNamespace ?? config.defaultNamespace
    const { versions } = sides
    const result = compareMesh(
      sides.base,
      sides.head,
      edits,
      ambiguous,
      failed,
      namespace,
      versions,
      known
    )
    if (versions !== null) upgraded.push(upgradeNote(sides.base, sides.head, result.effects))
    return result
  }
  for (const one of meshes) {
    step(meshes.length === 1 ? 'analysing' : `analysing ${one.name}`)
    const sides = buildSides(one, input)
    reported.push(reportedOf(one, sides))
    const common = { input, failures: failed, validation: validating }
    const isOneVersion = sides.base?.version.minor === sides.head.version.minor
    const others = (side: SideManifests | null) =>
      side !== null && isOneVersion ? counterparts(side.manifests) : noCounterparts
    if (sides.base !== null && one.base !== null) {
      const ofBase = { ...common, ...one.base, mesh: sides.base, others: others(one.head) }
      found.base.push(...sideFindings(ofBase).findings)
    }
    const ofHead = { ...common, ...one.head, mesh: sides.head, others: others(one.base) }
    const { findings: inHead, unknown: notRun } = sideFindings(ofHead)
    found.head.push(...inHead)
    for (const draft of [...one.unknown, ...notRun]) unknown.push(unknownOf(draft, one.name))

    step(meshes.length === 1 ? 'comparing' : `comparing ${one.name}`)
    const result = compareBuilt(one, sides)
    if (result === null) continue
    compared.push(result)
    for (const other of one.alternatives) {
      const built = buildSides(other, input)
      reported.push(reportedOf(other, built))
      const again = compareBuilt(other, built)
      if (again !== null) compared.push(toldApart(again, result, other.name))
    }
  }

  const wanted = withSuppressions(found, readings, input, meshes[0]?.name ?? 'default')

  step('judging')
  unknown.push(...compared.flatMap(one => one.unknown), ...failed.unknown)
  const effects = compared.flatMap(one => one.effects)
  const findings =
    base === null
      ? { introduced: [], resolved: [], remaining: partition([], wanted.head).introduced }
      : partition(wanted.base, wanted.head)
  const evidence = {
    comparison: base !== null,
    effects,
    unknown,
    findings: base === null ? { ...findings, introduced: findings.remaining } : findings,
    changed: changedRefs(meshes, changes, reported)
  }
  const now = input.now ?? head.committedAt
  const verdict = judge(evidence, {
    gates,
    levels: config.gates,
    waivers: config.waivers,
    now,
    defects: [
      ...[...findings.introduced, ...findings.remaining].filter(({ id }) => id === failedAnalyzer),
      ...unknown.filter(({ reason }) => reason === 'internal' || reason === 'witness')
    ].map(({ fingerprint }) => fingerprint)
  })

  const edits = distinctChanges([...changes.values()].flat())
  const rollouts = compared.map(one => one.rollout)
  const hazards = [...new Set(rollouts.flatMap(one => one.hazards))]
  const headManifests = meshes.flatMap(one => one.head.manifests)
  const textOnly = [
    ...compared.flatMap(one => one.textOnly),
    ...textOnlyFiles(files, headManifests, editedManifests(edits))
  ]
  const assumptions = distinctAssumptions([
    ...compared.flatMap(one => one.assumptions),
    ...(compared.length === 0 ? [] : runTimeWriters(readings.head.byKind)),
    ...effects.flatMap(effect => effect.assumptions)
  ])
  return {
    schema: 'meshproof/report/v1',
    versions: { meshproof: input.version },
    command: input.command,
    sides: { base: base === null ? null : named(base), head: named(head) },
    meshes: reported,
    verdict,
    effects: foldedAcrossMeshes(effects),
    unknown: orderedUnknown(unknown),
    findings,
    unchanged: {
      proxies: sum(compared.map(one => one.proxies)),
      tables: sum(compared.map(one => one.tables)),
      classes: sum(compared.map(one => one.classes)),
      textOnly,
      assumptions: distinctAssumptions(compared.flatMap(one => one.assumptions))
    },
    coverage: {
      files: { base: readings.base?.filesRead ?? 0, head: readings.head.filesRead },
      manifests: {
        base: (readings.base?.manifests.length ?? 0) + sum(meshes.map(one => one.rendered.base)),
        head: readings.head.manifests.length + sum(meshes.map(one => one.rendered.head))
      },
      changed: {
        files: files.size,
        manifests: edits.length + textOnly.filter(({ what }) => what.startsWith('comments')).length
      },
      byKind: readings.head.byKind,
      skipped
    },
    assumptions,
    plan: planOf(rollouts, edits, effects),
    ...withNotes([...hazards, ...(input.notes ?? []), ...notes, ...upgraded, ...wanted.notes])
  }
}

function reportedOf({ name, base, head }: MeshFiles, sides: BuiltSides): ReportMesh {
  return { name, sides: { base: sideOf(sides.base, base), head: sideOf(sides.head, head) } }
}

function sideOf(mesh: Mesh, files: SideManifests): ReportMeshSide
function sideOf(mesh: Mesh | null, files: SideManifests | null): ReportMeshSide | null
function sideOf(mesh: Mesh | null, files: SideManifests | null): ReportMeshSide | null {
  if (mesh === null || files === null) return null
  const { minor, why } = mesh.version
  return { istio: minor, why, manifests: files.manifests.length }
}

function changedRefs(
  meshes: readonly MeshFiles[],
  changes: ReadonlyMap<string, readonly ManifestChange[]>,
  reported: readonly ReportMesh[]
) {
  // Under another version every object is.
  const upgraded = reported.filter(({ sides: { base, head } }) => base && base.istio !== head.istio)
  const wholly = new Set(upgraded.map(({ name }) => name))
  const keys = new Set<string>()
  for (const { name, unknown } of meshes) {
    for (const { subject } of unknown) if (subject !== null) keys.add(`${name}\n${refKey(subject)}`)
  }
  for (const [mesh, edits] of changes) {
    for (const { base, head } of edits) {
      const ref = (head ?? base)?.ref
      if (ref !== undefined) keys.add(`${mesh}\n${refKey(ref)}`)
    }
  }
  return (mesh: string, ref: ResourceRef) => wholly.has(mesh) || keys.has(`${mesh}\n${refKey(ref)}`)
}

function editedManifests(changes: readonly ManifestChange[]): Set<Manifest> {
  return new Set(changes.flatMap(({ base, head }) => [base, head]).filter(one => one !== null))
}

function named({ name, commit }: { readonly name: string; readonly commit?: string }) {
  return commit === undefined ? { name } : { name, commit }
}

function withNotes(notes: readonly string[]): { notes?: readonly string[] } {
  return notes.length === 0 ? {} : { notes }
}

function sum(numbers: readonly number[]): number {
  let total = 0
  for (const one of numbers) total += one
  return total
}
