import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { evaluate } from '../../src/dataplane/answer.ts'
import { type Dataplane, dataplane } from '../../src/dataplane/dataplane.ts'
import type { AccessAction } from '../../src/dataplane/lower/access.ts'
import type { Outcome, Request, Token } from '../../src/dataplane/request.ts'
import { evaluateInbound } from '../../src/dataplane/security/evaluate-inbound.ts'
import { proxyRole } from '../../src/dataplane/security/gateway-pod.ts'
import { describeRef } from '../../src/finding.ts'
import { list, mapOrEmpty, text } from '../../src/mesh/json.ts'
import { buildMesh } from '../../src/mesh/mesh.ts'
import { decidedByTable } from './access-tables.ts'
import { manifestsFrom } from './side.ts'
import { yamlMap } from './yaml-map.ts'

/** One vector of corner-cases/security.json. */
export interface SecurityVector {
  readonly id: string
  readonly section: string
  readonly istio: readonly string[]
  readonly flags?: Readonly<Record<string, string>>
  readonly world: string
  readonly meshConfig?: string
  readonly webhook?: 'on'
  readonly refusedByWebhook?: readonly string[]
  readonly workload: { readonly pod: string; readonly type: 'sidecar' | 'gateway' | 'waypoint' }
  readonly request: {
    readonly mode: 'inbound' | 'gateway' | 'waypoint' | 'outbound'
    readonly host?: string
    readonly port: number
    readonly method?: string
    readonly path?: string
    readonly protocol?: 'tcp'
    readonly tls: 'mtls' | 'plaintext' | 'tls'
    readonly sni?: string
    readonly alpn?: string
    readonly source?: { readonly principal?: string; readonly ip?: string }
    readonly headers?: Readonly<Record<string, string | readonly string[]>>
    readonly tokens?: readonly Token[]
  }
  readonly expected: Readonly<Record<string, unknown>>
}

export interface SecurityReplay {
  readonly status: 'equal' | 'different' | 'unknown'
  readonly actual: unknown
  readonly expected: unknown
}

export function readSecurityVectors(folder: string): readonly SecurityVector[] {
  return JSON.parse(readFileSync(join(folder, 'security.json'), 'utf8'))
}

/** Asks the vector's question of one minor. Fields that `expected` does not have were not judged. */
export function replaySecurity(vector: SecurityVector, minor: string): SecurityReplay {
  const plane = planeOf(vector, minor)
  const outcome = answerOf(plane, vector)
  const { unjudged: _, ...expected } = vector.expected
  const wanted = withoutWhy(expected)
  if (outcome.outcome === 'unknown') {
    return { status: 'unknown', actual: outcome.reason, expected: wanted }
  }
  const all = wordsOf(outcome, vector)
  const actual = Object.fromEntries(Object.keys(wanted).map(key => [key, all[key]]))
  const plain = JSON.parse(JSON.stringify(actual))
  return {
    status: isDeepStrictEqual(plain, wanted) ? 'equal' : 'different',
    actual: { ...plain, reason: outcome.reason },
    expected: wanted
  }
}

/** What the decision table of a sidecar's port says, and what plain evaluation does; `null`: not asked. */
export function tableAgainstEvaluation(
  vector: SecurityVector,
  minor: string
): { readonly table: string; readonly evaluation: string } | null {
  if (vector.request.mode !== 'inbound' || vector.workload.type !== 'sidecar') return null
  const plane = planeOf(vector, minor)
  const [namespace = '', name = ''] = vector.workload.pod.split('/')
  const workload = plane.mesh.workloadsIn(namespace).find(one => one.name === name)
  if (workload === undefined) return null
  const { providers: _, ...request } = requestOf(plane, vector, namespace)
  const action = decidedByTable(plane, workload, request)
  if (typeof action === 'string') return null
  const asked = { ...request, to: vector.workload.pod }
  const first = evaluateInbound(plane, asked)
  // Tables say what becomes of a request if the providers agree.
  const agreed = { ...asked, providers: agreement(plane) }
  const settled = first.outcome === 'delegated' ? evaluateInbound(plane, agreed) : first
  const { outcome } = settled.outcome === 'served' ? first : settled
  return { table: action.kind, evaluation: KINDS[outcome] ?? outcome }
}

function agreement(plane: Dataplane): NonNullable<Request['providers']> {
  const entries = list(plane.mesh.config.raw.extensionProviders)
  return Object.fromEntries(entries.map(entry => [text(mapOrEmpty(entry).name) ?? '', 'allow']))
}

const KINDS: Readonly<Partial<Record<Outcome['outcome'], AccessAction['kind']>>> = {
  served: 'allow',
  delegated: 'ask',
  denied: 'deny',
  closed: 'close'
}

function withoutWhy(expected: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { decidedBy } = expected
  if (typeof decidedBy !== 'object' || decidedBy === null) return { ...expected }
  const { why: _, ...rest } = decidedBy as Record<string, unknown>
  return { ...expected, decidedBy: rest }
}

const planes = new Map<string, Dataplane>()

function planeOf(vector: SecurityVector, minor: string): Dataplane {
  const key = JSON.stringify([vector.world, vector.meshConfig, vector.flags, vector.webhook, minor])
  const known = planes.get(key)
  if (known !== undefined) return known
  const refused = vector.webhook === 'on' ? (vector.refusedByWebhook ?? []) : []
  const world = vector.request.mode === 'outbound' ? withClusterIp(vector.world) : vector.world
  const mesh = buildMesh({
    side: 'head',
    manifests: manifestsFrom(world).filter(
      ({ ref }) => !refused.some(message => message.startsWith(`${describeRef(ref)}:`))
    ),
    istio: { minor, why: 'asked' },
    flags: { ...vector.flags },
    ...(vector.meshConfig === undefined ? {} : { meshConfig: yamlMap(vector.meshConfig) })
  })
  planes.clear()
  const plane = dataplane(mesh)
  planes.set(key, plane)
  return plane
}

/** The judge gives a Service without an address the second of its range. */
function withClusterIp(world: string): string {
  return world.replace(
    'spec:\n  selector: {app: app}',
    'spec:\n  clusterIP: 10.96.0.2\n  selector: {app: app}'
  )
}

function answerOf(plane: Dataplane, vector: SecurityVector): Outcome {
  const [namespace = '', name = ''] = vector.workload.pod.split('/')
  const workload = plane.mesh.workloadsIn(namespace).find(one => one.name === name)
  if (workload === undefined) throw new Error(`${vector.id}: no workload ${vector.workload.pod}`)
  const request = requestOf(plane, vector, namespace)
  const proxy = {
    type: vector.workload.type,
    id: vector.workload.pod,
    description: vector.workload.pod,
    namespace,
    labels: workload.labels,
    certainty: 'certain',
    assumptions: []
  } as const
  // Routes of the Gateway API are compiled elsewhere: their gateways are asked for their policies.
  const alone = vector.request.mode === 'inbound' || proxyRole(plane.mesh, workload) !== 'gateway'
  const asked = alone && vector.request.mode !== 'outbound'
  return evaluate(plane, proxy, asked ? { ...request, to: vector.workload.pod } : request)
}

function requestOf(plane: Dataplane, vector: SecurityVector, namespace: string): Request {
  const { request } = vector
  const { ip, principal } = request.source ?? {}
  return {
    from: vector.request.mode === 'outbound' ? { namespace } : 'outside',
    protocol: request.protocol ?? 'http',
    port: request.port,
    authority: request.host ?? '',
    method: request.method ?? 'GET',
    path: request.path ?? '/',
    headers: request.headers ?? {},
    transport: request.tls,
    // The judge's pods have addresses of this network.
    ...(request.mode === 'inbound' ? { address: '10.244.0.7' } : {}),
    ...(request.sni === undefined ? {} : { sni: request.sni }),
    ...(request.alpn === undefined ? {} : { alpn: request.alpn }),
    ...(ip === undefined ? {} : { ip }),
    ...(principal === undefined ? {} : { principal }),
    ...(request.tokens === undefined ? {} : { tokens: request.tokens }),
    providers: providerAnswers(plane, request.headers ?? {})
  }
}

/** The judge's provider agrees where a header says so; one of the services is never there. */
function providerAnswers(
  plane: Dataplane,
  headers: Readonly<Record<string, string | readonly string[]>>
): NonNullable<Request['providers']> {
  const answers: Record<string, 'allow' | 'deny' | 'error'> = {}
  for (const entry of list(plane.mesh.config.raw.extensionProviders)) {
    const fields = mapOrEmpty(entry)
    const settings = mapOrEmpty(fields.envoyExtAuthzHttp ?? fields.envoyExtAuthzGrpc)
    const dead = text(settings.service)?.startsWith('ext-dead') === true
    answers[text(fields.name) ?? ''] = dead
      ? 'error'
      : headers['x-ext'] === 'allow'
        ? 'allow'
        : 'deny'
  }
  return answers
}

function wordsOf(outcome: Outcome, vector: SecurityVector): Record<string, unknown> {
  const { decidedBy, trace } = outcome
  const policy = decidedBy?.ref
  const named = decidedBy?.filter === 'rbac' && policy !== undefined
  return {
    outcome: outcomeWord(outcome, String(vector.expected.outcome)),
    decidedBy:
      decidedBy === undefined
        ? undefined
        : {
            filter: decidedBy.filter,
            ...(decidedBy.action === undefined ? {} : { action: decidedBy.action }),
            ...(named ? { policy: `${policy.namespace}/${policy.name}` } : {}),
            ...(decidedBy.filter === 'rbac' ? { rule: decidedBy.rule } : {})
          },
    upstreamHeaders: upstreamWords(outcome, vector),
    listener: trace?.listener,
    routeConfig: trace?.routeConfig,
    virtualHost: trace?.virtualHost,
    clusters: outcome.destinations.map(to => to.cluster)
  }
}

/** Cases about TLS modes tell how it arrived, the others do not. */
function outcomeWord({ outcome, transport, protocol }: Outcome, wanted: string): string {
  switch (outcome) {
    case 'served':
      if (wanted === 'routed' || wanted === 'allowed') return wanted
      if (transport !== 'tls') return `accepted-${transport}`
      return protocol === 'tcp' ? 'accepted-opaque' : 'accepted-tls'
    case 'denied':
    case 'delegated':
      return 'denied-403'
    case 'unauthenticated':
      return 'unauthenticated-401'
    case 'bad-request':
      return wanted === 'protocol-error-400' ? wanted : 'rejected-400'
    default:
      return outcome
  }
}

/** Only the headers that the vector tells; where the bytes are the judge's own, that they are there. */
function upstreamWords({ upstreamHeaders }: Outcome, vector: SecurityVector): unknown {
  const wanted = (vector.expected.upstreamHeaders ?? {}) as Record<string, unknown>
  return Object.fromEntries(
    Object.keys(wanted).map(name => {
      const value = upstreamHeaders?.[name]
      return [name, wanted[name] === 'present' && typeof value === 'string' ? 'present' : value]
    })
  )
}
