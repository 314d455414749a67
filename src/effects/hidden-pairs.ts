import { evaluate } from '../dataplane/answer.ts'
import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { proxyClasses } from '../dataplane/proxies.ts'
import type { Caller, Outcome, Request } from '../dataplane/request.ts'
import {
  atBackend,
  type Backend,
  backendsOf,
  dialledBackends
} from '../dataplane/security/backends.ts'
import { identity } from '../dataplane/security/caller-identity.ts'
import type { UnknownDraft } from '../finding.ts'
import { canonical } from '../fingerprint.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { portOf, type Service, type ServicePort } from '../mesh/service.ts'
import { callersOf } from './caller.ts'
import { knownCallers } from './callers-known.ts'
import type { EffectDraft } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'
import { type PairResult, pairEffect, pairLimit } from './pair-effects.ts'
import { acrossServices } from './pair-fold.ts'
import { type PairChange, type PairState, sentWords } from './pairs.ts'
import type { RouteEffect } from './route-effect.ts'
import type { SecurityContext } from './security-context.ts'

/** More callers of one class than this are not asked one by one. */
const callerLimit = 50

/**
 * Services that one side's proxies do not see although they are there. Their requests go past the mesh to the address
 * that was dialled, without its mutual TLS: what the servers make of that is the other half of a visibility that changed.
 */
export function hiddenPairs(
  routing: readonly RouteEffect[],
  base: Dataplane,
  head: Dataplane,
  changes: readonly ManifestChange[]
): PairResult {
  const found = new Map<string, (Turn & { readonly draft: EffectDraft })[]>()
  const asked = new Set<string>()
  const hidden = routing.filter(
    ({ draft, proxy }) => draft.kind === 'visibility-changed' && proxy.type === 'sidecar'
  )
  if (hidden.length === 0) return { effects: [], unknown: [] }
  const classes = proxyClasses(base.mesh, head.mesh)
  const context = { base, head, changes, callers: knownCallers(base.mesh, head.mesh) }
  for (const { draft, proxy } of hidden) {
    const { name, namespace = '', port: number = 0 } = draft.subject
    const [one, other] = [base.mesh, head.mesh].map(mesh => serviceIn(mesh, name, namespace))
    const port = other === undefined ? undefined : portOf(other, number)
    const question = canonical([proxy.id, name, namespace, number])
    if (one === undefined || other === undefined || port === undefined || asked.has(question))
      continue
    if (asked.size >= pairLimit) return { effects: [], unknown: [tooMany(draft)] }
    asked.add(question)
    const turned = turn({ proxy, services: [one, other], port }, classes, context)
    if (turned === null) continue
    const { before, after } = turned.change
    const key = canonical([other.host, number, before.words, after.words])
    found.set(key, [...(found.get(key) ?? []), { ...turned, draft }])
  }
  const effects = acrossServices(
    [...found.values()].flatMap(group => {
      const [first] = group
      const changes = group.map(one => one.change)
      const made = pairEffect(changes, false, classes, context)
      if (made === null || first === undefined) return []
      const { causes, rollback, verify } = first.draft
      return [{ ...made, witness: first.witness, causes, rollback, verify }]
    })
  )
  return { effects, unknown: [] }
}

function tooMany({ causes: [cause] }: EffectDraft): UnknownDraft {
  const message = `what servers make of requests that go past the mesh: more than ${pairLimit} pairs of a client and a port change`
  return { reason: 'budget', message, subject: cause?.ref ?? null, at: cause?.at ?? null }
}

interface Turn {
  readonly change: PairChange
  readonly witness: NonNullable<EffectDraft['witness']>
}

interface Question {
  readonly proxy: ProxyClass
  /** As base and as head has it. */
  readonly services: readonly [Service, Service]
  readonly port: ServicePort
}

/** The first caller of the class for which the two sides differ; a failure says more than another transport. */
function turn(
  { proxy, services, port }: Question,
  classes: readonly ProxyClass[],
  { base, head }: SecurityContext
): Turn | null {
  const [one, other] = services
  const known = callersOf(proxy, classes, base.mesh, head.mesh).slice(0, callerLimit)
  const callers: readonly CallerOfClass[] =
    known.length > 0 ? known : [{ namespace: proxy.namespace, labels: proxy.labels }]
  let quiet: Turn | null = null
  for (const from of callers) {
    const request = requestTo(other, port, from)
    const before = meet(base, proxy, one, port, request)
    const after = meet(head, proxy, other, port, request)
    if (before === null || after === null || before.state.kind === after.state.kind) continue
    const change = { proxy, service: other, port, subset: '' }
    const witness = { request, before: before.outcome, after: after.outcome }
    const found = { change: { ...change, before: before.state, after: after.state }, witness }
    if ([before, after].some(({ state }) => state.kind === 'broken')) return found
    quiet ??= found
  }
  return quiet
}

type CallerOfClass = Extract<Caller, { readonly namespace: string }>

function serviceIn(mesh: Mesh, name: string, namespace: string): Service | undefined {
  return mesh.registry
    .inNamespace(namespace)
    .find(one => one.registry === 'Kubernetes' && one.name === name)
}

function requestTo(service: Service, port: ServicePort, from: Caller): Request {
  return {
    from,
    protocol: port.protocol === 'TCP' ? 'tcp' : 'http',
    port: port.number,
    authority: service.host,
    method: 'GET',
    path: '/',
    headers: {},
    transport: 'plaintext'
  }
}

interface Meeting {
  readonly state: PairState
  readonly outcome: Outcome
}

/** What the pods make of it: by the cluster that the proxy has, else as it is passed on. Null: nobody is asked. */
function meet(
  plane: Dataplane,
  proxy: ProxyClass,
  service: Service,
  port: ServicePort,
  request: Request
): Meeting | null {
  const view = plane.config(proxy)
  const cluster = view.clusters.get(`outbound|${port.number}||${service.host}`)
  if (cluster === undefined && evaluate(plane, proxy, request).outcome !== 'passthrough')
    return null
  const backends =
    cluster === undefined ? dialledBackends(plane, service, port) : backendsOf(plane, view, cluster)
  const { from } = request
  const account = typeof from === 'object' && 'namespace' in from ? from.serviceAccount : undefined
  const principal = identity(plane.mesh, proxy.namespace, account ?? 'default')
  let best: Meeting | null = null
  for (const backend of backends) {
    if (backend.guard === 'unknown') continue
    const outcome = atBackend(plane, backend, request, routed, principal)
    const meeting = { state: stateOf(backend, outcome, cluster === undefined), outcome }
    if (meeting.state.kind === 'broken') return meeting
    best ??= meeting
  }
  return best
}

const routed: Outcome = {
  outcome: 'served',
  destinations: [],
  steps: [],
  certainty: 'certain',
  assumptions: []
}

const kinds = { mtls: 'mutual', plaintext: 'plaintext', tls: 'tls' } as const

function stateOf(backend: Backend, outcome: Outcome, isPassed: boolean): PairState {
  const { transport } = backend
  const how = `${sentWords[transport]}${isPassed ? ', past the mesh to the address dialled' : ''}`
  if (!refusals.has(outcome.outcome)) return { kind: kinds[transport], words: how, backend }
  return { kind: 'broken', words: `broken: ${how}, and ${whyNot(outcome)}`, backend }
}

const refusals: ReadonlySet<Outcome['outcome']> = new Set([
  'reset',
  'closed',
  'denied',
  'unauthenticated',
  'bad-request'
])

function whyNot({ outcome, reason, decidedBy, status }: Outcome): string {
  if (outcome !== 'denied') return reason ?? 'the server does not take it'
  const ref = decidedBy?.ref
  const by =
    ref === undefined
      ? 'no ALLOW policy lets it in'
      : `${ref.kind} ${ref.namespace}/${ref.name} denies it`
  return `${by} (${status ?? 403})`
}
