import type { MeshComparison } from '../effects/compare.ts'
import { compareMeshes } from '../effects/compare.ts'
import type { Effect, EffectDraft } from '../effects/effect.ts'
import type { ManifestChange } from '../effects/manifest-change.ts'
import { phaseGroups } from '../effects/phases.ts'
import { byRisk } from '../effects/risk.ts'
import { type Rollout, rollout } from '../effects/rollout.ts'
import type { Assumption, Unknown } from '../finding.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { refKey } from '../mesh/order.ts'
import type { SideVersions } from './built-sides.ts'
import type { Failures } from './failures.ts'
import { alsoResolved, resolved, unknownOf } from './findings.ts'
import { droppedFields, type KnownFields } from './new-fields.ts'
import { withVersionCauses } from './upgrade.ts'

/** One mesh, compared. */
export interface ComparedMesh extends Omit<MeshComparison, 'effects' | 'unknown'> {
  readonly rollout: Rollout
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
  failures: Failures,
  defaultNamespace: string,
  versions: SideVersions | null,
  known: KnownFields
): ComparedMesh {
  const compared = failures.run('The comparison', head.name, nothing, () => {
    const isDropped = droppedFields(known, { base, head })
    const found = compareMeshes(base, head, changes, isDropped)
    if (versions === null) return found
    return withVersionCauses({ ...versions, changes }, { base, head }, found)
  })
  const effects = compared.effects.filter(
    effect => !effect.causes.some(cause => ambiguous.has(refKey(cause.ref)))
  )
  const unchecked: Rollout = { groups: phaseGroups(changes.filter(one => !one.equal)), hazards: [] }
  const steps = failures.run('The check of the order of applying', head.name, unchecked, () =>
    rollout(base, head, changes)
  )
  return {
    ...compared,
    rollout: steps,
    assumptions: [...compared.assumptions, ...inputAssumptions(head, changes, defaultNamespace)],
    effects: effects.sort(byRisk).map(effectOf),
    unknown: compared.unknown.map(draft => unknownOf(draft, head.name))
  }
}

/** What was not given with the files and had to be taken. */
function inputAssumptions(
  head: Mesh,
  changes: readonly ManifestChange[],
  defaultNamespace: string
): Assumption[] {
  const assumptions: Assumption[] = []
  if (head.config.isDefault) {
    assumptions.push({ kind: 'mesh-config-default', params: { minor: head.version.minor } })
  }
  if (changes.some(change => (change.head ?? change.base)?.namespaceGiven === false)) {
    assumptions.push({ kind: 'default-namespace', params: { namespace: defaultNamespace } })
  }
  return assumptions
}

function effectOf(draft: EffectDraft): Effect {
  const causes = draft.causes.flatMap(cause => [
    { ...cause, at: resolved(cause.at) },
    ...alsoResolved(cause.at).map(({ at, note }) => ({ ...cause, at, note }))
  ])
  return { ...draft, causes }
}
