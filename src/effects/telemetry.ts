import { proxyRole } from '../dataplane/security/gateway-pod.ts'
import type { Side, Signal } from '../dataplane/telemetry/signal.ts'
import { type TelemetryState, telemetryIndex } from '../dataplane/telemetry/telemetry.ts'
import type { Assumption, Place } from '../finding.ts'
import { canonical, fingerprint } from '../fingerprint.ts'
import { membership } from '../mesh/membership.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { refKey } from '../mesh/order.ts'
import type { PolicyTarget } from '../mesh/policy-attachment.ts'
import { WORKLOAD_KINDS, type Workload } from '../mesh/workload.ts'
import { causesOfChange } from './access-causes.ts'
import { rollbackSecurity } from './access-steps.ts'
import type { Cause, EffectDraft, EffectSubject, FacetChange } from './effect.ts'
import { type ManifestChange, sameJson } from './manifest-change.ts'
import { ANY_NAMESPACE } from './servers.ts'
import { telemetrySteps } from './telemetry-steps.ts'

/** Pods as one side and the other have them. */
interface Reporting {
  readonly name: string
  readonly namespace: string
  readonly base: PolicyTarget
  readonly head: PolicyTarget
  readonly role: 'sidecar' | 'gateway'
  /** Stand for pods that git does not hold. */
  readonly assumed: boolean
}

/** Access logs, traces and metrics that are switched on, off or elsewhere, and of whom. */
export function telemetryEffects(
  base: Mesh,
  head: Mesh,
  changes: readonly ManifestChange[]
): { readonly effects: readonly EffectDraft[]; readonly tables: number } {
  if (!concerns(base, head, changes)) return { effects: [], tables: 0 }
  const [before, after] = [telemetryIndex(base), telemetryIndex(head)]
  const groups = new Map<string, { readonly draft: Draft; readonly of: Reporting[] }>()
  const all = reporting(base, head)
  for (const one of all) {
    const draft = draftOf(before(one.base), after(one.head), one.role)
    if (draft === null) continue
    const sources = [...draft.sources].sort()
    const key = canonical([draft.facets, draft.direction, one.role, sources])
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { draft, of: [one] })
    else known.of.push(one)
  }
  const effects = [...groups.values()].map(({ draft, of }) =>
    effectOf(draft, of, all, head, changes)
  )
  return { effects, tables: all.length }
}

/** Telemetries, what the mesh configuration says of them, and labels where Telemetries select by them. */
function concerns(base: Mesh, head: Mesh, changes: readonly ManifestChange[]): boolean {
  if (!sameJson(base.config.raw, head.config.raw)) return true
  const edited = changes.filter(({ equal }) => !equal)
  if (edited.some(one => kindOf(one) === 'Telemetry')) return true
  const moves = (kind: string) => kind === 'Namespace' || WORKLOAD_KINDS.includes(kind)
  return head.of('Telemetry').length > 0 && edited.some(one => moves(kindOf(one)))
}

function kindOf({ base, head }: ManifestChange): string {
  return (head ?? base)?.ref.kind ?? ''
}

function reporting(base: Mesh, head: Mesh): Reporting[] {
  const before = new Map(base.workloads.map(one => [keyOf(one), one]))
  const found: Reporting[] = []
  for (const now of head.workloads) {
    const old = before.get(keyOf(now))
    if (old === undefined || now.manifest.ref.kind === 'WorkloadEntry') continue
    if (membership(now, head.namespaceLabelsOf(now.namespace)).mode !== 'sidecar') continue
    const role = proxyRole(head, now) === 'sidecar' ? 'sidecar' : 'gateway'
    const { name, namespace } = now
    found.push({ name, namespace, base: old, head: now, role, assumed: false })
  }
  const known = new Set(found.map(({ namespace }) => namespace))
  for (const manifest of [...base.of('Telemetry'), ...head.of('Telemetry')]) {
    const { namespace } = manifest.ref
    // Pods of a namespace of which git holds none.
    if (!known.has(namespace) && namespace !== head.config.rootNamespace) {
      known.add(namespace)
      found.push(assumed(namespace, 'pods'))
    }
  }
  return [...found, assumed(ANY_NAMESPACE, 'pods in any other namespace')]
}

function assumed(namespace: string, name: string): Reporting {
  const target = { namespace, labels: {} }
  return { name, namespace, base: target, head: target, role: 'sidecar', assumed: true }
}

function keyOf({ manifest, namespace, name }: Workload): string {
  return `${manifest.ref.kind} ${namespace}/${name}`
}

interface Draft {
  readonly facets: readonly FacetChange[]
  readonly direction: EffectDraft['direction']
  readonly severity: EffectDraft['severity']
  readonly sources: ReadonlySet<string>
  readonly assumed: boolean
}

const SIGNALS = [
  ['logs', 'access logs'],
  ['traces', 'tracing'],
  ['metrics', 'metrics']
] as const

function draftOf(
  before: TelemetryState,
  after: TelemetryState,
  role: Reporting['role']
): Draft | null {
  const facets: FacetChange[] = []
  let lost = false
  let gained = false
  let logsLost = false
  const sides: readonly Side[] = role === 'gateway' ? ['client'] : ['client', 'server']
  for (const [signal, facet] of SIGNALS) {
    const differing = sides.filter(side => before[signal][side].key !== after[signal][side].key)
    for (const side of differing) {
      const [was, is] = [before[signal][side], after[signal][side]]
      lost ||= was.on && !is.on
      gained ||= !was.on && is.on
      logsLost ||= signal === 'logs' && was.on && !is.on
    }
    facets.push(...facetsOf(facet, differing, sides, before[signal], after[signal]))
  }
  if (facets.length === 0) return null
  return {
    facets,
    direction: lost ? 'break' : gained ? 'repair' : 'neutral',
    severity: logsLost ? 'warning' : 'info',
    sources: new Set([...before.sources, ...after.sources].map(({ ref }) => refKey(ref))),
    assumed: before.assumed || after.assumed
  }
}

/** Both ends as one where they change alike. */
function facetsOf(
  facet: string,
  differing: readonly Side[],
  sides: readonly Side[],
  before: Readonly<Record<Side, Signal>>,
  after: Readonly<Record<Side, Signal>>
): FacetChange[] {
  const all = differing.map(side => ({
    facet: sides.length === 1 ? facet : `${facet} of ${ENDS[side]}`,
    before: before[side].words,
    after: words(before[side], after[side])
  }))
  const [one, other] = all
  const alike = one?.before === other?.before && one?.after === other?.after
  return one !== undefined && other !== undefined && alike ? [{ ...one, facet }] : all
}

const ENDS: Readonly<Record<Side, string>> = {
  client: 'requests that the pods send',
  server: 'requests that the pods receive'
}

function words(before: Signal, after: Signal): string {
  return before.words === after.words ? `${after.words}, with other settings` : after.words
}

function effectOf(
  draft: Draft,
  of: readonly Reporting[],
  all: readonly Reporting[],
  head: Mesh,
  changes: readonly ManifestChange[]
): EffectDraft {
  const { facets, direction, severity, sources } = draft
  const causes = causesOf(sources, of, changes)
  const [first] = of
  const subject = subjectOf(of, all)
  const mesh = head.name
  const assumptions: Assumption[] = []
  if (head.config.isDefault && draft.assumed) {
    assumptions.push({ kind: 'mesh-config-default', params: { minor: head.version.minor } })
  }
  const isAssumed = draft.assumed || of.every(one => one.assumed)
  const names = of.map(({ name }) => name).sort()
  const members = subject.kind === 'workload' ? of.slice(1) : []
  return {
    kind: 'telemetry-changed',
    mesh,
    domain: 'observability',
    direction,
    severity,
    subject,
    proxy: { type: first?.role ?? 'sidecar', names },
    region: 'all requests',
    changes: facets,
    witness: null,
    causes,
    members: members.map(one => ({
      mesh,
      subject: { kind: 'workload', name: one.name, namespace: one.namespace },
      proxy: { type: one.role, names: [one.name] },
      region: 'all requests',
      fingerprint: fingerprint(['telemetry-changed', mesh, one.namespace, one.name, facets])
    })),
    certainty: isAssumed ? 'assumed' : 'certain',
    assumptions,
    fingerprint: fingerprint(['telemetry-changed', mesh, subject, facets]),
    ...telemetrySteps(first ?? null, facets),
    rollback: rollbackSecurity(causes, changes)
  }
}

/** All of the mesh or of a namespace by their name, where nobody is left out. */
function subjectOf(of: readonly Reporting[], all: readonly Reporting[]): EffectSubject {
  const [first] = of
  if (of.length === all.length || first === undefined) {
    return { kind: 'mesh', name: 'every workload of the mesh' }
  }
  const { name, namespace } = first
  const own = all.filter(one => one.namespace === namespace)
  if (of.every(one => one.namespace === namespace) && of.length === own.length && of.length > 1) {
    return { kind: 'namespace', name: `every workload of ${namespace}` }
  }
  if (namespace === ANY_NAMESPACE) return { kind: 'mesh', name }
  return { kind: 'workload', name, namespace }
}

/** Telemetries that apply, the mesh configuration, and the labels of the pods. */
function causesOf(
  sources: ReadonlySet<string>,
  of: readonly Reporting[],
  changes: readonly ManifestChange[]
): Cause<Place>[] {
  const pods = new Set(of.map(({ namespace, name }) => `${namespace}/${name}`))
  const bears = ({ base, head }: ManifestChange): boolean => {
    const ref = (head ?? base)?.ref
    if (ref === undefined) return false
    if (ref.kind === 'Telemetry') return sources.has(refKey(ref))
    if (ref.kind === 'ConfigMap' || ref.kind === 'IstioOperator') return true
    return pods.has(`${ref.namespace}/${ref.name}`)
  }
  return changes.filter(one => !one.equal && bears(one)).flatMap(causesOfChange)
}
