import type { Dataplane } from '../dataplane/dataplane.ts'
import type { Outcome, Request } from '../dataplane/request.ts'
import { identity } from '../dataplane/security/caller-identity.ts'
import { evaluateInbound } from '../dataplane/security/evaluate-inbound.ts'
import { fingerprint } from '../fingerprint.ts'
import { membership, revisionOf } from '../mesh/membership.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { selects } from '../mesh/selector.ts'
import type { Workload } from '../mesh/workload.ts'
import { causesOfChange } from './access-causes.ts'
import { rollbackSecurity } from './access-steps.ts'
import type { EffectDraft, FacetChange, Witness } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'
import type { SecurityContext } from './security-context.ts'
import { listWords, shellWord } from './words.ts'

/** Workloads that enter or leave the mesh, or another revision of it, by labels and annotations of their own or of their namespace. */
export function membershipEffects(context: SecurityContext): readonly EffectDraft[] {
  const { base, head, changes } = context
  const touched = changes.filter(({ equal }) => !equal)
  if (!touched.some(decides)) return []
  const before = new Map(base.mesh.workloads.map(one => [keyOf(one), one]))
  const groups = new Map<string, EffectDraft[]>()
  for (const now of head.mesh.workloads) {
    const old = before.get(keyOf(now))
    if (old === undefined) continue
    const [was, is] = [standingOf(base.mesh, old), standingOf(head.mesh, now)]
    const moved = was.revision !== is.revision && was.revision !== '' && is.revision !== ''
    if (was.mode === is.mode && !(moved && is.mode === 'sidecar')) continue
    const causing = touched.filter(change => bears(change, now))
    const key = [wordsOf(was), wordsOf(is), causing.map(fileOf).join(), now.namespace].join('\n')
    const known = groups.get(key) ?? []
    groups.set(key, known)
    // Of those that one label moves, the first is told and the others are named.
    known.push(effectOf(now, was, is, causing, context, known.length === 0))
  }
  return [...groups.values()].flatMap(folded)
}

const WORDS = {
  sidecar: 'has a sidecar',
  ambient: 'is in the ambient mesh',
  none: 'is outside the mesh'
} as const

interface Standing {
  readonly mode: keyof typeof WORDS
  readonly revision: string
}

export function standingOf(mesh: Mesh, workload: Workload): Standing {
  const labels = mesh.namespaceLabelsOf(workload.namespace)
  return { mode: membership(workload, labels).mode, revision: revisionOf(workload, labels) }
}

function wordsOf({ mode, revision }: Standing): string {
  if (mode !== 'sidecar' || revision === '') return WORDS[mode]
  const of = revision === 'default' ? 'the default revision' : `revision ${revision}`
  return `${WORDS[mode]} of ${of}`
}

function fileOf({ base, head }: ManifestChange): string {
  return (head ?? base)?.file ?? ''
}

export function keyOf({ manifest, namespace, name }: Workload): string {
  return `${manifest.ref.kind} ${namespace}/${name}`
}

/** Only these can change who is in the mesh. */
function decides({ base, head }: ManifestChange): boolean {
  const { kind } = (head ?? base)?.ref ?? { kind: '' }
  return kind === 'Namespace' || !['VirtualService', 'DestinationRule', 'Gateway'].includes(kind)
}

/** Does a change decide about the membership of a workload? */
export function bears({ base, head }: ManifestChange, workload: Workload): boolean {
  const ref = (head ?? base)?.ref
  if (ref === undefined) return false
  if (ref.kind === 'Namespace') return ref.name === workload.namespace
  const own = workload.manifest.ref
  return ref.kind === own.kind && ref.name === own.name && ref.namespace === own.namespace
}

function effectOf(
  workload: Workload,
  was: Standing,
  is: Standing,
  causing: readonly ManifestChange[],
  context: SecurityContext,
  isTold: boolean
): EffectDraft {
  const { namespace, name } = workload
  const mesh = context.head.mesh.name
  const subject = { kind: 'workload', name, namespace } as const
  const sameMode = was.mode === is.mode
  const changes = [
    {
      facet: 'membership',
      before: sameMode ? wordsOf(was) : WORDS[was.mode],
      after: sameMode ? wordsOf(is) : WORDS[is.mode]
    },
    ...(isTold && !sameMode ? calls(workload, was.mode, is.mode, context) : [])
  ]
  const region = sameMode ? MOVED : is.mode === 'none' ? LEFT : was.mode === 'none' ? ENTERED : ALL
  const causes = causing.flatMap(causesOfChange)
  const leaves = is.mode === 'none'
  return {
    kind: 'mesh-membership-changed',
    mesh,
    domain: 'membership',
    direction: sameMode ? 'move' : leaves ? 'widen' : 'narrow',
    severity: leaves ? 'error' : 'warning',
    subject,
    proxy: { type: leaves ? 'none' : 'sidecar', names: [name] },
    region,
    changes,
    witness: isTold ? witnessOf(workload, context) : null,
    causes,
    members: [],
    certainty: 'certain',
    assumptions: [],
    fingerprint: fingerprint(['mesh-membership-changed', mesh, subject, changes, region]),
    verify: `kubectl get pod -n ${shellWord(namespace)} -o custom-columns=NAME:.metadata.name,CONTAINERS:.spec.containers[*].name,REVISION:.metadata.labels.istio\\.io/rev`,
    watch: `sum by (connection_security_policy) (rate(istio_requests_total{destination_workload_namespace="${namespace}", destination_workload="${name}"}[5m]))`,
    rollback: rollbackSecurity(causes, context.changes)
  }
}

const LEFT =
  'all requests: no policy guards the pods once they are restarted, and what they send has no identity'
const ENTERED = 'all requests: policies and mutual TLS hold for the pods once they are restarted'
const MOVED =
  'all requests: another control plane configures the pods once they are restarted, and its version and settings hold'
const ALL = 'all requests'

/** More servers than this are not asked. */
const serverLimit = 200

function standsOutside(server: Workload, mesh: Mesh): boolean {
  return membership(server, mesh.namespaceLabelsOf(server.namespace)).mode === 'none'
}

/** Whom the pods can no longer call, or can again: servers that insist on mutual TLS or on an identity. */
function calls(
  workload: Workload,
  was: Standing['mode'],
  is: Standing['mode'],
  { base, head }: SecurityContext
): FacetChange[] {
  const { namespace, serviceAccount } = workload
  const lost: string[] = []
  const gained: string[] = []
  for (const server of head.mesh.workloads.slice(0, serverLimit)) {
    if (keyOf(server) === keyOf(workload) || server.manifest.ref.kind === 'WorkloadEntry') continue
    // Pods without a proxy are marked as such, and clients send them plaintext: they take what they took.
    if ([base, head].every(({ mesh }) => standsOutside(server, mesh))) continue
    const request = (mesh: Mesh, mode: Standing['mode']): Request => ({
      from: { namespace, serviceAccount },
      to: `${server.namespace}/${server.name}`,
      protocol: 'http',
      port: portOf(server, mesh),
      authority: `${server.name}.${server.namespace}`,
      method: 'GET',
      path: '/',
      headers: {},
      transport: mode === 'none' ? 'plaintext' : 'mtls',
      ...(mode === 'none' ? {} : { principal: identity(mesh, namespace, serviceAccount) })
    })
    const before = ask(base, request(base.mesh, was)).outcome
    const after = ask(head, request(head.mesh, is)).outcome
    if (before === 'served' && after !== 'served' && after !== 'unknown') lost.push(server.name)
    if (before !== 'served' && before !== 'unknown' && after === 'served') gained.push(server.name)
  }
  const facets: FacetChange[] = []
  if (lost.length > 0) {
    facets.push({ facet: 'calls', before: `reach ${few(lost)}`, after: `refused by ${few(lost)}` })
  }
  if (gained.length > 0) {
    facets.push({
      facet: 'calls',
      before: `refused by ${few(gained)}`,
      after: `reach ${few(gained)}`
    })
  }
  return facets
}

/** Where the pods' Services lead, else a port of theirs. */
function portOf(server: Workload, mesh: Mesh): number {
  const [service] = mesh.registry
    .inNamespace(server.namespace)
    .filter(({ selector }) => selector !== null && selects(selector, server.labels))
  const target = service?.ports[0]?.targetPort
  if (typeof target === 'number' && target > 0) return target
  return server.ports[0]?.number ?? service?.ports[0]?.number ?? 8080
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, 4)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : listWords(shown)
}

/** A caller without a proxy, which both a policy and STRICT tell apart; `null`: it fares alike on both sides. */
function witnessOf(workload: Workload, { base, head }: SecurityContext): Witness | null {
  const { namespace, name } = workload
  const request: Request = {
    from: { namespace },
    to: `${namespace}/${name}`,
    protocol: 'http',
    port: portOf(workload, head.mesh),
    authority: `${name}.${namespace}`,
    method: 'GET',
    path: '/',
    headers: {},
    transport: 'plaintext'
  }
  const [before, after] = [ask(base, request), ask(head, request)]
  const known = before.outcome !== 'unknown' && after.outcome !== 'unknown'
  return known && before.outcome !== after.outcome ? { request, before, after } : null
}

function ask(plane: Dataplane, request: Request): Outcome {
  return evaluateInbound(plane, request)
}

/** One effect for all of a namespace that one label moves. */
function folded([first, ...rest]: readonly EffectDraft[]): EffectDraft[] {
  if (first === undefined) return []
  const members = rest.map(({ mesh, subject, proxy, region, fingerprint: name }) => ({
    mesh,
    subject,
    proxy,
    region,
    fingerprint: name
  }))
  return [{ ...first, members }]
}
