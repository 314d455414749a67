import type { Cluster, Proxy as ProxyClass, ProxyConfig } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { evaluateRoutes } from '../dataplane/evaluate.ts'
import type { Caller, Outcome, OutcomeKind, Request, TraceStep } from '../dataplane/request.ts'
import type { Point } from '../decision/table.ts'
import { canonical } from '../fingerprint.ts'
import type { Behaviour, Fate } from './behaviour.ts'
import { addressTo, type Dialling } from './dialled-address.ts'
import type { Witness } from './effect.ts'
import type { Facet } from './facet.ts'
import type { Difference } from './kind.ts'
import { replayWithoutRoutes } from './no-routes.ts'
import type { PodsOf } from './pods.ts'
import type { BothPods } from './route-tables.ts'
import { upstreamFacets, upstreamValue, upstreamWords } from './upstream.ts'

export interface WitnessInput {
  readonly base: Dataplane
  readonly head: Dataplane
  readonly pods: BothPods
  readonly proxy: ProxyClass
  readonly from: Caller
  /** The name of the route configuration on each side. */
  readonly names: { readonly base: string; readonly head: string }
  readonly port: number
  readonly point: Point
  readonly tls: boolean
  /** What TLS asks for; null: the host of the request. */
  readonly sni?: string | null
}

/** A point of a region as a request that a person could send. Null where it cannot be written as one. */
export function requestAt({
  proxy,
  from,
  port,
  point,
  tls,
  sni = null
}: Omit<WitnessInput, 'base' | 'head' | 'pods' | 'names'>): Request | null {
  const path = textOf(point, 'path') ?? '/'
  const query: string[] = []
  const headers: Record<string, string | readonly string[]> = {}
  const claims: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(point)) {
    if (value === null) continue
    const [kind, key] = splitDimension(name)
    if (kind === 'header' && !(Array.isArray(value) && value.length === 0))
      headers[key] = single(value)
    if (kind === 'claim') nest(claims, key.split('.'), value)
    if (kind === 'query') {
      const text = typeof value === 'string' ? value : (value[0] ?? '')
      query.push(`${key}=${text}`)
    }
  }
  const host = textOf(point, 'host')
  const authority =
    textOf(point, 'authority') ?? (host === undefined ? '' : withPort(host, port, proxy))
  const https = tls || textOf(point, 'scheme') === 'https'
  return {
    from,
    protocol: 'http',
    port,
    authority,
    method: textOf(point, 'method') ?? 'GET',
    path: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers,
    transport: https ? 'tls' : 'plaintext',
    ...(https && { sni: sni ?? host ?? serverName(authority) }),
    ...(Object.keys(claims).length > 0 && { tokens: [{ claims, signature: 'good' }] })
  }
}

/**
 * Replays a request on both sides by the plain evaluator, which knows nothing of tables: through the route
 * configuration that the claim is about, for filters before it are compared by themselves.
 */
export function replay(input: WitnessInput & Dialling): Witness | null {
  const written = requestAt(input)
  if (written === null) return null
  const address = input.proxy.type === 'sidecar' ? addressTo(input, written) : undefined
  const request = address === undefined ? written : { ...written, address }
  return {
    request,
    before: replayRequest(input.base, input.pods.base, input.proxy, input.names.base, request),
    after: replayRequest(input.head, input.pods.head, input.proxy, input.names.head, request)
  }
}

/** What becomes of one request in one route configuration of one side. */
export function replayRequest(
  dataplane: Dataplane,
  pods: PodsOf,
  proxy: ProxyClass,
  routeConfig: string,
  request: Request
): Outcome {
  const config = dataplane.config(proxy)
  const routes = config.routeConfigs.get(routeConfig)
  if (routes !== undefined) {
    const scheme = request.transport === 'tls' ? 'https' : 'http'
    const outcome = evaluateRoutes(dataplane.mesh, config, routes, request, {
      trace: {},
      steps: [],
      scheme
    })
    return { ...outcome, steps: [...outcome.steps, ...endpointSteps(outcome, config, pods)] }
  }
  const outcome = replayWithoutRoutes(dataplane.mesh, config, request)
  return { ...outcome, steps: [...outcome.steps, ...endpointSteps(outcome, config, pods)] }
}

/** Who receives it: the pods that the chosen clusters select. */
export function endpointSteps(
  { destinations }: Outcome,
  { clusters }: ProxyConfig,
  pods: PodsOf
): TraceStep[] {
  return destinations.flatMap(({ host, subset, port }) => {
    const cluster = clusters.get(`outbound|${port}|${subset ?? ''}|${host}`)
    if (cluster === undefined) return []
    const { names, labels } = pods(cluster)
    const text = names.length > 0 ? `pods of ${names.join(', ')}` : 'no pods in git'
    return [
      { layer: endpoints, text: labels === '' ? text : `${text}, selected by ${labels}` },
      { layer: policy, text: policyWords(cluster) }
    ]
  })
}

/** Every facet of a cluster's policy in words: other policies, other words. */
function policyWords(cluster: Cluster): string {
  return upstreamFacets
    .flatMap(facet => {
      const value = upstreamValue(cluster, facet)
      return value === undefined ? [] : [`${facet}: ${upstreamWords(value, undefined)}`]
    })
    .join('; ')
}

const endpoints = 'endpoints'
const policy = 'upstream'
/** The layer of a step that says how a proxy ends TLS. */
export const serverTls = 'server TLS'

/**
 * Does the replay show the claim: both fates, and a difference in every facet that was said to differ? Where it goes
 * elsewhere, that is enough: one request need not show the rewrite of all others, such as that of `/` to `/`.
 */
export function shows(
  { before, after }: Witness,
  claim: { readonly before: Behaviour; readonly after: Behaviour; readonly difference: Difference }
): boolean {
  if (!fits(before, claim.before) || !fits(after, claim.after)) return false
  // The names of facets in a change come from the closed list.
  const facets = claim.difference.changes.map(({ facet }) => facet as Facet)
  if (facets.includes('destinations') && differs('destinations', before, after)) return true
  return facets.every(facet => differs(facet, before, after))
}

const outcomesOf: Readonly<Record<Fate, readonly OutcomeKind[]>> = {
  served: ['served', 'no-cluster', 'no-endpoints', 'closed'],
  // Read as HTTP, whether or not a virtual host takes it.
  http: ['served', 'no-virtual-host'],
  redirect: ['redirect'],
  'direct-response': ['direct-response'],
  passthrough: ['passthrough'],
  blackhole: ['blackhole', 'direct-response'],
  'no-route': ['no-route', 'no-virtual-host'],
  'no-listener': ['reset'],
  'no-service': ['passthrough'],
  refused: ['config-refused'],
  unknown: ['unknown']
}

function fits(outcome: Outcome, behaviour: Behaviour): boolean {
  return outcomesOf[behaviour.fate].includes(outcome.outcome)
}

const projections: Readonly<Record<Facet, (outcome: Outcome) => unknown>> = {
  destinations: ({ outcome, status, destinations, redirect, response }) => [
    outcome,
    status,
    destinations.map(({ headers: _, authorityRewrite: __, ...rest }) => canonical(rest)).sort(),
    redirect,
    response
  ],
  pods: outcome => stepsOf(outcome, endpoints),
  rewrite: outcome => outcome.path,
  authority: outcome => [outcome.authority, outcome.destinations.map(one => one.authorityRewrite)],
  'destination headers': outcome => outcome.destinations.map(one => one.headers),
  timeout: outcome => outcome.settings?.timeout,
  retries: outcome => outcome.settings?.retries,
  fault: outcome => outcome.settings?.fault,
  mirrors: outcome => outcome.settings?.mirrors,
  headers: outcome => outcome.settings?.headers,
  cors: outcome => outcome.settings?.cors,
  hash: outcome => outcome.settings?.hashPolicy,
  'server TLS': outcome => stepsOf(outcome, serverTls),
  'load balancing': policyOf,
  'connection pool': policyOf,
  'outlier detection': policyOf,
  locality: policyOf,
  'proxy protocol': policyOf,
  tunnel: policyOf,
  'retry budget': policyOf,
  'client TLS': policyOf,
  discovery: policyOf,
  endpoints: policyOf
}

function policyOf(outcome: Outcome): readonly string[] {
  return stepsOf(outcome, policy)
}

function stepsOf({ steps }: Outcome, layer: string): readonly string[] {
  return steps
    .filter(step => step.layer === layer)
    .map(step => step.text)
    .sort()
}

function differs(facet: Facet, before: Outcome, after: Outcome): boolean {
  const project = projections[facet]
  return canonical(project(before) ?? null) !== canonical(project(after) ?? null)
}

function splitDimension(name: string): readonly [string, string] {
  const colon = name.indexOf(':')
  return colon < 0 ? [name, ''] : [name.slice(0, colon), name.slice(colon + 1)]
}

function textOf(point: Point, name: string): string | undefined {
  const value = point[name]
  return typeof value === 'string' ? value : undefined
}

function single(value: string | readonly string[]): string | readonly string[] {
  return typeof value !== 'string' && value.length === 1 ? (value[0] ?? '') : value
}

/** Clients of the mesh name the port of a Service; at a gateway the port is the listener's, and left out. */
function withPort(host: string, port: number, proxy: ProxyClass): string {
  return proxy.type === 'sidecar' && port !== 80 ? `${host}:${port}` : host
}

/** What a client names in its TLS hello: the host without its port. */
export function serverName(authority: string): string {
  return authority.replace(/:[0-9]*$/, '').toLowerCase()
}

function nest(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path
  if (key === undefined) return
  if (rest.length === 0) {
    target[key] = value
    return
  }
  const known = target[key]
  const inner = isRecord(known) ? known : {}
  target[key] = inner
  nest(inner, rest, value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
