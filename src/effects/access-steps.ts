import type { Place } from '../finding.ts'
import { changesOf } from './access-causes.ts'
import type { Cause, EffectKind } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'
import { stepWords } from './phases.ts'
import type { BothPorts } from './server-ports.ts'
import type { ServerClass } from './servers.ts'
import { shellWord } from './words.ts'

/** The command that shows what a running pod of the class enforces. */
export function verifyAccess(server: ServerClass, { port }: BothPorts, kind: EffectKind): string {
  const namespace = shellWord(server.namespace)
  const pod = podOf(server, namespace)
  if (kind.startsWith('mtls') || kind.startsWith('connection')) {
    const which = port === null ? '--port 15006' : `--port 15006 -o json | grep -n ${port}`
    return `istioctl proxy-config listeners ${pod} -n ${namespace} ${which}`
  }
  return `istioctl experimental authz check ${pod} -n ${namespace}`
}

function podOf({ head, workloads }: ServerClass, namespace: string): string {
  const labels = Object.entries(head.labels)
    .filter(([key]) => !key.includes('pod-template-hash'))
    .map(([key, value]) => `${key}=${value}`)
    .sort()
  const selector = labels.length === 0 ? '' : ` -l ${shellWord(labels.join(','))}`
  if (workloads.length === 0 && labels.length === 0) return '"$POD"'
  return `"$(kubectl get pod -n ${namespace}${selector} -o name | head -n 1 | cut -d / -f 2)"`
}

/**
 * What moves when the effect shows, as the server's proxy reports it.
 * Source: istio.io/latest/docs/reference/config/metrics.
 */
export function watchAccess(
  { namespace, workloads }: ServerClass,
  speaks: 'http' | 'tcp',
  kind: EffectKind
): string {
  const [only] = workloads
  const workload =
    only === undefined || workloads.length > 1 ? '' : `, destination_workload="${only}"`
  const matcher = `reporter="destination", destination_workload_namespace="${namespace}"${workload}`
  const transport = kind.startsWith('mtls') || kind.startsWith('connection')
  const by = transport ? 'connection_security_policy, source_workload' : 'source_principal'
  if (speaks === 'tcp') {
    return `sum by (${by}) (rate(istio_tcp_connections_opened_total{${matcher}}[5m]))`
  }
  const codes = transport ? 'response_flags' : 'response_code, response_flags'
  return `sum by (${by}, ${codes}) (rate(istio_requests_total{${matcher}}[5m]))`
}

/**
 * Back in an order that opens nothing on the way: policies first, what exposes and labels next, mutual TLS
 * last.
 */
export function rollbackSecurity(
  causes: readonly Cause<Place>[],
  changes: readonly ManifestChange[]
): string {
  const groups: ManifestChange[][] = [[], [], []]
  for (const change of changesOf(causes, changes)) {
    if (!change.equal) groups[rankOf(change)]?.push(change)
  }
  return groups
    .filter(group => group.length > 0)
    .map(group =>
      stepWords({
        apply: group.flatMap(({ base }) => base ?? []),
        remove: group.flatMap(({ base, head }) => (base === null && head !== null ? [head] : []))
      })
    )
    .join(', then ')
}

function rankOf({ base, head }: ManifestChange): number {
  const kind = (head ?? base)?.ref.kind ?? ''
  if (kind === 'AuthorizationPolicy' || kind === 'RequestAuthentication') return 0
  return kind === 'PeerAuthentication' ? 2 : 1
}
