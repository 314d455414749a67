import type { Dataplane } from '../dataplane/dataplane.ts'
import type { Place } from '../finding.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Cause, EffectDraft, EffectSubject, FacetChange } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'
import { domainOf } from './risk.ts'

/** More requests than this are not put to both sides. */
export const askLimit = 20_000

/** Both sides, and what in the files made their paths differ. */
export interface Made {
  readonly base: Dataplane
  readonly head: Dataplane
  readonly changes: readonly ManifestChange[]
  readonly causes: readonly Cause<Place>[]
}

/** The parts that all drafts of other paths share. */
export function draftOf(
  kind: EffectDraft['kind'],
  direction: EffectDraft['direction'],
  subject: EffectSubject,
  region: string,
  changes: readonly FacetChange[],
  { head, causes }: Made
): Omit<EffectDraft, 'severity' | 'proxy' | 'witness' | 'verify' | 'watch' | 'rollback'> {
  const mesh = head.mesh.name
  return {
    kind,
    mesh,
    domain: domainOf[kind],
    direction,
    subject,
    region,
    changes,
    causes,
    members: [],
    certainty: 'certain',
    assumptions: [],
    fingerprint: fingerprint([kind, mesh, subject, region, changes])
  }
}
