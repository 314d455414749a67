import { defaultConfig } from '../../src/config/config.ts'
import { isRetired } from '../../src/dataplane/ledger/ledger.ts'
import { fieldChanges } from '../../src/effects/field-diff.ts'
import { type ManifestChange, manifestChanges } from '../../src/effects/manifest-change.ts'
import { describeRef, type ResourceRef } from '../../src/finding.ts'
import type { SideFiles } from '../../src/manifest/manifest.ts'
import { refKey } from '../../src/mesh/order.ts'
import type { Report } from '../../src/report/report.ts'
import { groupMeshes } from '../../src/review/meshes.ts'

/** What the report made of one object whose spec changed, or that came or went. */
export interface SpecChange {
  readonly ref: ResourceRef
  readonly what: 'changed' | 'new' | 'removed'
  /** `unknown` where anything about the object is, whatever else is said of it. */
  readonly verdict: 'effect' | 'proven' | 'inert' | 'unknown'
  /** Of an unknown its reason, of an inert change what is said of it. */
  readonly why: string
  readonly isGatewayApi: boolean
}

/**
 * Every spec change between two sides, as the comparison saw it. Objects of kinds that no version since 1.6 reads are
 * none, and neither are moved files, versions of the API, labels and annotations.
 */
export function specChanges(base: SideFiles, head: SideFiles, report: Report): SpecChange[] {
  const found: SpecChange[] = []
  const seen = new Set<string>()
  const { meshes } = groupMeshes(base, head, defaultConfig)
  for (const mesh of meshes.flatMap(one => [one, ...one.alternatives])) {
    const edits = manifestChanges(mesh.base?.manifests ?? [], mesh.head.manifests)
    for (const edit of edits) {
      const manifest = edit.head ?? edit.base
      if (manifest === null || !isSpecChange(edit) || isRetired(manifest.ref.group)) continue
      const key = [refKey(manifest.ref), edit.base?.file, edit.head?.file].join('\n')
      if (seen.has(key)) continue
      seen.add(key)
      const what = edit.base === null ? 'new' : edit.head === null ? 'removed' : 'changed'
      found.push({ ref: manifest.ref, what, ...said(manifest.ref, mesh.name, report) })
    }
    const edited = new Set(edits.map(({ base, head }) => refKey((head ?? base)?.ref ?? nobody)))
    for (const { subject } of mesh.unknown) {
      if (subject === null || edited.has(refKey(subject))) continue
      found.push({ ref: subject, what: 'changed', ...said(subject, mesh.name, report) })
    }
  }
  return found
}

const nobody: ResourceRef = { group: '', kind: '', namespace: '', name: '' }

function isSpecChange({ base, head, equal }: ManifestChange): boolean {
  if (equal) return false
  if (base === null || head === null) return true
  return fieldChanges(base.object, head.object).some(
    ({ before, after }) =>
      !['apiVersion', 'kind', 'metadata'].includes(String((before ?? after)?.[0]))
  )
}

function said(ref: ResourceRef, mesh: string, report: Report): Omit<SpecChange, 'ref' | 'what'> {
  const key = refKey(ref)
  const isGatewayApi = /(^|\.)(gateway|inference)\.networking\.(x-)?k8s\.io$/.test(ref.group)
  const unknown = report.unknown.find(
    one => one.mesh === mesh && one.subject !== null && refKey(one.subject) === key
  )
  if (unknown !== undefined) return { verdict: 'unknown', why: unknown.reason, isGatewayApi }
  const shown = report.effects.some(({ causes }) => causes.some(one => refKey(one.ref) === key))
  if (shown) return { verdict: 'effect', why: '', isGatewayApi }
  const text = report.unchanged.textOnly.find(one => one.ref === describeRef(ref))
  if (text !== undefined) return { verdict: 'inert', why: text.what, isGatewayApi }
  return { verdict: 'proven', why: '', isGatewayApi }
}
