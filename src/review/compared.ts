import type { MeshComparison } from '../effects/compare.ts'
import { compareMeshes } from '../effects/compare.ts'
import type { Effect, EffectDraft } from '../effects/effect.ts'
import type { ManifestChange } from '../effects/manifest-change.ts'
import { byRisk } from '../effects/risk.ts'
import type { Unknown } from '../finding.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { refKey } from '../mesh/order.ts'
import type { Failures } from './failures.ts'
import { resolved, unknownOf } from './findings.ts'

/** One mesh, compared. */
export interface ComparedMesh extends Omit<MeshComparison, 'effects' | 'unknown'> {
  readonly effects: readonly Effect[]
  readonly unknown: readonly Unknown[]
}

const nothing: MeshComparison = {
  effects: [],
  unknown: [],
  proxies: 0,
  tables: 0,
  classes: 0,
  textOnly: [],
  assumptions: []
}

/**
 * Effects with their places resolved. What rests on an object that is defined more than once is left to its
 * `unknown(duplicate)`: a claim about the copy that happened to be read would be last-wins.
 */
export function compareMesh(
  base: Mesh,
  head: Mesh,
  changes: readonly ManifestChange[],
  ambiguous: ReadonlySet<string>,
  failures: Failures
): ComparedMesh {
  const compared = failures.run('The comparison', head.name, nothing, () =>
    compareMeshes(base, head, changes)
  )
  const effects = compared.effects.filter(
    effect => !effect.causes.some(cause => ambiguous.has(refKey(cause.ref)))
  )
  return {
    ...compared,
    effects: effects.sort(byRisk).map(effectOf),
    unknown: compared.unknown.map(draft => unknownOf(draft, head.name))
  }
}

function effectOf(draft: EffectDraft): Effect {
  return { ...draft, causes: draft.causes.map(cause => ({ ...cause, at: resolved(cause.at) })) }
}
