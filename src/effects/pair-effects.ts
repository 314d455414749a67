import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { proxyClasses } from '../dataplane/proxies.ts'
import type { Outcome, Request } from '../dataplane/request.ts'
import { atBackend } from '../dataplane/security/backends.ts'
import { identity } from '../dataplane/security/caller-identity.ts'
import type { Place, UnknownDraft } from '../finding.ts'
import { canonical, fingerprint } from '../fingerprint.ts'
import { qualify } from '../mesh/host.ts'
import { text } from '../mesh/json.ts'
import type { Service } from '../mesh/service.ts'
import { causesOfChange } from './access-causes.ts'
import { rollbackSecurity } from './access-steps.ts'
import { callerOf } from './caller.ts'
import type { Cause, EffectDraft, Witness } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'
import { acrossServices } from './pair-fold.ts'
import { ruledHosts, sharedHosts, touchedServices } from './pair-services.ts'
import { type PairChange, type PairState, pairState } from './pairs.ts'
import { compareText, domainOf } from './risk.ts'
import type { SecurityContext } from './security-context.ts'
import { promString, verifyCommand } from './steps.ts'

/** More pairs of a client and a port than this are not asked. */
export const pairLimit = 20_000

export interface PairResult {
  readonly effects: readonly EffectDraft[]
  readonly unknown: readonly UnknownDraft[]
}

/**
 * Clients and servers that agree on TLS otherwise than before, or no longer: what each client's proxy sends
 * against what the pods take. Source: pilot core/cluster_tls.go, core/filterchain_options.go.
 */
export function pairEffects(context: SecurityContext): PairResult {
  const { base, head, changes } = context
  const services = touchedServices(context)
  if (services.length === 0) return { effects: [], unknown: [] }
  const classes = proxyClasses(base.mesh, head.mesh)
  const found = new Map<string, { readonly changes: PairChange[]; readonly isWhole: boolean }>()
  let left = pairLimit
  const meshes = [base.mesh, head.mesh]
  const [ruled, shared] = [ruledHosts(meshes), sharedHosts(meshes)]
  for (const service of services) {
    // Where no DestinationRule speaks of TLS, and one Service has the host, all clients send the same.
    const alike = !ruled(service.host) && !shared(service.host)
    const asking = alike ? anyClient(classes, service) : classes
    for (const proxy of asking) {
      for (const change of changesOf(service, proxy, base, head)) {
        const { port, subset, before, after } = change
        const key = canonical([service.host, port.number, subset, before.words, after.words])
        const known = found.get(key)
        if (known === undefined) found.set(key, { changes: [change], isWhole: alike })
        // Of several Services of one host a client has one.
        else if (!known.changes.some(one => one.proxy === proxy)) known.changes.push(change)
      }
      left -= service.ports.length
    }
    if (left < 0) break
  }
  const effects = [...found.values()].flatMap(
    group => pairEffect(group.changes, group.isWhole, classes, context) ?? []
  )
  const told = acrossServices(effects)
  if (left >= 0) return { effects: told, unknown: [] }
  const message = `TLS between clients and servers: more than ${pairLimit} pairs of a client and a port are touched`
  const at = changes.find(({ equal }) => !equal)?.head?.ref ?? null
  return { effects: told, unknown: [{ reason: 'budget', message, subject: at, at: null }] }
}

/** A client of the service's own namespace, which sees it, else any. */
function anyClient(classes: readonly ProxyClass[], { namespace }: Service): readonly ProxyClass[] {
  const sidecars = classes.filter(({ type }) => type === 'sidecar')
  const own = sidecars.find(one => one.namespace === namespace)
  return [own ?? sidecars[0]].filter(one => one !== undefined)
}

function* changesOf(
  service: Service,
  proxy: ProxyClass,
  base: Dataplane,
  head: Dataplane
): Iterable<PairChange> {
  const [one, other] = [base.config(proxy), head.config(proxy)]
  for (const port of service.ports) {
    if (port.protocol === 'UDP') continue
    const subsets = new Set([
      '',
      ...subsetsOf(base, proxy, service),
      ...subsetsOf(head, proxy, service)
    ])
    const plain: string[] = []
    for (const subset of subsets) {
      const name = `outbound|${port.number}|${subset}|${service.host}`
      const before = pairState(base, one, one.clusters.get(name))
      const after = pairState(head, other, other.clusters.get(name))
      if (before === null || after === null || before.kind === after.kind) continue
      if (isMembership(before, after)) continue
      // A subset that turns as the whole service does is told with it.
      const key = `${before.words} ${after.words}`
      if (subset === '') plain.push(key)
      else if (plain.includes(key)) continue
      yield { proxy, service, port, subset, before, after }
    }
  }
}

/** Pods that enter or leave the mesh take their clients along, which is told of the pods. */
function isMembership(before: PairState, after: PairState): boolean {
  const agree = before.kind !== 'broken' && after.kind !== 'broken'
  const [was, is] = [before.backend, after.backend]
  return agree && was.guard !== is.guard && podKey(was) === podKey(is)
}

function podKey({ pod: { namespace, labels } }: PairState['backend']): string {
  return canonical([namespace, labels])
}

function subsetsOf({ compilation }: Dataplane, proxy: ProxyClass, service: Service): string[] {
  const rule = compilation.destinationRule(proxy.namespace, proxy.labels, service)
  return [...(rule?.subsets.keys() ?? [])]
}

type Verdict = Pick<EffectDraft, 'kind' | 'direction' | 'severity'>

function verdictOf(before: PairState, after: PairState): Verdict {
  if (after.kind === 'broken') {
    return { kind: 'connection-broken', direction: 'break', severity: 'error' }
  }
  if (before.kind === 'broken') {
    return { kind: 'connection-repaired', direction: 'repair', severity: 'info' }
  }
  const rank = { mutual: 2, tls: 1, plaintext: 0, broken: 0 } as const
  return rank[after.kind] < rank[before.kind]
    ? { kind: 'mtls-weakened', direction: 'widen', severity: 'error' }
    : { kind: 'mtls-strengthened', direction: 'narrow', severity: 'info' }
}

/** All clients for which the same turns. */
export function pairEffect(
  group: readonly PairChange[],
  isWhole: boolean,
  classes: readonly ProxyClass[],
  context: SecurityContext
): EffectDraft | null {
  const [first] = [...group].sort(
    (a, b) =>
      Number(a.proxy.certainty !== 'certain') - Number(b.proxy.certainty !== 'certain') ||
      Number(a.proxy.type !== 'sidecar') - Number(b.proxy.type !== 'sidecar') ||
      compareText(a.proxy.id, b.proxy.id)
  )
  if (first === undefined) return null
  const { service, port, subset, before, after, proxy } = first
  const verdict = verdictOf(before, after)
  const causes = causesOf(first, context)
  const sidecars = classes.filter(({ type }) => type === 'sidecar')
  const asking = group.filter(one => one.proxy.type === 'sidecar')
  const all = isWhole || (asking.length === sidecars.length && sidecars.length > 1)
  const others = group.filter(one => one.proxy.type !== 'sidecar')
  const names = [
    ...(all ? ['all sidecars'] : asking.map(one => one.proxy.description)),
    ...others.map(one => one.proxy.description)
  ]
  const mesh = context.head.mesh.name
  const subject = {
    kind: 'service',
    name: service.registry === 'External' ? service.host : service.name,
    namespace: service.namespace,
    port: port.number
  } as const
  const changes = [{ facet: 'connection', before: before.words, after: after.words }]
  const region = `connections${subset === '' ? '' : ` to subset ${subset}`} of ${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`
  const assumptions = [
    ...proxy.assumptions,
    ...before.backend.assumptions,
    ...after.backend.assumptions
  ]
  return {
    kind: verdict.kind,
    mesh,
    domain: domainOf[verdict.kind],
    direction: verdict.direction,
    severity: verdict.severity,
    subject,
    proxy: { type: proxy.type, names },
    region,
    changes,
    witness: witnessOf(first, classes, context),
    causes,
    members: [],
    certainty: assumptions.length === 0 ? 'certain' : 'assumed',
    assumptions: [...new Map(assumptions.map(one => [canonical(one), one])).values()],
    fingerprint: fingerprint([verdict.kind, mesh, subject, changes, region]),
    verify: verifyCommand(proxy, { what: 'clusters', host: service.host }),
    watch: `sum by (source_workload, connection_security_policy, response_flags) (rate(istio_requests_total{destination_service=${promString(service.host)}}[5m]))`,
    rollback: rollbackSecurity(causes, context.changes)
  }
}

/** Both ends by the plain evaluator. */
function witnessOf(
  { proxy, service, port, before, after }: PairChange,
  classes: readonly ProxyClass[],
  { base, head }: SecurityContext
): Witness {
  const { name, namespace, host } = service
  const subject = { kind: 'service', name, namespace, port: port.number } as const
  const from = callerOf(proxy, classes, base.mesh, head.mesh, subject)
  const request: Request = {
    from,
    protocol: port.protocol === 'TCP' ? 'tcp' : 'http',
    port: port.number,
    authority: host,
    method: 'GET',
    path: '/',
    headers: {},
    transport: 'plaintext'
  }
  const routed: Outcome = {
    outcome: 'served',
    destinations: [],
    steps: [],
    certainty: 'certain',
    assumptions: []
  }
  const account = typeof from === 'object' && 'namespace' in from ? from.serviceAccount : undefined
  const at = (plane: Dataplane, { backend }: PairState): Outcome => {
    const principal = identity(
      plane.mesh,
      proxy.namespace,
      account ?? proxy.serviceAccount ?? 'default'
    )
    return atBackend(plane, backend, request, routed, principal)
  }
  return { request, before: at(base, before), after: at(head, after) }
}

/** DestinationRules of the host, what the pods take, and what makes them be those pods. */
function causesOf(
  { service, before, after }: PairChange,
  context: SecurityContext
): Cause<Place>[] {
  const { changes, head } = context
  const root = head.mesh.config.rootNamespace
  const pods = [before.backend, after.backend]
  const namespaces = new Set([service.namespace, ...pods.map(({ namespace }) => namespace)])
  const bears = ({ base: one, head: other, equal }: ManifestChange): boolean => {
    const manifest = other ?? one
    if (equal || manifest === null) return false
    const { kind, namespace, name } = manifest.ref
    switch (kind) {
      case 'DestinationRule': {
        const host = qualify(
          text(manifest.spec.host) ?? '',
          namespace,
          head.mesh.config.clusterDomain
        )
        return host.startsWith('*') ? service.host.endsWith(host.slice(1)) : host === service.host
      }
      case 'PeerAuthentication':
        return namespaces.has(namespace) || namespace === root
      case 'Namespace':
        return namespaces.has(name)
      case 'ConfigMap':
      case 'IstioOperator':
        return true
      default:
        return (
          namespaces.has(namespace) &&
          ![
            'AuthorizationPolicy',
            'RequestAuthentication',
            'VirtualService',
            'Gateway',
            'Telemetry'
          ].includes(kind)
        )
    }
  }
  return changes.filter(bears).flatMap(causesOfChange)
}
