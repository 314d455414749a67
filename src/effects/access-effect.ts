import type { Dataplane } from '../dataplane/dataplane.ts'
import { contains } from '../decision/region.ts'
import type { Assumption, Certainty, Place, UnknownDraft } from '../finding.ts'
import { fingerprint } from '../fingerprint.ts'
import type { AccessChange, AuditChange } from './access.ts'
import { accessCauses } from './access-causes.ts'
import type { ServerEffect } from './access-fold.ts'
import { type AccessVerdict, accessVerdict } from './access-kind.ts'
import { rollbackSecurity, verifyAccess, watchAccess } from './access-steps.ts'
import { accessSubject, subjectWords } from './access-subject.ts'
import { accessRequest, replayAccess, showsAccess } from './access-witness.ts'
import { accessRegion, actionWords } from './access-words.ts'
import type { Callers } from './callers-known.ts'
import type { Cause, EffectDraft } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'
import { domainOf } from './risk.ts'
import { listWords } from './words.ts'

export interface SecurityContext {
  readonly base: Dataplane
  readonly head: Dataplane
  readonly changes: readonly ManifestChange[]
  readonly callers: Callers
}

/** One change of access as an effect; `null` where no person would call it one. */
export function accessEffect(
  change: AccessChange,
  context: SecurityContext
): ServerEffect | UnknownDraft | null {
  const { difference, server, port, speaks, location } = change
  const { before, after, sample, region } = difference
  const verdict = turnedOff(change) ?? accessVerdict(before, after, sample.transport === 'mtls')
  if (verdict === null) return null
  const subject = accessSubject(server, port)
  const transport = [before, after].some(({ layer }) => layer === 'transport')
  const causes = accessCauses(server, transport ? 'transport' : 'policy', context)
  const said = accessRegion(region, speaks === 'http' ? 'requests' : 'connections')
  const words = `${said}${callersAmong(change, said, context)}`
  if (verdict === 'unknown') {
    const side = after.kind === 'unknown' ? after : before
    return {
      reason: 'opaque',
      message: `${subjectWords(subject)}, ${words}: ${side.reason} cannot be decided from configuration`,
      subject: causes[0]?.ref ?? null,
      at: causes[0]?.at ?? null
    }
  }
  const request = accessRequest(change, sample)
  const witness = replayAccess(context.base, context.head, change, request)
  if (!contains(region, sample) || !showsAccess(witness, { before, after })) {
    const seen = [witness.before, witness.after].map(({ outcome }) => outcome).join(' → ')
    return {
      reason: 'witness',
      message: `${subjectWords(subject)}, ${words}: the comparison says ${before.kind} → ${after.kind}, and replaying the request does not show it (${seen}); please report this defect with the input`,
      subject: causes[0]?.ref ?? null,
      at: causes[0]?.at ?? null
    }
  }
  const changes = [
    {
      facet: 'access',
      before: actionWords(before, { allow: hasAllow(change, 'base') }),
      after: withNote(actionWords(after, { allow: hasAllow(change, 'head') }), change)
    }
  ]
  const mesh = context.head.mesh.name
  const { kind, direction, severity } = verdict
  const draft: EffectDraft = {
    kind,
    mesh,
    domain: domainOf[kind],
    direction,
    severity,
    subject,
    proxy: { type: server.role, names: [server.description] },
    region: words,
    changes,
    witness,
    causes,
    members: [],
    ...standing(server.assumptions),
    fingerprint: fingerprint([kind, mesh, subject, changes, words]),
    verify: verifyAccess(server, port, kind),
    watch: watchAccess(server, speaks, kind),
    rollback: rollbackSecurity(causes, context.changes)
  }
  return { draft, server, port, speaks, location: location !== null }
}

/**
 * Where mutual TLS is switched off or on, clients with a sidecar follow by themselves: nothing breaks, but
 * nobody is known any more. Source: pilot xds/endpoints/mtls_checker.go.
 */
function turnedOff({ questions, difference }: AccessChange): AccessVerdict | null {
  const [off, was] = [questions.head.mode === 'DISABLE', questions.base.mode === 'DISABLE']
  if (off === was || difference.sample.transport !== 'mtls') return null
  const refused = (off ? difference.after : difference.before).kind
  if (refused !== 'bad-request' && refused !== 'reset') return null
  return off
    ? { kind: 'mtls-weakened', direction: 'widen', severity: 'error' }
    : { kind: 'mtls-strengthened', direction: 'narrow', severity: 'info' }
}

/** A new RequestAuthentication refuses bad tokens and asks for none. */
function withNote(text: string, { difference, location, questions }: AccessChange): string {
  const { before, after } = difference
  const added = questions.base.keeper.jwt.length === 0 && questions.head.keeper.jwt.length > 0
  if (location === null || !added || after.layer !== 'token' || before.kind !== 'allow') return text
  return `${text}; requests without a token are treated as before: RequestAuthentication alone does not require one`
}

function hasAllow({ questions, speaks }: AccessChange, side: 'base' | 'head'): boolean {
  const { keeper } = questions[side]
  return (speaks === 'http' ? keeper.http : keeper.tcp).allow !== null
}

/** Known accounts among the callers of a region, where the words do not name them and they are not all. */
function callersAmong(
  { difference }: AccessChange,
  said: string,
  { callers }: SecurityContext
): string {
  const { region, sample } = difference
  if (typeof sample.principal !== 'string') return ''
  const known = callers.principals.slice(0, -1)
  const among = known.filter(principal => contains(region, { ...sample, principal })).map(accountOf)
  if (among.length === 0 || among.length === known.length) return ''
  if (among.every(name => said.includes(`running as ${name}`))) return ''
  const shown = among.slice(0, 5)
  const more = among.length - shown.length
  return ` (of known callers: ${more > 0 ? `${shown.join(', ')} and ${more} more` : listWords(shown)})`
}

function accountOf(principal: string): string {
  const [, namespace, account] = /\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(principal) ?? []
  return namespace === undefined ? principal : `${namespace}/${account}`
}

function standing(assumptions: readonly Assumption[]): {
  readonly certainty: Certainty
  readonly assumptions: readonly Assumption[]
} {
  return { certainty: assumptions.length === 0 ? 'certain' : 'assumed', assumptions }
}

/** What AUDIT and dry runs write down: nothing is decided by it. */
export function auditEffect(change: AuditChange, context: SecurityContext): ServerEffect {
  const { difference, server, port } = change
  const subject = accessSubject(server, port)
  const region = accessRegion(difference.region, 'requests')
  const changes = [{ facet: 'audit', before: difference.before, after: difference.after }]
  const causes: readonly Cause<Place>[] = accessCauses(server, 'policy', context)
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
    witness: null,
    causes,
    members: [],
    ...standing(server.assumptions),
    fingerprint: fingerprint(['audit-changed', mesh, subject, changes, region]),
    verify: verifyAccess(server, port, 'audit-changed'),
    watch: watchAccess(server, 'http', 'audit-changed'),
    rollback: rollbackSecurity(causes, context.changes)
  }
  return { draft, server, port, speaks: 'http', location: false }
}
