import type { Assumption } from '../finding.ts'
import { declared } from '../mesh/ingress.ts'
import { textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isEmptySelector, type Labels, selectorText, selects } from '../mesh/selector.ts'
import type { Workload } from '../mesh/workload.ts'
import type { Proxy as ProxyClass } from './config.ts'

/** Labels of the gateways that Istio's own installations make. Source: istio manifests/charts/gateways. */
const INSTALLED: readonly Labels[] = [
  { app: 'istio-ingressgateway', istio: 'ingressgateway' },
  { app: 'istio-egressgateway', istio: 'egressgateway' }
]

/**
 * Gateway pods: the workloads in git that some Gateway selects; for selectors that none satisfies, pods
 * with just these labels, in the root namespace where they are Istio's own gateways or the Gateways are of
 * several namespaces, else in the namespace of the Gateways.
 */
export function gatewayClasses(meshes: readonly Mesh[]): ProxyClass[] {
  const selectors = new Map<string, { readonly labels: Labels; readonly namespaces: Set<string> }>()
  for (const mesh of meshes) {
    for (const { ref, spec } of declared(mesh, 'Gateway')) {
      const labels = textMap(spec.selector)
      const key = selectorText(labels)
      const known = selectors.get(key) ?? { labels, namespaces: new Set<string>() }
      known.namespaces.add(ref.namespace)
      selectors.set(key, known)
    }
  }
  if (selectors.size === 0) return []
  const root = meshes[meshes.length - 1]?.config.rootNamespace ?? 'istio-system'
  const all = [...selectors.values()].map(entry => entry.labels)
  const classes = new Map<string, ProxyClass>()
  const satisfied = new Set<string>()
  for (const workload of meshes.flatMap(mesh => mesh.workloads)) {
    const matching = all.filter(
      labels => !isEmptySelector(labels) && selects(labels, workload.labels)
    )
    if (matching.length === 0) continue
    for (const labels of matching) satisfied.add(selectorText(labels))
    const known = knownClass(workload, matching)
    if (!classes.has(known.id)) classes.set(known.id, known)
  }
  for (const [key, { labels, namespaces }] of selectors) {
    if (satisfied.has(key)) continue
    const made = assumedClass(labels, [...namespaces].sort(), root)
    if (!classes.has(made.id)) classes.set(made.id, made)
  }
  return [...classes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function knownClass(workload: Workload, matching: readonly Labels[]): ProxyClass {
  let labels: Labels = {}
  for (const selector of matching) labels = { ...labels, ...selector }
  return {
    type: 'gateway',
    id: `gateway ${workload.namespace}/${workload.name}`,
    description: `gateway ${workload.name} in ${workload.namespace}`,
    namespace: workload.namespace,
    // All labels: a Service may select by others than the Gateways do.
    labels: { ...workload.labels, ...labels },
    serviceAccount: workload.serviceAccount,
    certainty: 'certain',
    assumptions: []
  }
}

function assumedClass(selector: Labels, namespaces: readonly string[], root: string): ProxyClass {
  const installed = INSTALLED.find(labels => selects(selector, labels))
  const [only] = namespaces
  const namespace =
    installed !== undefined || only === undefined || namespaces.length > 1 ? root : only
  const labels = isEmptySelector(selector) ? {} : { ...installed, ...selector }
  const words = isEmptySelector(selector)
    ? 'any gateway'
    : `gateway pods with ${selectorText(selector)}`
  const assumptions: Assumption[] = [
    {
      kind: 'gateway-workload-exists',
      params: { selector: selectorText(selector), namespace }
    }
  ]
  return {
    type: 'gateway',
    id: `gateway ${namespace} ${selectorText(labels)}`,
    description: `${words} in ${namespace}`,
    namespace,
    labels,
    certainty: 'assumed',
    assumptions
  }
}
