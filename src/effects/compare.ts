import { dataplane } from '../dataplane/dataplane.ts'
import { gatewayClasses } from '../dataplane/proxies-gateway.ts'
import type { Assumption, UnknownDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { attachedUnknowns } from './attached.ts'
import type { EffectDraft } from './effect.ts'
import { exposureEffects } from './exposure.ts'
import { withExposure } from './exposure-fold.ts'
import { extensionEffects } from './extension/extension.ts'
import { isExtension } from './extension/kinds.ts'
import { folded } from './fold.ts'
import { hiddenPairs } from './hidden-pairs.ts'
import {
  dependedOnByNothing,
  type FieldFacts,
  noFacts,
  readChanges,
  type TextChange
} from './ledger.ts'
import type { ManifestChange } from './manifest-change.ts'
import { normalisationEffects } from './normalisation.ts'
import { beneathPatches, opaqueAssumptions } from './opaque.ts'
import { routingInEveryOrder } from './order-dependence.ts'
import { withPairs } from './pair-fold.ts'
import { byRisk } from './risk.ts'
import { withRunTimeOwners } from './run-time-owners.ts'
import { securityEffects } from './security.ts'
import { selectionUnknowns } from './selections.ts'
import { telemetryEffects } from './telemetry.ts'
import { undiscovered } from './undiscovered.ts'
import { unheededIn } from './unheeded.ts'
import { unreadDifferences } from './unread-behaviours.ts'

/** What the comparison of two sides of one mesh found, and what it proved. */
export interface MeshComparison {
  readonly effects: readonly EffectDraft[]
  readonly unknown: readonly UnknownDraft[]
  readonly proxies: number
  readonly tables: number
  readonly classes: number
  readonly textOnly: readonly TextChange[]
  readonly assumptions: readonly Assumption[]
}

/** Everything that behaves differently in two sides of one mesh, what could not be said, and what was proven. */
export function compareMeshes(
  base: Mesh,
  head: Mesh,
  changes: readonly ManifestChange[],
  isDropped: FieldFacts['isDropped'] = noFacts.isDropped
): MeshComparison {
  const routing = routingInEveryOrder(base, head, changes)
  const [before, after] = [dataplane(base), dataplane(head)]
  const security = securityEffects(before, after, changes)
  const hidden = hiddenPairs(routing.effects, before, after, changes)
  const normalisation = normalisationEffects(before, after, changes)
  const exposure = exposureEffects(before, after, gatewayClasses([base, head]), changes)
  const telemetry = telemetryEffects(base, head, changes)
  const facts = { isDropped, unheeded: unheededIn(base, head) }
  const ledger = readChanges(
    changes.filter(change => !isExtension(change) || change.equal),
    facts
  )
  const unread = unreadDifferences(base, head)
  const unreached = ({ base: before, head: after }: ManifestChange) =>
    (decidesAccess(after ?? before)
      ? security.tables
      : (after ?? before)?.ref.kind === 'Telemetry'
        ? telemetry.tables
        : routing.tables) === 0
  const owned = withRunTimeOwners(base, head, routing.effects)
  const beneath = beneathPatches(head, owned)
  const extension = extensionEffects(before, after, changes)
  return {
    effects: [
      ...withExposure(
        withPairs(folded(beneath.effects, routing.sidecars, changes), security.effects),
        exposure.effects
      ),
      ...security.effects,
      ...hidden.effects,
      ...normalisation.effects,
      ...telemetry.effects,
      ...extension.effects
    ].sort(byRisk),
    unknown: [
      ...routing.unknown,
      ...security.unknown,
      ...hidden.unknown,
      ...normalisation.unknown,
      ...exposure.unknown,
      ...attachedUnknowns(base, head, changes),
      ...ledger.unknown,
      ...selectionUnknowns(base, head, changes),
      ...undiscovered(base, head),
      ...beneath.unknown,
      ...extension.unknown,
      ...unread.unknown
    ],
    proxies: routing.proxies,
    tables: routing.tables + security.tables + exposure.tables + telemetry.tables,
    classes: routing.classes + security.classes,
    textOnly: [
      ...ledger.textOnly,
      ...extension.textOnly,
      ...ledger.read.filter(unreached).flatMap(dependedOnByNothing)
    ],
    assumptions: [
      ...opaqueAssumptions(head, changes),
      ...worldAssumptions(head),
      ...unread.assumptions
    ]
  }
}

/** Policies are compared at servers, everything else at least where it is routed. */
function decidesAccess(manifest: Manifest | null): boolean {
  return ['AuthorizationPolicy', 'RequestAuthentication', 'PeerAuthentication'].includes(
    manifest?.ref.kind ?? ''
  )
}

/** What every statement about a mesh rests on and git does not hold. */
function worldAssumptions(head: Mesh): Assumption[] {
  const { minor, why, place } = head.version
  const assumptions = head.assumed.services.flatMap(service => service.assumptions)
  if (place === null && why === 'newest known') {
    assumptions.push({ kind: 'istio-version', params: { minor, why } })
  }
  return assumptions
}
