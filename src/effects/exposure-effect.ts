import { evaluate } from '../dataplane/answer.ts'
import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import type { Outcome, Request } from '../dataplane/request.ts'
import { atBackend, backendsOf } from '../dataplane/security/backends.ts'
import { locationText } from '../dataplane/security/token-location.ts'
import { contains, sample } from '../decision/region.ts'
import type { Point } from '../decision/table.ts'
import type { Assumption, UnknownDraft } from '../finding.ts'
import { fingerprint } from '../fingerprint.ts'
import { rollbackSecurity } from './access-steps.ts'
import { tokenOf } from './access-witness.ts'
import { callerOf } from './caller.ts'
import type { EffectDraft, EffectSubject, Witness } from './effect.ts'
import { exposureCauses } from './exposure-causes.ts'
import type { ExposureChange } from './exposure-compare.ts'
import type { ExposureSide } from './exposure-side.ts'
import { verifyExposure, watchExposure } from './exposure-steps.ts'
import { type Exposure, wantsCertificate } from './exposure-table.ts'
import type { ManifestChange } from './manifest-change.ts'
import { regionWords } from './region-words.ts'
import { domainOf } from './risk.ts'
import { chosen, serverNameTo } from './server-names.ts'
import { subjectOf } from './subject.ts'
import { requestAt } from './witness.ts'
import { listWords } from './words.ts'

export interface ExposureContext {
  readonly base: ExposureSide
  readonly head: ExposureSide
  readonly changes: readonly ManifestChange[]
  readonly proxy: ProxyClass
  readonly assumptions: readonly Assumption[]
}

/**
 * One change of what the outside reaches, with a request that shows it. Null where every such request has a claim and
 * no token: claims come from tokens that the gateway has verified. Source: pilot security/authn, Envoy jwt_authn.
 */
export function exposureEffect(
  change: ExposureChange,
  context: ExposureContext
): EffectDraft | UnknownDraft | null {
  const { base, head, changes, proxy } = context
  const kind = change.opens ? 'exposed' : 'unexposed'
  const side = change.opens ? head : base
  const [origin] = change.origins[change.opens ? 'head' : 'base']
  const host = origin?.virtualHost ?? null
  const subject: EffectSubject =
    host === null
      ? { kind: 'gateway', name: proxy.description }
      : subjectOf(side.view, change.routeConfig, host)
  const region = `${regionWords(change.region, host)}${change.location === null ? '' : ', with a good token'}`
  const causes = exposureCauses(change, { base, head }, changes)
  const point = sample(change.region)
  if (change.location === null && hasClaim(point)) return null
  const witness = witnessAt(change, point, subject, context)
  const fits =
    witness !== null &&
    contains(change.region, point) &&
    reaches(witness.before) === !change.opens &&
    reaches(witness.after) === change.opens
  // What the name itself leads to lets it through on both sides.
  if (fits && isReachedOtherwise(change, context, witness.request)) return null
  if (!fits) {
    const seen =
      witness === null ? 'no request' : `${witness.before.outcome} → ${witness.after.outcome}`
    return {
      reason: 'witness',
      message: `${subject.name}, ${region}: the comparison says ${kind}, and replaying the request does not show it (${seen}); please report this defect with the input`,
      subject: causes[0]?.ref ?? null,
      at: causes[0]?.at ?? null
    }
  }
  const assumptions = assumptionsOf(context, witness)
  const shown = [
    { facet: 'from outside', before: words(change.before), after: words(change.after) }
  ]
  const mesh = head.plane.mesh.name
  return {
    kind,
    mesh,
    domain: domainOf[kind],
    direction: change.opens ? 'widen' : 'narrow',
    severity: change.opens ? 'error' : 'warning',
    subject,
    proxy: { type: 'gateway', names: [proxy.description] },
    region,
    changes: shown,
    witness,
    causes,
    members: [],
    certainty: assumptions.length === 0 ? 'certain' : 'assumed',
    assumptions,
    fingerprint: fingerprint([kind, mesh, subject, shown, region]),
    verify: verifyExposure(side, witness.request),
    watch: watchExposure(side),
    rollback: rollbackSecurity(causes, changes)
  }
}

function assumptionsOf({ assumptions }: ExposureContext, { before, after }: Witness): Assumption[] {
  const all = [...assumptions, ...before.assumptions, ...after.assumptions]
  return [...new Map(all.map(one => [JSON.stringify(one), one])).values()]
}

/** "404 (no route matches)" → "served by accounts.bank". */
function words(all: readonly Exposure[]): string {
  const served = [...new Set(all.flatMap(one => one.served))].sort()
  const asked = all.some(({ kind }) => kind === 'asked')
  const said = new Set(all.filter(({ kind }) => kind === 'closed').map(one => one.words))
  const shown = [...said].slice(0, 3)
  if (said.size > shown.length) shown.push(`${said.size - shown.length} other reasons`)
  if (served.length === 0) return shown.join('; ')
  const few = served.length > 4 ? [...served.slice(0, 3), `${served.length - 3} more`] : served
  return `served by ${listWords(few)}${asked ? ', if the external provider agrees' : ''}`
}

function witnessAt(
  { names, port, tls, location, opens }: ExposureChange,
  point: Point,
  subject: EffectSubject,
  { base, head, proxy }: ExposureContext
): Witness | null {
  const { mesh } = head.plane
  const views = { base: base.view, head: head.view }
  const from = callerOf(proxy, [], base.plane.mesh, mesh, subject)
  const made = requestAt({ proxy, from, port, point: pathsOf(point), tls })
  if (made === null) return null
  const sni = made.sni === undefined ? null : serverNameTo(views, names, port, made.sni)
  const { remoteIp, ip = head.clientAddress === 'remote ip' ? remoteIp : undefined } =
    addressesOf(point)
  const { tokens: _, ...plain } = made
  const address = opens ? head.address(names.head) : base.address(names.base)
  const request: Request = {
    ...plain,
    ...(sni === null ? {} : { sni }),
    ...(address === undefined ? {} : { address }),
    ...(ip === undefined ? {} : { ip }),
    ...(remoteIp === undefined ? {} : { remoteIp }),
    ...(location === null ? {} : { tokens: [tokenOf(point, locationText(location))] })
  }
  return {
    request,
    before: outcomeAt(base, names.base, request),
    after: outcomeAt(head, names.head, request)
  }
}

/** Claims of tokens are said by the token alone. */
function pathsOf(point: Point): Point {
  return Object.fromEntries(Object.entries(point).filter(([name]) => !name.startsWith('claim:')))
}

function hasClaim(point: Point): boolean {
  return Object.entries(point).some(
    ([name, value]) =>
      name.startsWith('claim:') && value !== null && !(Array.isArray(value) && value.length === 0)
  )
}

function addressesOf(point: Point): { readonly ip?: string; readonly remoteIp?: string } {
  const { 'source ip': ip, 'remote ip': remoteIp } = point
  return {
    ...(typeof ip === 'string' ? { ip } : {}),
    ...(typeof remoteIp === 'string' ? { remoteIp } : {})
  }
}

/** The plain evaluator's answer through all layers, which knows nothing of tables. */
function outcomeAt(side: ExposureSide, routeConfig: string, request: Request): Outcome {
  const { plane, proxy, view, open, principal } = side
  const ended = { destinations: [], steps: [], certainty: 'certain', assumptions: [] } as const
  if (!open) return { ...ended, outcome: 'reset', reason: 'no Service leads to it from outside' }
  const chain = side.chain(routeConfig)
  if (chain === undefined) return { ...ended, outcome: 'reset', reason: 'nothing listens' }
  if (wantsCertificate(chain.tls?.mode)) {
    return { ...ended, outcome: 'reset', reason: 'the gateway wants a client certificate' }
  }
  const routed = evaluate(plane, proxy, request)
  if (routed.outcome !== 'served') return routed
  let refused: Outcome | null = null
  for (const { cluster: name } of routed.destinations) {
    const cluster = view.clusters.get(name)
    if (cluster === undefined || cluster.endpoints === 0) continue
    for (const backend of backendsOf(plane, view, cluster)) {
      const answer = atBackend(plane, backend, request, routed, principal)
      const assumptions = [...routed.assumptions, ...backend.assumptions, ...answer.assumptions]
      const { destinations } = routed
      const steps = [...routed.steps, ...answer.steps]
      if (reaches(answer)) {
        const own = answer.outcome === 'served' ? routed : answer
        return { ...own, destinations, assumptions, steps }
      }
      refused ??= { ...answer, destinations, assumptions, steps }
    }
  }
  return refused ?? routed
}

/** A client that asks for the host as its server name is served on the side where these routes do not serve it. */
function isReachedOtherwise(
  { opens, port }: ExposureChange,
  { base, head }: ExposureContext,
  request: Request
): boolean {
  const host = request.authority.replace(/:\d+$/, '').toLowerCase()
  if (request.sni === undefined || request.sni === host) return false
  const side = opens ? base : head
  const chain = chosen(side.view, port, host)
  if (chain?.routeConfig === undefined) return false
  return reaches(outcomeAt(side, chain.routeConfig, { ...request, sni: host }))
}

function reaches({ outcome }: Outcome): boolean {
  return outcome === 'served' || outcome === 'delegated'
}
