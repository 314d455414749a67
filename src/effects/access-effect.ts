import type { AccessAction } from '../dataplane/lower/access.ts'
import type { Request } from '../dataplane/request.ts'
import { contains } from '../decision/region.ts'
import type { Assumption, Certainty, Place, UnknownDraft } from '../finding.ts'
import type { AccessChange, AuditChange } from './access.ts'
import { accessCauses } from './access-causes.ts'
import type { ServerEffect } from './access-fold.ts'
import { type AccessVerdict, accessVerdict } from './access-kind.ts'
import { rollbackSecurity, verifyAccess, watchAccess } from './access-steps.ts'
import { accessSubject, subjectWords } from './access-subject.ts'
import { accessRequest, replayAccess, showsAccess } from './access-witness.ts'
import { accessRegion, actionWords } from './access-words.ts'
import type { Cause, EffectDraft, FacetChange, Witness } from './effect.ts'
import { domainOf } from './risk.ts'
import type { SecurityContext } from './security-context.ts'
import { listWords } from './words.ts'

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
  const { words, changes } = toldOf(change, context)
  const at = { subject: causes[0]?.ref ?? null, at: causes[0]?.at ?? null }
  if (verdict === 'unknown') {
    const side = after.kind === 'unknown' ? after : before
    const message = `${subjectWords(subject)}, ${words}: ${side.reason} cannot be decided from configuration`
    return { reason: 'opaque', message, ...at }
  }
  const replay = (): Witness => {
    const request = calledFrom(accessRequest(change, sample), context)
    return replayAccess(context.base, context.head, change, request)
  }
  const fault = replayFault(difference, replay, contains(region, sample))
  if (fault !== null) {
    const message = `${subjectWords(subject)}, ${words}: the comparison says ${before.kind} → ${after.kind}, and replaying the request does not show it (${fault}); please report this defect with the input`
    return { reason: 'witness', message, ...at }
  }
  const { kind, direction, severity } = verdict
  const draft: EffectDraft = {
    kind,
    mesh: context.head.mesh.name,
    domain: domainOf[kind],
    direction,
    severity,
    subject,
    proxy: { type: server.role, names: [server.description] },
    region: words,
    changes,
    witness: null,
    causes,
    members: [],
    ...standing(server.assumptions),
    fingerprint: '',
    verify: verifyAccess(server, port, kind),
    watch: watchAccess(server, speaks, kind),
    rollback: rollbackSecurity(causes, context.changes)
  }
  return { draft, server, port, speaks, location: location !== null, sample, replay }
}

interface Told {
  readonly words: string
  readonly changes: readonly FacetChange[]
}

const told = new WeakMap<AccessChange['difference'], Told>()

/** The words of a difference, which all servers of equal policies share. */
function toldOf(change: AccessChange, context: SecurityContext): Told {
  const { difference, speaks } = change
  let found = told.get(difference)
  if (found === undefined) {
    const said = accessRegion(difference.region, speaks === 'http' ? 'requests' : 'connections')
    const before = actionWords(withReasons(change, 'base'), { allow: hasAllow(change, 'base') })
    const after = actionWords(withReasons(change, 'head'), { allow: hasAllow(change, 'head') })
    found = {
      words: `${said}${callersAmong(change, said, context)}`,
      changes: [{ facet: 'access', before, after: withNote(after, change) }]
    }
    told.set(difference, found)
  }
  return found
}

const faults = new WeakMap<AccessChange['difference'], string>()

/** Each distinct difference is replayed; those that are told of servers are replayed there once more. */
function replayFault(
  difference: AccessChange['difference'],
  replay: () => Witness,
  within: boolean
): string | null {
  let fault = faults.get(difference)
  if (fault === undefined) {
    const witness = replay()
    const seen = [witness.before, witness.after].map(({ outcome }) => outcome).join(' → ')
    fault = within && showsAccess(witness, difference) ? '' : seen
    faults.set(difference, fault)
  }
  return fault === '' ? null : fault
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

/** Tokens are refused for several reasons in one region. */
function withReasons({ difference }: AccessChange, side: 'base' | 'head'): AccessAction {
  const action = side === 'base' ? difference.before : difference.after
  if (action.layer !== 'token') return action
  const reasons = new Set(difference.pairs.flatMap(pair => pair[side]?.action.reason ?? []))
  return { ...action, kind: 'unauthenticated', reason: [...reasons].join('; ') }
}

function hasAllow({ questions, speaks }: AccessChange, side: 'base' | 'head'): boolean {
  const { keeper } = questions[side]
  return (speaks === 'http' ? keeper.http : keeper.tcp).allow !== null
}

/** Without a certificate the caller is a workload without a proxy, where git holds one. */
function calledFrom(request: Request, { callers }: SecurityContext): Request {
  const [outside] = callers.outside
  if (request.transport !== 'plaintext' || request.from === 'outside' || outside === undefined) {
    return request
  }
  const { namespace, serviceAccount, labels } = outside
  return { ...request, from: { namespace, serviceAccount, labels } }
}

/** Known accounts among the callers of a region, where the words do not name them and they are not all. */
function callersAmong(
  { difference }: AccessChange,
  said: string,
  { callers }: SecurityContext
): string {
  const { region, sample } = difference
  if (sample.transport === 'plaintext' && callers.outside.length > 0) {
    return ` (callers without a proxy in git: ${few(callers.outside.map(one => `${one.namespace}/${one.name}`))})`
  }
  if (typeof sample.principal !== 'string') return ''
  const known = callers.principals.slice(0, -1)
  const among = known.filter(principal => contains(region, { ...sample, principal })).map(accountOf)
  if (among.length === 0 || among.length === known.length) return ''
  if (among.every(name => said.includes(`running as ${name}`))) return ''
  return ` (of known callers: ${few(among)})`
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, 5)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : listWords(shown)
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
    fingerprint: '',
    verify: verifyAccess(server, port, 'audit-changed'),
    watch: watchAccess(server, 'http', 'audit-changed'),
    rollback: rollbackSecurity(causes, context.changes)
  }
  return { draft, server, port, speaks: 'http', location: false }
}
