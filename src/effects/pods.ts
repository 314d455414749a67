import type { Cluster } from '../dataplane/config.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { agree, selectorText } from '../mesh/selector.ts'

/** The pods of a cluster, as far as git tells. */
export interface Pods {
  /** Equal pods, equal key. */
  readonly key: string
  /** `reviews-v1 and reviews-v2`, else the labels that they must carry. */
  readonly names: readonly string[]
  readonly labels: string
  /** Of the Services that select them. */
  readonly namespaces: readonly string[]
}

/** Which pods receive what a cluster is sent: those that its Service and its subset select. */
export type PodsOf = (cluster: Cluster) => Pods

export function podsIn(mesh: Mesh): PodsOf {
  const known = new Map<string, Pods>()
  return cluster => {
    const key = `${cluster.namespace} ${cluster.host} ${selectorText(labelsOf(cluster))}`
    let pods = known.get(key)
    if (pods === undefined) {
      pods = selected(mesh, cluster)
      known.set(key, pods)
    }
    return pods
  }
}

/** Labels of a subset choose nothing where requests go to the address that the client dialled, a pod of the Service. */
function labelsOf({ type, labels }: Cluster): Cluster['labels'] {
  return type === 'original-dst' ? {} : labels
}

function selected(mesh: Mesh, cluster: Cluster): Pods {
  const { host, namespace } = cluster
  const labels = labelsOf(cluster)
  const names = new Set<string>()
  const selectors = new Set<string>()
  const namespaces = new Set<string>()
  for (const service of mesh.registry.byHost(host)) {
    // Without a selector others say which addresses serve it, and the ledger watches those.
    if (service.selector === null || service.namespace !== namespace) continue
    const wanted = { ...service.selector, ...labels }
    namespaces.add(service.namespace)
    if (!agree(service.selector, labels)) {
      selectors.add(`${selectorText(service.selector)},${selectorText(labels)}`)
      continue
    }
    selectors.add(selectorText(wanted))
    for (const workload of mesh.workloadsBy(service.namespace, wanted)) names.add(workload.name)
  }
  const all = selectors.size === 0 ? selectorText(labels) : [...selectors].sort().join(' or ')
  const sorted = [...names].sort()
  const key = JSON.stringify([all, sorted])
  return { key, names: sorted, labels: all, namespaces: [...namespaces].sort() }
}
