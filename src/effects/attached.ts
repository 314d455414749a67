import { classify } from '../dataplane/ledger/ledger.ts'
import { describeRef, type UnknownDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { isMap, list, text } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { GATEWAY_NAME } from '../mesh/policy-attachment.ts'
import { touchWords } from './ledger-words.ts'
import type { ManifestChange } from './manifest-change.ts'
import { listWords } from './words.ts'

const POLICIES: ReadonlySet<string> = new Set([
  'AuthorizationPolicy',
  'RequestAuthentication',
  'Telemetry'
])

/**
 * Policies that are attached by reference are enforced by waypoints, which are not compared, or by pods of a
 * Gateway that its controller makes, which git seldom holds.
 */
export function attachedUnknowns(
  base: Mesh,
  head: Mesh,
  changes: readonly ManifestChange[]
): UnknownDraft[] {
  const unknown: UnknownDraft[] = []
  for (const change of changes) {
    if (change.equal) continue
    const sides = [
      { manifest: change.base, mesh: base },
      { manifest: change.head, mesh: head }
    ]
    const targets = sides.flatMap(({ manifest, mesh }) =>
      manifest === null || !POLICIES.has(manifest.ref.kind) ? [] : uncompared(manifest, mesh)
    )
    const manifest = change.head ?? change.base
    if (targets.length === 0 || manifest === null) continue
    const names = listWords([...new Set(targets)].sort())
    const { group, kind } = manifest.ref
    unknown.push({
      reason: 'field',
      message: `${describeRef(manifest.ref)} is attached to ${names}, whose proxies are not compared: ${touchWords(classify(group, kind, ['spec']).touches)}`,
      subject: manifest.ref,
      at: { manifest, path: ['spec'], part: 'key' }
    })
  }
  return unknown
}

/** Targets whose proxies nothing here compares: all but Gateways whose pods git holds. */
function uncompared({ ref, spec }: Manifest, mesh: Mesh): string[] {
  const targets = [...list(spec.targetRefs), spec.targetRef ?? null].filter(isMap)
  return targets.flatMap(target => {
    const [kind, name] = [text(target.kind) ?? '', text(target.name) ?? '']
    const pods = mesh.workloadsIn(ref.namespace)
    const held = kind === 'Gateway' && pods.some(({ labels }) => labels[GATEWAY_NAME] === name)
    return held ? [] : [`${kind} ${ref.namespace}/${name}`]
  })
}
