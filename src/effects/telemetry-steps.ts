import type { EffectDraft, FacetChange } from './effect.ts'
import { promString } from './steps.ts'
import { shellWord } from './words.ts'

interface Pods {
  readonly name: string
  readonly namespace: string
  readonly assumed: boolean
}

/**
 * What shows it: the lines of a proxy, its spans, or its own series.
 * Source: istio.io/latest/docs/reference/config/metrics; Envoy configuration/http/http_conn_man/stats.
 */
export function telemetrySteps(
  pods: Pods | null,
  facets: readonly FacetChange[]
): Pick<EffectDraft, 'verify' | 'watch'> {
  const namespace = pods === null ? '"$NAMESPACE"' : shellWord(pods.namespace)
  const pod =
    pods === null || pods.assumed
      ? '"$POD"'
      : `"$(kubectl get pod -n ${namespace} -o name | grep -F /${shellWord(pods.name)} | head -n 1 | cut -d / -f 2)"`
  const [first] = facets
  const topic = first?.facet ?? ''
  const of =
    pods === null || pods.assumed
      ? ''
      : `, destination_workload_namespace=${promString(pods.namespace)}, destination_workload=${promString(pods.name)}`
  const requests = `sum by (destination_workload) (rate(istio_requests_total{reporter="destination"${of}}[5m]))`
  if (topic.startsWith('access logs')) {
    return {
      verify: `kubectl logs ${pod} -n ${namespace} -c istio-proxy --since=5m`,
      watch: requests
    }
  }
  if (topic.startsWith('tracing')) {
    return {
      verify: `istioctl proxy-config listeners ${pod} -n ${namespace} -o json | grep -n -A 8 '"tracing"'`,
      watch: 'sum(rate(envoy_http_tracing_random_sampling[5m]))'
    }
  }
  return {
    verify: `kubectl exec ${pod} -n ${namespace} -c istio-proxy -- pilot-agent request GET stats/prometheus | grep -c ^istio_`,
    watch: requests
  }
}
