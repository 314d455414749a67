import { evaluatePod, evaluateSidecar } from '../dataplane/security/evaluate-inbound.ts'
import { securityOf } from '../dataplane/security/inbound.ts'
import type { JwtProvider } from '../dataplane/security/request-authentication.ts'
import { locationText } from '../dataplane/security/token-location.ts'
import { describeRef, type Place, type UnknownDraft } from '../finding.ts'
import { canonical } from '../fingerprint.ts'
import { accessCauses } from './access-causes.ts'
import type { ServerEffect } from './access-fold.ts'
import { rollbackSecurity, verifyAccess, watchAccess } from './access-steps.ts'
import { accessSubject } from './access-subject.ts'
import { claimsWith, splitOtherwise } from './claim-texts.ts'
import { dialled } from './dialled.ts'
import type { Cause, EffectDraft, FacetChange, Witness } from './effect.ts'
import { domainOf } from './risk.ts'
import type { SecurityContext } from './security-context.ts'
import { type BothPorts, bothPorts } from './server-ports.ts'
import type { ServerClass } from './servers.ts'

/** What becomes of good tokens that are accepted on both sides: whether and how they reach the application. */
export function tokenEffects(
  server: ServerClass,
  context: SecurityContext
): { readonly effects: readonly ServerEffect[]; readonly unknown: readonly UnknownDraft[] } {
  const before = securityOf(context.base.compilation).inbound(server.base).jwt
  const after = securityOf(context.head.compilation).inbound(server.head).jwt
  const effects: ServerEffect[] = []
  const unknown: UnknownDraft[] = []
  for (const [old, now] of counterparts(before, after)) {
    if (old.keys !== now.keys) unknown.push(otherKeys(old, now))
    if (canonical(old.spaceDelimited) !== canonical(now.spaceDelimited)) {
      const read = claimsRead(server, old, now, context)
      effects.push(...read.effects)
      if (!read.isTold) unknown.push(otherClaims(now))
    }
    const changes = onward(old, now)
    if (changes.length === 0) continue
    const port = bothPorts(context.base, context.head, server).find(
      ({ base, head }) => base.reading !== 'tcp' && head.reading !== 'tcp'
    )
    const effect = port && onwardEffect(server, port, now, changes, context)
    if (effect !== undefined) effects.push(effect)
  }
  return { effects, unknown }
}

/**
 * Texts with spaces that one side reads as lists: nothing where no condition reads such a claim, else what a token with
 * the value among other words meets.
 */
function claimsRead(
  server: ServerClass,
  old: JwtProvider,
  now: JwtProvider,
  context: SecurityContext
): { readonly effects: readonly ServerEffect[]; readonly isTold: boolean } {
  const conditions = splitOtherwise(server, old, now, context)
  if (conditions === null) return { effects: [], isTold: false }
  const port = bothPorts(context.base, context.head, server).find(
    ({ base, head }) => base.reading !== 'tcp' && head.reading !== 'tcp'
  )
  if (conditions.length === 0 || port === undefined) return { effects: [], isTold: true }
  const told = new Map<string, ServerEffect>()
  for (const condition of conditions) {
    const witness = replay(server, port, now, context, claimsWith(condition))
    const [was, is] = [witness.before.outcome, witness.after.outcome]
    if (was === is) continue
    const name = `request.auth.claims[${condition.path.join('][')}]`
    const kind = is === 'served' ? ('access-granted' as const) : ('access-revoked' as const)
    const facet = { facet: 'access', before: was, after: is }
    const region = `tokens of ${now.issuer || 'any issuer'} whose ${name} is a text with spaces`
    const shown = { kind, region, changes: [facet], witness }
    told.set(name, effectOf(server, port, shown, context))
  }
  return { effects: [...told.values()], isTold: told.size > 0 }
}

/** Providers of one issuer on both sides: those that changed, in their order. */
function counterparts(
  before: readonly JwtProvider[],
  after: readonly JwtProvider[]
): readonly (readonly [JwtProvider, JwtProvider])[] {
  const result: (readonly [JwtProvider, JwtProvider])[] = []
  for (const issuer of new Set(before.map(one => one.issuer))) {
    const olds = before.filter(one => one.issuer === issuer)
    const nows = after.filter(one => one.issuer === issuer)
    const [kept, there] = [new Set(nows.map(treatment)), new Set(olds.map(treatment))]
    const changed = nows.filter(one => !there.has(treatment(one)))
    for (const [place, old] of olds.filter(one => !kept.has(treatment(one))).entries()) {
      const now = changed[place]
      if (now !== undefined) result.push([old, now])
    }
  }
  return result
}

/** All that a provider does with its tokens. */
function treatment(provider: JwtProvider): string {
  const { manifest: _, path: __, assumptions: ___, ...rest } = provider
  return canonical(rest)
}

/** Differences in what goes on to the application, in words. */
function onward(old: JwtProvider, now: JwtProvider): FacetChange[] {
  const changes: FacetChange[] = []
  const put = (facet: string, before: string, after: string): void => {
    if (before !== after) changes.push({ facet, before, after })
  }
  put('token', forwarding(old), forwarding(now))
  put('payload header', old.payloadHeader || 'none', now.payloadHeader || 'none')
  put('claim headers', claimHeaders(old), claimHeaders(now))
  return changes
}

function forwarding({ forward }: JwtProvider): string {
  return forward ? 'passed on to the application' : 'taken away before the application'
}

function claimHeaders({ claimHeaders: headers }: JwtProvider): string {
  return headers.length === 0
    ? 'none'
    : headers.map(({ header, claim }) => `${header} from ${claim}`).join(', ')
}

function onwardEffect(
  server: ServerClass,
  port: BothPorts,
  provider: JwtProvider,
  changes: readonly FacetChange[],
  context: SecurityContext
): ServerEffect | undefined {
  const witness = replay(server, port, provider, context)
  if (canonical(witness.before.upstreamHeaders) === canonical(witness.after.upstreamHeaders)) {
    return undefined
  }
  const region = `tokens of ${provider.issuer === '' ? 'any issuer' : provider.issuer}`
  const shown = { kind: 'authentication-changed' as const, region, changes, witness }
  return effectOf(server, port, shown, context)
}

interface Shown {
  readonly kind: 'authentication-changed' | 'access-granted' | 'access-revoked'
  readonly region: string
  readonly changes: readonly FacetChange[]
  readonly witness: Witness
}

function effectOf(
  server: ServerClass,
  port: BothPorts,
  { kind, region, changes, witness }: Shown,
  context: SecurityContext
): ServerEffect {
  const causes: readonly Cause<Place>[] = accessCauses(server, 'policy', context)
  const draft: EffectDraft = {
    kind,
    mesh: context.head.mesh.name,
    domain: domainOf[kind],
    direction:
      kind === 'access-granted' ? 'widen' : kind === 'access-revoked' ? 'narrow' : 'neutral',
    severity: kind === 'access-granted' ? 'error' : 'warning',
    subject: accessSubject(server, port),
    proxy: { type: server.role, names: [server.description] },
    region,
    changes,
    witness,
    causes,
    members: [],
    certainty: server.assumptions.length === 0 ? 'certain' : 'assumed',
    assumptions: server.assumptions,
    fingerprint: '',
    verify: verifyAccess(server, port, kind),
    watch: watchAccess(server, 'http', kind),
    rollback: rollbackSecurity(causes, context.changes)
  }
  return { draft, server, port, speaks: 'http', location: true }
}

/** A good token that every claim header can be taken from. */
function replay(
  server: ServerClass,
  port: BothPorts,
  provider: JwtProvider,
  { base, head, callers }: SecurityContext,
  more: Readonly<Record<string, unknown>> = {}
): Witness {
  const claims: Record<string, unknown> = {
    iss: provider.issuer || 'issuer',
    sub: 'subject',
    ...more
  }
  for (const { claim } of provider.claimHeaders) claims[claim] ??= 'value'
  if (provider.audiences.length > 0) claims.aud = provider.audiences[0]
  const [location] = provider.locations
  const [name] = server.workloads
  const via = server.role === 'sidecar' ? dialled(port) : undefined
  const principal = callers.principals[0] ?? ''
  const request: Witness['request'] = {
    from: { namespace: server.namespace },
    ...(name === undefined ? {} : { to: `${server.namespace}/${name}` }),
    ...(via === undefined ? {} : { via }),
    protocol: 'http',
    port: port.sample,
    authority: via?.replace(/:\d+$/, '') ?? `${name ?? 'service'}.${server.namespace}`,
    method: 'GET',
    path: '/',
    headers: {},
    transport: server.role === 'gateway' ? 'plaintext' : 'mtls',
    ...(server.role === 'gateway' ? {} : { principal }),
    tokens: [
      {
        claims,
        signature: 'good',
        ...(location === undefined ? {} : { in: locationText(location) })
      }
    ]
  }
  const ask = (plane: SecurityContext['base'], side: 'base' | 'head') =>
    server.role === 'gateway'
      ? evaluatePod(plane, server[side], request, 'http')
      : evaluateSidecar(plane, server[side], request)
  return { request, before: ask(base, 'base'), after: ask(head, 'head') }
}

function otherKeys(old: JwtProvider, now: JwtProvider): UnknownDraft {
  return {
    reason: 'opaque',
    message: `${describeRef(now.manifest.ref)}: the keys for issuer ${now.issuer || '(any)'} change from ${keyWords(old)} to ${keyWords(now)}, so which tokens are good cannot be told from git`,
    subject: now.manifest.ref,
    at: { manifest: now.manifest, path: now.path }
  }
}

function keyWords({ keys }: JwtProvider): string {
  return keys.startsWith('inline') ? 'keys given inline' : keys.replace(/^\w+ /, '')
}

function otherClaims(now: JwtProvider): UnknownDraft {
  return {
    reason: 'field',
    message: `${describeRef(now.manifest.ref)}: other claims are lists separated by spaces, which conditions on claims could see`,
    subject: now.manifest.ref,
    at: { manifest: now.manifest, path: [...now.path, 'spaceDelimitedClaims'] }
  }
}
