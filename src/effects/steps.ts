import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import { quoted } from '../dataplane/security/pattern.ts'
import type { EffectKind } from './effect.ts'
import { shellWord } from './words.ts'

/** The part of a running proxy's configuration in which an effect shows. */
export type PlaneLayer =
  | { readonly what: 'routes'; readonly name: string }
  | { readonly what: 'clusters'; readonly host: string }
  | { readonly what: 'listeners'; readonly port: number }

/** The command that shows what is in question as a running proxy of the class holds it. */
export function verifyCommand(proxy: ProxyClass, layer: PlaneLayer): string {
  const namespace = shellWord(proxy.namespace)
  const which = selection(layer)
  return `istioctl proxy-config ${layer.what} ${podOf(proxy, namespace)} -n ${namespace} ${which} -o json`
}

function selection(layer: PlaneLayer): string {
  switch (layer.what) {
    case 'routes':
      return `--name ${shellWord(layer.name)}`
    case 'clusters':
      return `--fqdn ${shellWord(layer.host)}`
    case 'listeners':
      // The listener behind all others, where no port is meant.
      return `--port ${layer.port <= 0 ? 15001 : layer.port}`
  }
}

/** A pod of the class; of a gateway of which nobody knows the labels, the one that the reader knows. */
function podOf({ labels, type }: ProxyClass, namespace: string): string {
  const known = Object.entries(labels)
    // No label of a pod holds a slash: this one stands for a Gateway that git does not hold.
    .filter(([, value]) => !value.includes('/'))
    .map(([key, value]) => `${key}=${value}`)
    .sort()
  if (type === 'gateway' && known.length === 0) return '"$GATEWAY_POD"'
  const selector = known.length === 0 ? '' : ` -l ${shellWord(known.join(','))}`
  return `"$(kubectl get pod -n ${namespace}${selector} -o name | head -n 1 | cut -d / -f 2)"`
}

/**
 * A PromQL expression over Istio's standard metrics that moves when the effect shows.
 * Source: istio.io/latest/docs/reference/config/metrics.
 */
export function watchExpression(
  kind: EffectKind,
  hosts: readonly string[],
  facets: readonly string[],
  connections = false
): string {
  if (connections) return connectionRate(kind, destinationMatcher(hosts))
  // A request without a route or cluster has no destination: only its response flag tells.
  if (kind === 'traffic-lost' || kind === 'traffic-gained') {
    return rate('source_workload, response_code, response_flags', 'response_flags=~"NR|NC|UH|UF"')
  }
  const to = destinationMatcher(hosts)
  if (kind === 'settings-changed' && facets.some(facet => timing.has(facet))) {
    return rate('response_code, response_flags', to)
  }
  return rate(
    kind === 'settings-changed' ? 'response_code' : 'destination_service, destination_version',
    to
  )
}

/** Connections have metrics of their own. */
function connectionRate(kind: EffectKind, matcher: string): string {
  const lost = kind === 'traffic-lost' || kind === 'traffic-gained'
  const matchers = ['reporter="source"', lost ? '' : matcher].filter(one => one !== '').join(', ')
  const by = lost ? 'source_workload, response_flags' : 'destination_service, destination_version'
  return `sum by (${by}) (rate(istio_tcp_connections_opened_total{${matchers}}[5m]))`
}

const timing: ReadonlySet<string> = new Set(['timeout', 'retries', 'fault'])

function rate(by: string, matcher: string): string {
  const matchers = ['reporter="source"', matcher].filter(one => one !== '').join(', ')
  return `sum by (${by}) (rate(istio_requests_total{${matchers}}[5m]))`
}

function destinationMatcher(hosts: readonly string[]): string {
  const names = [...new Set(hosts)].sort()
  const [only] = names
  if (only === undefined) return ''
  if (names.length === 1) return `destination_service=${promString(only)}`
  const pattern = names.map(quoted).join('|')
  return `destination_service=~${promString(pattern)}`
}

export function promString(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}
