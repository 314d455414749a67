import type { AccessAction } from '../dataplane/lower/access.ts'
import { opaqueWords } from '../dataplane/lower/opaque-dimension.ts'
import type { Request } from '../dataplane/request.ts'
import { contains } from '../decision/region.ts'
import type { Assumption, Certainty, UnknownDraft } from '../finding.ts'
import type { AccessChange } from './access.ts'
import { accessCauses } from './access-causes.ts'
import type { ServerEffect } from './access-fold.ts'
import { type AccessVerdict, accessVerdict } from './access-kind.ts'
import { rollbackSecurity, verifyAccess, watchAccess } from './access-steps.ts'
import { accessSubject, subjectWords } from './access-subject.ts'
import { accessRequest, replayAccess, showsAccess } from './access-witness.ts'
import { accessRegion, actionWords } from './access-words.ts'
import type { EffectDraft, FacetChange, Witness } from './effect.ts'
import { providerDetails } from './provider-words.ts'
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
  const verdict = turnedOff(change) ?? accessOf(change)
  if (verdict === null) return null
  const subject = accessSubject(server, port)
  const transport = [before, after].some(({ layer }) => layer === 'transport')
  const causes = accessCauses(server, transport ? 'transport' : 'policy', context)
  const { words, changes } = toldOf(change, context)
  const at = { subject: causes[0]?.ref ?? null, at: causes[0]?.at ?? null }
  const replay = (): Witness => {
    const request = calledFrom(accessRequest(change, sample), context)
    return replayAccess(context.base, context.head, change, request)
  }
  const fault = replayFault(difference, replay, contains(region, sample))
  if (fault !== null && change.open.length > 0) {
    const asked = listWords(change.open.map(opaqueWords))
    const message = `${subjectWords(subject)}, ${words}: a condition on ${asked} cannot be decided from configuration`
    return { reason: 'opaque', message, ...at }
  }
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
    ...standing([...server.assumptions, ...authorizers(change)]),
    fingerprint: '',
    verify: verifyAccess(server, port, kind),
    watch: watchAccess(server, speaks, kind),
    rollback: rollbackSecurity(causes, context.changes)
  }
  const moves = isLetIn(before) !== isLetIn(after)
  return { draft, server, port, speaks, location: location !== null, sample, moves, replay }
}

function isLetIn({ kind }: AccessAction): boolean {
  return kind === 'allow' || kind === 'ask'
}

/** Providers that are asked and of which git says nothing more. */
function authorizers({ difference, questions, speaks }: AccessChange): readonly Assumption[] {
  const sides = [
    [difference.before, questions.base.keeper],
    [difference.after, questions.head.keeper]
  ] as const
  return sides.flatMap(([{ kind }, keeper]) => {
    if (kind !== 'ask') return []
    return (speaks === 'http' ? keeper.http : keeper.tcp).assumptions
  })
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
    const bare = accessRegion(difference.region, speaks === 'http' ? 'requests' : 'connections')
    const said = speaks === 'tcp' && readsHttp(change) ? `${bare} that do not speak HTTP` : bare
    const before = actionWords(withReasons(change, 'base'), { allow: hasAllow(change, 'base') })
    const after = actionWords(withReasons(change, 'head'), { allow: hasAllow(change, 'head') })
    const was = `${before}${providerDetails(difference.before, difference.after)}`
    const is = `${after}${providerDetails(difference.after, difference.before)}`
    found = {
      words: `${said}${callersAmong(change, said, context)}`,
      changes: [{ facet: 'access', before: was, after: withNote(is, change) }]
    }
    told.set(difference, found)
  }
  return found
}

/** The port reads HTTP on a side, and the client speaks something else. */
function readsHttp({ port }: AccessChange): boolean {
  return port.base.reading === 'http' || port.head.reading === 'http'
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
 * Under one mode of mutual TLS on both sides, a connection that the port begins or ceases to understand is
 * no matter of mutual TLS: its protocol is another. Few clients speak what its name does not say.
 */
function accessOf({ difference, questions, speaks }: AccessChange): AccessVerdict | null {
  const { before, after, sample } = difference
  const verdict = accessVerdict(before, after, sample.transport === 'mtls')
  if (verdict === null) return null
  if (questions.base.mode !== questions.head.mode) return verdict
  const [was, is] = [before.kind, after.kind]
  const unread = speaks === 'tcp' && (was === 'bad-request' || is === 'bad-request')
  if (sample.transport !== 'tls' && !unread) return verdict
  if (before.layer !== 'transport' && after.layer !== 'transport') return verdict
  if (isLetIn(before) === isLetIn(after)) return null
  return isLetIn(after)
    ? { kind: 'connection-repaired', direction: 'repair', severity: 'info' }
    : { kind: 'connection-broken', direction: 'break', severity: 'warning' }
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
export function calledFrom(request: Request, { callers }: SecurityContext): Request {
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

export function standing(assumptions: readonly Assumption[]): {
  readonly certainty: Certainty
  readonly assumptions: readonly Assumption[]
} {
  return { certainty: assumptions.length === 0 ? 'certain' : 'assumed', assumptions }
}
