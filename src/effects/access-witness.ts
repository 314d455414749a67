import type { Dataplane } from '../dataplane/dataplane.ts'
import type { AccessAction } from '../dataplane/lower/access.ts'
import { BETWEEN } from '../dataplane/lower/conditions.ts'
import {
  isOpaque,
  opaque,
  opaqueWords,
  targetWords,
  writtenHeader
} from '../dataplane/lower/opaque-dimension.ts'
import type { Caller, Outcome, Request, Token } from '../dataplane/request.ts'
import { evaluatePod, evaluateSidecar } from '../dataplane/security/evaluate-inbound.ts'
import type { Gatekeeper } from '../dataplane/security/inbound.ts'
import { locationText } from '../dataplane/security/token-location.ts'
import type { Point } from '../decision/table.ts'
import { list, mapOrEmpty, text } from '../mesh/json.ts'
import type { AccessChange } from './access.ts'
import { dialled } from './dialled.ts'
import type { Witness } from './effect.ts'

/** A point of a region as a request at the server. */
export function accessRequest(
  change: Pick<AccessChange, 'server' | 'port' | 'speaks' | 'location' | 'questions'>,
  point: Point
): Request {
  const { server, port, speaks, location, questions } = change
  const transport = transportOf(point)
  // Where no condition asks for it, any identity will do.
  const [anyone] = questions.head.natural?.principals ?? []
  const principal = textOf(point, 'principal') ?? (transport === 'mtls' ? anyone : undefined)
  const headers: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(point)) {
    if (!name.startsWith('header:') || value === null || value.length === 0) continue
    const [only, ...more] = typeof value === 'string' ? [value] : value
    headers[name.slice('header:'.length)] = more.length === 0 ? (only ?? '') : value
  }
  const sourceIp = textOf(point, 'source ip')
  const remoteIp = textOf(point, 'remote ip')
  const sni = textOf(point, 'sni')
  const address = textOf(point, 'destination ip')
  const [name] = server.workloads
  const via = server.role === 'sidecar' ? dialled(port) : undefined
  const authority = via?.replace(/:\d+$/, '') ?? `${name ?? 'service'}.${server.namespace}`
  return {
    from: callerFrom(principal, server.namespace, server.role),
    ...(name === undefined ? {} : { to: `${server.namespace}/${name}` }),
    ...(via === undefined ? {} : { via }),
    protocol: speaks,
    port: port.sample,
    authority: textOf(point, 'authority') ?? authority,
    method: textOf(point, 'method') ?? 'GET',
    path: textOf(point, opaque(targetWords, '')) ?? textOf(point, 'path') ?? '/',
    headers,
    transport,
    ...(principal === undefined ? {} : { principal }),
    ...(sni === undefined ? {} : { sni }),
    ...(sourceIp === undefined ? {} : { ip: sourceIp }),
    ...(remoteIp === undefined ? {} : { remoteIp }),
    ...(address === undefined ? {} : { address }),
    ...(location === null
      ? {}
      : { tokens: [writing(questions.head.keeper, point, tokenOf(point, locationText(location)))] })
  }
}

/** The token with claims of which the filter writes the headers that a point has. */
function writing({ jwt }: Gatekeeper, point: Point, token: Token): Token {
  const by = jwt.find(({ issuer }) => issuer === token.claims.iss || issuer === '')
  if (by === undefined) return token
  const claims: Record<string, unknown> = { ...token.claims }
  for (const { header, claim } of by.claimHeaders) {
    const written = Object.keys(point).find(
      name => isOpaque(name) && opaqueWords(name) === writtenHeader(header)
    )
    const value = written === undefined ? undefined : textOf(point, written)
    if (value !== undefined && claims[claim] === undefined) put(claims, claim.split('.'), value)
  }
  return { ...token, claims }
}

function transportOf(point: Point): Request['transport'] {
  const transport = textOf(point, 'transport')
  return transport === 'plaintext' || transport === 'tls' ? transport : 'mtls'
}

function callerFrom(
  principal: string | undefined,
  namespace: string,
  role: 'sidecar' | 'gateway'
): Caller {
  const [, own, serviceAccount] = /\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(principal ?? '') ?? []
  if (own !== undefined && serviceAccount !== undefined) return { namespace: own, serviceAccount }
  return role === 'gateway' ? 'outside' : { namespace }
}

/** A token with what a point says of it. */
export function tokenOf(point: Point, location: string): Token {
  const [issuer = '', subject = ''] = (textOf(point, 'request principal') ?? '').split(BETWEEN)
  const claims: Record<string, unknown> = { iss: issuer }
  if (subject !== '') claims.sub = subject
  for (const [name, value] of Object.entries(point)) {
    if (!name.startsWith('claim:[') || value === null || value.length === 0) continue
    put(claims, name.slice('claim:['.length, -1).split(']['), value)
  }
  const signature = textOf(point, 'signature') === 'broken' ? 'broken' : 'good'
  return { claims, signature, in: location }
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path
  if (key === undefined) return
  if (rest.length === 0) {
    target[key] = Array.isArray(value) && value.length === 1 ? value[0] : value
    return
  }
  const inner: Record<string, unknown> = {}
  put(inner, rest, value)
  target[key] = inner
}

function textOf(point: Point, name: string): string | undefined {
  const value = point[name]
  return typeof value === 'string' ? value : undefined
}

/** The plain evaluator's answer on both sides, which knows nothing of tables. */
export function replayAccess(
  base: Dataplane,
  head: Dataplane,
  change: Pick<AccessChange, 'server' | 'port'>,
  request: Request
): Witness {
  return {
    request,
    before: outcomeAt(base, change, 'base', request),
    after: outcomeAt(head, change, 'head', request)
  }
}

function outcomeAt(
  plane: Dataplane,
  { server, port }: Pick<AccessChange, 'server' | 'port'>,
  side: 'base' | 'head',
  request: Request
): Outcome {
  const pod = server[side]
  const ask = (asked: Request): Outcome =>
    server.role === 'gateway'
      ? evaluatePod(
          plane,
          pod,
          asked,
          port[side].reading === 'http' ? 'http' : 'tcp',
          port[side].unreadNames !== true
        )
      : evaluateSidecar(plane, pod, asked)
  const first = ask(request)
  if (first.outcome !== 'delegated') return first
  // Tables say what becomes of a request if the providers agree.
  const agreed = ask({ ...request, providers: agreement(plane) })
  return agreed.outcome === 'served' ? first : agreed
}

function agreement(plane: Dataplane): NonNullable<Request['providers']> {
  const entries = list(plane.mesh.config.raw.extensionProviders)
  return Object.fromEntries(entries.map(entry => [text(mapOrEmpty(entry).name) ?? '', 'allow']))
}

/** Does the replay show what the tables say? */
export function showsAccess(
  { before, after }: Witness,
  claim: { readonly before: AccessAction; readonly after: AccessAction }
): boolean {
  return fits(before, claim.before) && fits(after, claim.after)
}

function fits({ outcome, decidedBy, provider }: Outcome, action: AccessAction): boolean {
  // Of several faults of one token the proxy tells one.
  if (action.layer === 'token') return decidedBy?.filter === 'jwt_authn'
  switch (action.kind) {
    case 'allow':
      return outcome === 'served'
    case 'ask':
      return outcome === 'delegated' && action.providers.includes(provider?.name ?? '')
    case 'deny':
      return outcome === 'denied'
    case 'close':
      return outcome === 'closed'
    case 'unauthenticated':
      return outcome === 'unauthenticated'
    case 'reset':
    case 'bad-request':
      return outcome === action.kind
  }
}
