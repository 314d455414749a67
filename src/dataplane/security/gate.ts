import type { Mesh } from '../../mesh/mesh.ts'
import { trustedProxies } from '../../mesh/mesh-config.ts'
import { normalizePath } from '../path.ts'
import type { Outcome, Request, TraceStep } from '../request.ts'
import { traceStep } from '../trace-step.ts'
import type { Condition } from './condition.ts'
import {
  evaluateCustom,
  evaluatePolicies,
  type PolicyVerdict,
  type ProviderAnswer
} from './evaluate-authorization.ts'
import type { Observed, ObservedHttp } from './evaluate-rules.ts'
import { evaluateTokens } from './evaluate-tokens.ts'
import type { Gatekeeper } from './inbound.ts'
import { remoteAddress } from './remote-address.ts'
import type { Rule } from './rule.ts'

/** How a connection stands at the proxy, once its TLS is dealt with. */
export interface Arrival {
  readonly reading: 'http' | 'tcp'
  /** Without `spiffe://`; `null`: no certificate was verified. */
  readonly principal: string | null
  /** The port of the connection at the proxy. */
  readonly port: number
  readonly destinationIp: string | undefined
  /** The listener inspects TLS, so that Envoy knows the server name. */
  readonly readsServerName: boolean
  readonly place: 'sidecar' | 'gateway'
  /** `false`: no route takes the request, so that no provider is asked about it. */
  readonly isRouted?: boolean
}

/** What the filters before routing leave of a request. */
export type GateResult =
  | {
      readonly kind: 'through'
      /** The request as routes see it. */
      readonly request: Request
      readonly decidedBy?: NonNullable<Outcome['decidedBy']>
      readonly headers: Readonly<Record<string, string | null>>
      readonly steps: readonly TraceStep[]
    }
  | {
      readonly kind: 'stopped'
      readonly outcome: Pick<
        Outcome,
        'outcome' | 'status' | 'decidedBy' | 'reason' | 'provider' | 'certainty'
      >
      readonly steps: readonly TraceStep[]
    }

/**
 * CUSTOM, tokens, AUDIT, DENY, ALLOW: one request or connection, plainly and in the order of the filters.
 * Source: pilot core/listener_builder.go, plugin/authz.
 */
export function evaluateGate(
  mesh: Mesh,
  keeper: Gatekeeper,
  asked: Request,
  arrival: Arrival
): GateResult {
  const request = arrival.reading === 'http' ? withOriginForm(asked) : asked
  if (arrival.reading === 'http') {
    const refused = refusedByCodec(request)
    if (refused !== null)
      return stopped({ outcome: 'bad-request', status: 400, reason: refused }, [])
  }
  const authorization = arrival.reading === 'http' ? keeper.http : keeper.tcp
  const metadata = new Map<string, string>()
  const observed = observe(mesh, request, arrival, metadata)
  const steps: TraceStep[] = []
  const { isRouted = true } = arrival
  const answers = answersOf(request)
  const custom = evaluateCustom(authorization.custom, observed, answers, metadata, isRouted)
  switch (custom.kind) {
    case 'unsure':
      return unsure(custom.condition, steps)
    case 'denied':
      steps.push(ruleStep('CUSTOM', custom.rule))
      return stopped(
        {
          ...refusal(arrival),
          decidedBy: decidedBy('rbac', 'CUSTOM', custom.rule),
          reason: custom.reason
        },
        steps
      )
    case 'asks':
    case 'refused': {
      steps.push(ruleStep('CUSTOM', custom.rule))
      const decided = decidedBy('ext_authz', 'CUSTOM', custom.rule)
      const provider = { name: custom.provider.name }
      if (custom.kind === 'asks') {
        const reason = `provider ${provider.name} decides`
        return stopped({ outcome: 'delegated', decidedBy: decided, provider, reason }, steps)
      }
      if (arrival.reading === 'tcp') {
        return stopped({ outcome: 'closed', decidedBy: decided, reason: custom.reason }, steps)
      }
      const answer = answersOf(request)[provider.name]
      return stopped(
        {
          outcome: 'delegated',
          status: custom.status,
          decidedBy: decided,
          provider: { ...provider, ...(answer === undefined ? {} : { answer }) },
          reason: custom.reason
        },
        steps
      )
    }
    case 'passed':
      for (const { name } of custom.asked) {
        steps.push({ layer: 'authorization', text: `provider ${name} agrees` })
      }
  }
  if (arrival.reading === 'tcp') {
    return finish(evaluatePolicies(authorization, observed, metadata), request, arrival, {}, steps)
  }
  const tokens = evaluateTokens(keeper.jwt, request)
  if (tokens.kind === 'refused') {
    const { by, status, reason } = tokens
    steps.push(traceStep('authentication', reason, { manifest: by.manifest, path: by.path }))
    const outcome = status === 401 ? 'unauthenticated' : 'denied'
    const range = by.manifest.locate(by.path)
    const decided = {
      filter: 'jwt_authn',
      ref: by.manifest.ref,
      file: range.file,
      line: range.start.line
    }
    return stopped({ outcome, status, decidedBy: decided, reason }, steps)
  }
  if (tokens.by !== null) {
    const at = { manifest: tokens.by.manifest, path: tokens.by.path }
    steps.push(traceStep('authentication', 'the token is good', at))
  }
  const seen = { ...observed, token: tokens.token, http: changed(observed.http, tokens.headers) }
  const passed: Request =
    request.tokens === undefined
      ? request
      : {
          ...request,
          tokens: tokens.token === null ? [] : [{ claims: tokens.token.claims, signature: 'good' }]
        }
  const verdict = evaluatePolicies(authorization, seen, metadata)
  return finish(verdict, passed, arrival, tokens.headers, steps)
}

function finish(
  verdict: PolicyVerdict,
  request: Request,
  arrival: Arrival,
  headers: Readonly<Record<string, string | null>>,
  steps: TraceStep[]
): GateResult {
  if (verdict.kind === 'unsure') return unsure(verdict.condition, steps)
  for (const { action, rule } of verdict.noted) steps.push(ruleStep(action, rule))
  if (verdict.kind === 'denied') {
    const { rule, layer } = verdict
    if (rule !== null) {
      steps.push(ruleStep('DENY', rule))
      const decided = decidedBy('rbac', 'DENY', rule)
      return stopped(
        { ...refusal(arrival), decidedBy: decided, reason: 'a DENY rule matches' },
        steps
      )
    }
    const reason = 'ALLOW policies apply and no rule matches'
    const [policy] = layer.policies
    steps.push(traceStep('authorization', reason, policy && { manifest: policy, path: ['spec'] }))
    const decided = { filter: 'rbac', action: 'ALLOW', rule: null }
    return stopped({ ...refusal(arrival), decidedBy: decided, reason }, steps)
  }
  const { rule } = verdict
  if (rule === null) return { kind: 'through', request, headers, steps }
  steps.push(ruleStep('ALLOW', rule))
  return { kind: 'through', request, headers, steps, decidedBy: decidedBy('rbac', 'ALLOW', rule) }
}

function refusal({ reading }: Arrival): { outcome: 'denied' | 'closed'; status?: number } {
  return reading === 'http' ? { outcome: 'denied', status: 403 } : { outcome: 'closed' }
}

function stopped(
  outcome: Omit<Extract<GateResult, { kind: 'stopped' }>['outcome'], 'certainty'>,
  steps: readonly TraceStep[]
): GateResult {
  return { kind: 'stopped', outcome: { ...outcome, certainty: 'certain' }, steps }
}

function unsure({ attribute, at }: Condition, steps: readonly TraceStep[]): GateResult {
  const reason = `a policy asks for the ${attribute.of} (${at.join('.')}), which the request does not say`
  return { kind: 'stopped', outcome: { outcome: 'unknown', certainty: 'unknown', reason }, steps }
}

function decidedBy(filter: string, action: string, { manifest, index }: Rule) {
  const range = manifest.locate(['spec', 'rules', index])
  const { file, start } = range
  return { filter, action, ref: manifest.ref, rule: index, file, line: start.line }
}

function ruleStep(action: string, { manifest, index }: Rule): TraceStep {
  const text = `${action} rule ${index} of ${manifest.ref.namespace}/${manifest.ref.name}`
  return traceStep('authorization', text, { manifest, path: ['spec', 'rules', index] })
}

function answersOf({ providers }: Request): Readonly<Record<string, ProviderAnswer>> {
  return providers ?? {}
}

/** `GET http://host/path`: the Host header counts no longer. Source: RFC 9112 3.2.2. */
function withOriginForm(request: Request): Request {
  const [, authority, path = ''] = /^[a-z]+:\/\/([^/?#]+)([\s\S]*)$/i.exec(request.path) ?? []
  if (authority === undefined) return request
  return { ...request, authority, path: path.startsWith('/') ? path : `/${path}` }
}

/** Why Envoy does not take what these policies make; `null`: it does. */
export function refusedProvider({ jwt }: Gatekeeper): string | null {
  return jwt.find(({ refused }) => refused !== null)?.refused ?? null
}

/** What istiod means, with the reason for which Envoy keeps the last good configuration instead. */
export function asMeant(reason: string | null, outcome: Outcome): Outcome {
  return reason === null ? outcome : { ...outcome, reason }
}

/** Source: Envoy http1 codec (methods, targets), path_utility.cc (fragments). */
function refusedByCodec({ method, path }: Request): string | null {
  if (!path.startsWith('/') && !(path === '*' && method === 'OPTIONS')) {
    return `${path} is no target of a request`
  }
  if (!/^[A-Z]+(-[A-Z]+)*$/.test(method)) return `${method} is no HTTP method`
  return path.includes('#') ? 'a request path has no fragment' : null
}

function observe(
  mesh: Mesh,
  request: Request,
  arrival: Arrival,
  metadata: ReadonlyMap<string, string>
): Observed {
  const headers = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(request.headers)) {
    const lines = typeof value === 'string' ? [value] : value
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), ...lines])
  }
  const { path, query } = normalizePath(request.path, mesh.config.pathNormalization)
  const http: ObservedHttp | null =
    arrival.reading === 'tcp'
      ? null
      : {
          authority: request.authority,
          method: request.method,
          path,
          target: query === null ? path : `${path}?${query}`,
          headers
        }
  const hops = arrival.place === 'sidecar' ? 'sidecar' : trustedProxies(mesh.config)
  const forwarded = http === null ? [] : (headers.get('x-forwarded-for') ?? [])
  return {
    principal: arrival.principal,
    sourceIp: request.ip,
    // Bytes carry no forwarding headers: the client is the peer.
    remoteIp:
      http === null
        ? (request.ip ?? request.remoteIp)
        : (request.remoteIp ?? remoteAddress(forwarded, request.ip, hops)),
    destinationIp: arrival.destinationIp,
    port: arrival.port,
    sni:
      request.transport === 'plaintext' || !arrival.readsServerName ? null : (request.sni ?? null),
    http,
    token: null,
    metadata,
    linesApart: mesh.features.has('policy-header-lines-apart')
  }
}

/** Headers as the JWT filter leaves them. */
function changed(
  http: ObservedHttp | null,
  headers: Readonly<Record<string, string | null>>
): ObservedHttp | null {
  if (http === null || Object.keys(headers).length === 0) return http
  const result = new Map(http.headers)
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) result.delete(name)
    else result.set(name, [value])
  }
  return { ...http, headers: result }
}
