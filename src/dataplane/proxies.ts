import type { Assumption } from '../finding.ts'
import { annotatedMetadata } from '../mesh/dns-capture.ts'
import { declared } from '../mesh/ingress.ts'
import { textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isEmptySelector, type Labels, selectorText, selects } from '../mesh/selector.ts'
import type { Workload } from '../mesh/workload.ts'
import type { Proxy as ProxyClass } from './config.ts'
import { gatewayClasses } from './proxies-gateway.ts'
import { relevantSelectors, type Selectors } from './proxy-selectors.ts'

/** More combinations of selectors than this in one namespace are not told apart (design §7, budgets). */
const MAX_CLASSES = 64

/**
 * The proxies that can be configured differently, refined over both sides: each class exists on both, or
 * on neither. Sidecars: per namespace one class for each set of selectors that pods can satisfy, and one
 * for a namespace that git does not name. Gateways: one per set of labels that Gateways select.
 */
export function proxyClasses(base: Mesh | null, head: Mesh | null): readonly ProxyClass[] {
  const meshes = [base, head].filter((mesh): mesh is Mesh => mesh !== null)
  const selectors = relevantSelectors(meshes)
  const namespaces = new Set(selectors.namedNamespaces)
  for (const mesh of meshes) for (const namespace of mesh.namespaces) namespaces.add(namespace)
  const gatewaySelectors = meshes.flatMap(mesh =>
    declared(mesh, 'Gateway')
      .map(manifest => textMap(manifest.spec.selector))
      .filter(labels => !isEmptySelector(labels))
  )
  const isGateway = (workload: Workload): boolean =>
    gatewaySelectors.some(labels => selects(labels, workload.labels))
  const classes: ProxyClass[] = []
  for (const namespace of [...namespaces].sort()) {
    const workloads = meshes
      .flatMap(mesh => mesh.workloadsIn(namespace))
      .filter(workload => hasSidecar(workload) && !isGateway(workload))
    classes.push(...sidecarClasses(namespace, workloads, selectors, false))
  }
  let other = 'other'
  while (namespaces.has(other)) other = `${other}-namespace`
  classes.push(...sidecarClasses(other, [], selectors, true))
  classes.push(...gatewayClasses(meshes))
  return classes
}

function hasSidecar({ manifest, labels, annotations }: Workload): boolean {
  if (manifest.ref.kind === 'WorkloadEntry') return false
  const inject = labels['sidecar.istio.io/inject'] ?? annotations['sidecar.istio.io/inject']
  return inject !== 'false'
}

/**
 * Namespaces with more combinations of selectors than are told apart: of pods that git does not hold only some are
 * compared there. Pods that it does hold are always.
 */
export function crowdedNamespaces(base: Mesh, head: Mesh): readonly string[] {
  const selectors = relevantSelectors([base, head])
  const namespaces = new Set([...selectors.namedNamespaces, ...base.namespaces, ...head.namespaces])
  return [...namespaces].sort().filter(namespace => {
    const relevant = selectors.in(namespace)
    // Fewer than seven have at most 64 combinations.
    return relevant.length >= 7 && combinations(relevant).length >= MAX_CLASSES
  })
}

interface Group {
  readonly satisfied: readonly Labels[]
  /** What annotations of its pods set of the variables about DNS. */
  readonly metadata: Labels
  readonly workloads: Workload[]
}

function sidecarClasses(
  namespace: string,
  workloads: readonly Workload[],
  selectors: Selectors,
  anyNamespace: boolean
): ProxyClass[] {
  const relevant = selectors.in(namespace)
  const groups = new Map<string, Group>()
  const place = (labels: Labels, metadata: Labels): Group => {
    const satisfied = relevant.filter(selector => selects(selector, labels))
    const told = Object.keys(metadata).length === 0 ? [] : [selectorText(metadata)]
    const key = [...satisfied.map(selectorText), ...told].join(' & ')
    const known = groups.get(key)
    if (known !== undefined) return known
    const group: Group = { satisfied, metadata, workloads: [] }
    groups.set(key, group)
    return group
  }
  for (const workload of workloads) {
    place(workload.labels, annotatedMetadata(workload.annotations)).workloads.push(workload)
  }
  for (const labels of combinations(relevant)) place(labels, {})
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => sidecarClass(namespace, key, group, relevant.length > 0, anyNamespace))
}

/** No label, and every set of selectors that one pod can satisfy, small sets first. */
function combinations(selectors: readonly Labels[]): Labels[] {
  const result: Labels[] = [{}]
  const seen = new Set([''])
  for (let i = 0; i < result.length && result.length < MAX_CLASSES; i++) {
    for (const selector of selectors) {
      const joined = compatible(result[i] ?? {}, selector)
      if (joined === null || seen.has(selectorText(joined))) continue
      seen.add(selectorText(joined))
      result.push(joined)
      if (result.length >= MAX_CLASSES) break
    }
  }
  return result
}

function compatible(a: Labels, b: Labels): Labels | null {
  for (const key of Object.keys(b)) if (a[key] !== undefined && a[key] !== b[key]) return null
  return { ...a, ...b }
}

function sidecarClass(
  namespace: string,
  key: string,
  { satisfied, metadata, workloads }: Group,
  divided: boolean,
  anyNamespace: boolean
): ProxyClass {
  let labels: Labels = {}
  for (const selector of satisfied) labels = { ...labels, ...selector }
  const accounts = new Set(workloads.map(workload => workload.serviceAccount))
  const [account] = accounts
  const where = anyNamespace ? 'any other namespace' : namespace
  const words =
    satisfied.length > 0 ? `pods with ${selectorText(labels)}` : divided ? 'other pods' : 'pods'
  const isAnnotated = Object.keys(metadata).length > 0
  const annotated = isAnnotated ? ` that set ${selectorText(metadata)}` : ''
  const assumptions: Assumption[] =
    workloads.length > 0
      ? []
      : [
          {
            kind: 'workload-exists',
            params: { namespace: anyNamespace ? '*' : namespace, labels: selectorText(labels) }
          }
        ]
  return {
    type: 'sidecar',
    id: `sidecar ${anyNamespace ? '*' : namespace}${key === '' ? '' : ` ${key}`}`,
    description: `${words}${annotated} in ${where}`,
    namespace,
    labels,
    ...(isAnnotated ? { proxyMetadata: metadata } : {}),
    ...(account !== undefined && accounts.size === 1 ? { serviceAccount: account } : {}),
    certainty: assumptions.length === 0 ? 'certain' : 'assumed',
    assumptions
  }
}
