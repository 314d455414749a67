import type { Dataplane } from '../dataplane/dataplane.ts'
import type { Outcome, Request } from '../dataplane/request.ts'
import { evaluateInbound } from '../dataplane/security/evaluate-inbound.ts'
import { fingerprint } from '../fingerprint.ts'
import { membership } from '../mesh/membership.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Workload } from '../mesh/workload.ts'
import { causesOfChange } from './access-causes.ts'
import { rollbackSecurity } from './access-steps.ts'
import type { EffectDraft, Witness } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'
import type { SecurityContext } from './security-context.ts'
import { shellWord } from './words.ts'

/** Workloads that enter or leave the mesh: by labels and annotations of their own or of their namespace. */
export function membershipEffects(context: SecurityContext): readonly EffectDraft[] {
  const { base, head, changes } = context
  const touched = changes.filter(({ equal }) => !equal)
  if (!touched.some(decides)) return []
  const before = new Map(base.mesh.workloads.map(one => [keyOf(one), one]))
  const groups = new Map<string, EffectDraft[]>()
  for (const now of head.mesh.workloads) {
    const old = before.get(keyOf(now))
    if (old === undefined) continue
    const [was, is] = [modeOf(base.mesh, old), modeOf(head.mesh, now)]
    if (was === is) continue
    const causing = touched.filter(change => bears(change, now))
    const draft = effectOf(now, was, is, causing, context)
    const key = `${was} ${is} ${causing.map(({ head: one }) => one?.file).join()} ${now.namespace}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [draft])
    else known.push(draft)
  }
  return [...groups.values()].flatMap(folded)
}

const WORDS = {
  sidecar: 'has a sidecar',
  ambient: 'is in the ambient mesh',
  none: 'is outside the mesh'
} as const

type Mode = keyof typeof WORDS

function modeOf(mesh: Mesh, workload: Workload): Mode {
  return membership(workload, mesh.namespaceLabelsOf(workload.namespace)).mode
}

function keyOf({ manifest, namespace, name }: Workload): string {
  return `${manifest.ref.kind} ${namespace}/${name}`
}

/** Only these can change who is in the mesh. */
function decides({ base, head }: ManifestChange): boolean {
  const { kind } = (head ?? base)?.ref ?? { kind: '' }
  return kind === 'Namespace' || !['VirtualService', 'DestinationRule', 'Gateway'].includes(kind)
}

function bears({ base, head }: ManifestChange, workload: Workload): boolean {
  const ref = (head ?? base)?.ref
  if (ref === undefined) return false
  if (ref.kind === 'Namespace') return ref.name === workload.namespace
  const own = workload.manifest.ref
  return ref.kind === own.kind && ref.name === own.name && ref.namespace === own.namespace
}

function effectOf(
  workload: Workload,
  was: Mode,
  is: Mode,
  causing: readonly ManifestChange[],
  context: SecurityContext
): EffectDraft {
  const { namespace, name } = workload
  const mesh = context.head.mesh.name
  const subject = { kind: 'workload', name, namespace } as const
  const changes = [{ facet: 'membership', before: WORDS[was], after: WORDS[is] }]
  const region = is === 'none' ? LEFT : was === 'none' ? ENTERED : 'all requests'
  const causes = causing.flatMap(causesOfChange)
  return {
    kind: 'mesh-membership-changed',
    mesh,
    domain: 'membership',
    direction: is === 'none' ? 'widen' : 'narrow',
    severity: is === 'none' ? 'error' : 'warning',
    subject,
    proxy: { type: is === 'none' ? 'none' : 'sidecar', names: [name] },
    region,
    changes,
    witness: witnessOf(workload, context),
    causes,
    members: [],
    certainty: 'certain',
    assumptions: [],
    fingerprint: fingerprint(['mesh-membership-changed', mesh, subject, changes, region]),
    verify: `kubectl get pod -n ${shellWord(namespace)} -o custom-columns=NAME:.metadata.name,CONTAINERS:.spec.containers[*].name`,
    watch: `sum by (connection_security_policy) (rate(istio_requests_total{destination_workload_namespace="${namespace}", destination_workload="${name}"}[5m]))`,
    rollback: rollbackSecurity(causes, context.changes)
  }
}

const LEFT =
  'all requests: no policy guards the pods once they are restarted, and what they send has no identity'
const ENTERED = 'all requests: policies and mutual TLS hold for the pods once they are restarted'

/** The first of these that tells the sides apart; `null`: how requests fare does not change. */
function witnessOf(workload: Workload, { base, head, callers }: SecurityContext): Witness | null {
  const { namespace, name, ports } = workload
  const [principal] = callers.principals
  const common = {
    to: `${namespace}/${name}`,
    protocol: 'http',
    port: ports[0]?.number ?? 8080,
    authority: `${name}.${namespace}`,
    method: 'GET',
    path: '/',
    headers: {}
  } as const
  const requests: readonly Request[] = [
    { ...common, from: { namespace }, transport: 'plaintext' },
    {
      ...common,
      from: { namespace },
      transport: 'mtls',
      ...(principal === undefined ? {} : { principal })
    }
  ]
  for (const request of requests) {
    const [before, after] = [ask(base, request), ask(head, request)]
    const known = before.outcome !== 'unknown' && after.outcome !== 'unknown'
    if (known && before.outcome !== after.outcome) return { request, before, after }
  }
  return null
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
