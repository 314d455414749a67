import { opaqueWords } from '../dataplane/lower/opaque-dimension.ts'
import type { Outcome } from '../dataplane/request.ts'
import type { Place, UnknownDraft } from '../finding.ts'
import type { AuditChange } from './access.ts'
import { accessCauses } from './access-causes.ts'
import { calledFrom, standing } from './access-effect.ts'
import type { ServerEffect } from './access-fold.ts'
import { rollbackSecurity, verifyAccess, watchAccess } from './access-steps.ts'
import { accessSubject, subjectWords } from './access-subject.ts'
import { accessRequest, replayAccess } from './access-witness.ts'
import { accessRegion } from './access-words.ts'
import type { Cause, EffectDraft, Witness } from './effect.ts'
import { domainOf } from './risk.ts'
import type { SecurityContext } from './security-context.ts'
import { listWords } from './words.ts'

/** What AUDIT and dry runs write down: nothing is decided by it. */
export function auditEffect(
  change: AuditChange,
  context: SecurityContext
): ServerEffect | UnknownDraft {
  const { difference, server, port, speaks } = change
  const subject = accessSubject(server, port)
  const region = accessRegion(difference.region, speaks === 'http' ? 'requests' : 'connections')
  const changes = [{ facet: 'audit', before: difference.before, after: difference.after }]
  const causes: readonly Cause<Place>[] = accessCauses(server, 'policy', context)
  const witness = witnessOf(change, context)
  if (witness === null && change.open.length > 0) {
    const asked = listWords(change.open.map(opaqueWords))
    const message = `${subjectWords(subject)}, ${region}: what is written down asks for ${asked}, which cannot be decided from configuration`
    return { reason: 'opaque', message, subject: causes[0]?.ref ?? null, at: causes[0]?.at ?? null }
  }
  const mesh = context.head.mesh.name
  const draft: EffectDraft = {
    kind: 'audit-changed',
    mesh,
    domain: domainOf['audit-changed'],
    direction: 'neutral',
    severity: 'info',
    subject,
    proxy: { type: server.role, names: [server.description] },
    region,
    changes,
    witness,
    causes,
    members: [],
    ...standing(server.assumptions),
    fingerprint: '',
    verify: verifyAccess(server, port, 'audit-changed'),
    watch: watchAccess(server, speaks, 'audit-changed'),
    rollback: rollbackSecurity(causes, context.changes)
  }
  return { draft, server, port, speaks, location: false }
}

/** A request about which other rules are written down; `null`: a policy or the transport stops it before. */
function witnessOf(change: AuditChange, context: SecurityContext): Witness | null {
  const asked = accessRequest({ ...change, location: null }, change.difference.sample)
  const request = calledFrom(asked, context)
  const witness = replayAccess(context.base, context.head, change, request)
  return notes(witness.before) === notes(witness.after) ? null : witness
}

function notes({ steps }: Outcome): string {
  return steps
    .map(({ text }) => text)
    .filter(text => /^(AUDIT|dry-run (DENY|ALLOW)) rule /.test(text))
    .join()
}
