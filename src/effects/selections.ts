import { readFields } from '../dataplane/ledger/read.ts'
import { describeRef, type UnknownDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { map, textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { selects } from '../mesh/selector.ts'
import type { Workload } from '../mesh/workload.ts'
import type { ManifestChange } from './manifest-change.ts'
import { listWords } from './words.ts'

/**
 * Objects that nothing reads yet are equal to themselves only over equal inputs: where a pod's labels changed so that
 * an unchanged policy or filter selects it now, or no longer does, what that does is unknown.
 */
export function selectionUnknowns(
  base: Mesh,
  head: Mesh,
  changes: readonly ManifestChange[]
): UnknownDraft[] {
  const moved = relabelled(base, head, changes)
  if (moved.length === 0) return []
  const unknown: UnknownDraft[] = []
  for (const manifest of head.manifests) {
    if (readKinds.has(manifest.ref.kind)) continue
    const selector = selectorOf(manifest)
    if (selector === null) continue
    const reach = (labels: Readonly<Record<string, string>>, namespace: string) =>
      appliesIn(manifest, namespace, head.config.rootNamespace) && selects(selector, labels)
    const affected = moved.filter(
      ({ before, after }) =>
        reach(before.labels, before.namespace) !== reach(after.labels, after.namespace)
    )
    if (affected.length === 0) continue
    const names = affected.map(({ after }) => describeRef(after.manifest.ref)).sort()
    unknown.push({
      reason: 'field',
      message: `the labels of ${listWords(names.slice(0, 3))}${names.length > 3 ? ' and others' : ''} changed, so ${describeRef(manifest.ref)} selects other pods, and objects of this kind are not analysed yet`,
      subject: affected[0]?.after.manifest.ref ?? manifest.ref,
      at: { manifest, path: ['spec'], part: 'key' }
    })
  }
  return unknown
}

const readKinds: ReadonlySet<string> = new Set(readFields.map(({ kind }) => kind))

/** Workloads that both sides have, with other labels. */
function relabelled(
  base: Mesh,
  head: Mesh,
  changes: readonly ManifestChange[]
): { readonly before: Workload; readonly after: Workload }[] {
  const edited = new Set(changes.flatMap(change => (change.equal ? [] : [change.head])))
  const before = new Map(base.workloads.map(one => [keyOf(one), one]))
  const found: { before: Workload; after: Workload }[] = []
  for (const after of head.workloads) {
    if (!edited.has(after.manifest)) continue
    const old = before.get(keyOf(after))
    if (old === undefined) continue
    const same =
      selects(old.labels, after.labels) &&
      Object.keys(old.labels).length === Object.keys(after.labels).length
    if (!same) found.push({ before: old, after })
  }
  return found
}

function keyOf({ manifest, namespace, name }: Workload): string {
  return `${manifest.ref.kind} ${namespace}/${name}`
}

/** The labels by which a policy, filter or plugin selects pods; null where it selects none by labels. */
function selectorOf({ spec }: Manifest): Readonly<Record<string, string>> | null {
  const policy = map(map(spec.selector)?.matchLabels)
  if (policy !== undefined) return textMap(policy)
  const filter =
    map(map(spec.workloadSelector)?.labels) ?? map(map(spec.workloadSelector)?.matchLabels)
  return filter === undefined ? null : textMap(filter)
}

function appliesIn({ ref }: Manifest, namespace: string, root: string): boolean {
  return ref.namespace === namespace || ref.namespace === root
}
