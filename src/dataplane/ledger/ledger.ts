import type { FieldPath } from '../../finding.ts'
import { comparedPieces, type Piece } from './compared.ts'
import { inertFields } from './inert.ts'
import { touchedBySetting } from './mesh-settings.ts'
import { metadataReading } from './metadata.ts'
import { PatternTree } from './pattern.ts'
import { readFields } from './read.ts'
import type { FieldReading } from './reading.ts'
import { touchedBy } from './touches.ts'

type Entry =
  | { readonly by: string; readonly pieces: readonly Piece[] }
  | { readonly reason: string }

/**
 * The ledger of design §6: every field of every kind is read by a compile step, stands on a list of inert
 * fields with the reason, or is unknown. The steps themselves state what they read, beside the code.
 */
export function classify(group: string, kind: string, path: FieldPath): FieldReading {
  if (isRetired(group)) {
    return { status: 'inert', reason: 'no version of Istio since 1.6 reads it', touches: [] }
  }
  const touches = touchedBySetting(kind, path) ?? touchedBy(group, kind)
  const metadata = metadataReading(group, kind, path)
  if (metadata !== null) return metadata
  // A text of settings that is no YAML map is not read.
  if (kind === 'ConfigMap' && path.length < 3) return { status: 'unknown', touches }
  const found = tree(kindKey(group, kind)).get(path)
  if (found === undefined) return { status: 'unknown', touches }
  if ('by' in found) {
    const compared = found.pieces.every(piece => comparedPieces.has(piece))
    return compared ? { status: 'read', by: found.by, touches } : { status: 'unknown', touches }
  }
  return { status: 'inert', reason: found.reason, touches: [] }
}

/** Groups whose kinds are gone: Mixer's, ServiceRole, the first Policy. Source: Istio 1.6 upgrade notes. */
export function isRetired(group: string): boolean {
  return ['authentication.istio.io', 'rbac.istio.io', 'config.istio.io'].includes(group)
}

const trees = new Map<string, PatternTree<Entry>>()

function tree(key: string): PatternTree<Entry> {
  let found = trees.get(key)
  if (found === undefined) {
    found = new PatternTree()
    for (const { kind, pattern, by, pieces } of readFields) {
      if (kind === key) found.add(pattern, { by, pieces })
    }
    for (const [pattern, reason] of inertFields[key] ?? []) found.add(pattern, { reason })
    trees.set(key, found)
  }
  return found
}

/** Kinds that two groups share are told apart by their group. */
function kindKey(group: string, kind: string): string {
  if (kind === 'Gateway' && group !== 'networking.istio.io') return `${group}/${kind}`
  if (kind === 'Service' && group !== '') return `${group}/${kind}`
  return kind
}
