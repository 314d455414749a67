import type { Request, Token } from '../../../src/dataplane/request.ts'
import type { Cast, PodOf } from '../cast.ts'
import type { Random } from '../random.ts'
import { listOf, mapOf, textOf, textsOf } from '../read.ts'
import type { Fields, KubernetesObject } from '../world.ts'
import { bend } from './bend.ts'
import type { Literals } from './literals.ts'
import { type AccessDraft, goodToken, meetRule } from './meet.ts'

export interface AccessRequestOptions {
  readonly cast: Cast
  readonly objects: readonly KubernetesObject[]
  readonly literals: Literals
}

/** Requests at the server side of pods, aimed at the literals of the policies that may apply there. */
export function drawInboundRequests(
  random: Random,
  options: AccessRequestOptions,
  count: number
): readonly Request[] {
  const { cast, objects, literals } = options
  return random.times(count, index => {
    const pod = random.pick(cast.servers)
    const draft = aimed(random, options, [pod.namespace])
    const service = cast.services.find(
      each => each.namespace === pod.namespace && each.name === pod.labels.app
    )
    const ports = service?.ports.map(each => each.targetPort) ?? []
    if (ports.length > 0 && random.chance(0.75)) draft.port = random.pick(ports)
    draft.address = draft.address || pod.address
    if (random.chance(0.5)) bend(random, draft, literals)
    if (random.chance(0.1)) bend(random, draft, literals)
    return {
      id: String(index),
      from: 'outside',
      to: keyOf(pod),
      ...asRequest(random, draft, objects, literals)
    }
  })
}

/** What the policies at gateways look at, on top of requests that routes were aimed at. */
export function aimAtPolicies(
  random: Random,
  options: AccessRequestOptions,
  requests: readonly Request[]
): readonly Request[] {
  return requests.map(request => {
    const gateway =
      request.from !== 'outside' && 'gateway' in request.from ? request.from.gateway : ''
    const draft = aimed(random, options, [gateway.split('/')[0] ?? ''])
    if (random.chance(0.5)) bend(random, draft, options.literals)
    const { headers, ip, tokens, providers, method, path } = asRequest(
      random,
      { ...draft, transport: 'plaintext', protocol: 'http' },
      options.objects,
      options.literals
    )
    const pod = options.cast.gateways.find(each => keyOf(each) === gateway)
    return {
      ...request,
      ...(pod === undefined ? {} : { address: pod.address }),
      headers: { ...request.headers, ...headers },
      ...(ip === undefined ? {} : { ip }),
      // A token in the query would be part of every path and location.
      ...(tokens === undefined || tokens.some(token => token.in?.startsWith('query'))
        ? {}
        : { tokens }),
      ...(providers === undefined ? {} : { providers }),
      ...(random.chance(0.5) ? { method, path } : {})
    }
  })
}

/** A request that meets a rule of some policy of the namespaces or of the root. */
function aimed(
  random: Random,
  { objects, literals }: AccessRequestOptions,
  namespaces: readonly string[]
): AccessDraft {
  const draft: AccessDraft = {
    transport: random.weighted([
      [60, 'mtls'],
      [30, 'plaintext'],
      [10, 'tls']
    ]),
    principal: random.pick(literals.principals),
    protocol: random.chance(0.9) ? 'http' : 'tcp',
    ip: random.pick(literals.addresses),
    headers: {},
    token: random.chance(0.25) ? goodToken('https://issuer.example', 'alice') : null,
    authority: random.pick(literals.hosts),
    method: random.pick(['GET', 'GET', 'POST']),
    path: random.pick(literals.paths),
    port: Number(random.pick(literals.ports)),
    sni: null,
    address: ''
  }
  const places = [...namespaces, 'istio-system']
  const rules = objects
    .filter(
      ({ kind, metadata }) =>
        kind === 'AuthorizationPolicy' && places.includes(metadata.namespace ?? '')
    )
    .flatMap(({ spec }) => listOf(mapOf(spec).rules).map(mapOf))
  if (rules.length > 0 && random.chance(0.85)) meetRule(random, draft, random.pick(rules), literals)
  return draft
}

function asRequest(
  random: Random,
  draft: AccessDraft,
  objects: readonly KubernetesObject[],
  { providers }: Literals
): Omit<Request, 'id' | 'from' | 'to'> {
  const {
    transport,
    principal,
    protocol,
    ip,
    headers,
    authority,
    method,
    path,
    port,
    sni,
    address
  } = draft
  const token = draft.token === null ? null : placed(random, draft.token, objects)
  const name = sni ?? (transport === 'plaintext' ? null : random.pick(['shop.example.com', null]))
  const answers = providers
    .filter(() => random.chance(0.9))
    .map(each => [each, random.pick(['allow', 'allow', 'deny', 'error'])] as const)
  return {
    protocol,
    port,
    authority,
    method,
    path,
    headers: token === null ? headers : withoutAuthorization(headers),
    transport,
    ip,
    ...(address === '' ? {} : { address }),
    ...(transport === 'mtls' ? { principal } : {}),
    ...(transport === 'plaintext' || name === null ? {} : { sni: name.toLowerCase() }),
    ...(token === null ? {} : { tokens: [token] }),
    // A provider that is named answers as its kind does.
    ...(answers.length === 0
      ? {}
      : { providers: Object.fromEntries(answers) as NonNullable<Request['providers']> })
  }
}

/** Puts a token where a provider of its issuer looks, and gives it an audience that is wanted there. */
function placed(random: Random, token: Token, objects: readonly KubernetesObject[]): Token {
  if (token.in !== undefined) return token
  const rules = objects
    .filter(({ kind }) => kind === 'RequestAuthentication')
    .flatMap(({ spec }) => listOf(mapOf(spec).jwtRules).map(mapOf))
  const own = rules.filter(rule => textOf(rule.issuer) === token.claims.iss)
  if (own.length === 0) return token
  const rule = random.pick(own)
  const audiences = textsOf(rule.audiences)
  const claims =
    audiences.length > 0 && token.claims.aud === undefined && random.chance(0.85)
      ? {
          ...token.claims,
          aud: random.pick<unknown>([random.pick(audiences), [...audiences, 'x']])
        }
      : token.claims
  const places = locations(rule)
  return places.length === 0 ? { ...token, claims } : { ...token, claims, in: random.pick(places) }
}

function locations(rule: Fields): readonly string[] {
  const headers = listOf(rule.fromHeaders)
    .map(mapOf)
    .map(header => `header:${textOf(header.name)}:${textOf(header.prefix) ?? ''}`)
  return [
    ...headers,
    ...textsOf(rule.fromParams).map(name => `query:${name}`),
    ...textsOf(rule.fromCookies).map(name => `cookie:${name}`)
  ]
}

function keyOf({ namespace, name }: PodOf): string {
  return `${namespace}/${name}`
}

/** Two lines of it would be joined by a comma, which the Go evaluation does not do and Envoy does. */
function withoutAuthorization(headers: AccessDraft['headers']): AccessDraft['headers'] {
  const { authorization: _, ...others } = headers
  return others
}
