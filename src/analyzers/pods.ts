import type { Mesh } from '../mesh/mesh.ts'
import { type Labels, selects } from '../mesh/selector.ts'
import type { Workload } from '../mesh/workload.ts'

/** Pods of a mesh, and what makes pods, by label. A WorkloadEntry is no pod. */
export interface Pods {
  readonly all: readonly Workload[]
  in(namespace: string): readonly Workload[]
  /**
   * Those that carry all of the labels: of one namespace, or of all. An empty selector selects every pod.
   * No more than `limit` are looked for.
   */
  selectedBy(selector: Labels, namespace?: string, limit?: number): readonly Workload[]
}

const known = new WeakMap<Mesh, Pods>()

/** The index of a mesh, made once. */
export function podsOf(mesh: Mesh): Pods {
  const found = known.get(mesh) ?? index(mesh.workloads)
  known.set(mesh, found)
  return found
}

function index(workloads: readonly Workload[]): Pods {
  const all = workloads.filter(({ manifest }) => manifest.ref.kind !== 'WorkloadEntry')
  const byNamespace = new Map<string, Workload[]>()
  const byLabel = new Map<string, Workload[]>()
  for (const pod of all) {
    put(byNamespace, pod.namespace, pod)
    for (const [key, value] of Object.entries(pod.labels)) put(byLabel, `${key}=${value}`, pod)
  }
  const NONE: readonly Workload[] = []
  const inNamespace = (namespace: string) => byNamespace.get(namespace) ?? NONE
  return {
    all,
    in: inNamespace,
    selectedBy(selector, namespace, limit = Number.POSITIVE_INFINITY) {
      let candidates = namespace === undefined ? all : inNamespace(namespace)
      for (const [key, value] of Object.entries(selector)) {
        const labelled = byLabel.get(`${key}=${value}`) ?? NONE
        if (labelled.length < candidates.length) candidates = labelled
      }
      const found: Workload[] = []
      for (const pod of candidates) {
        if (namespace !== undefined && pod.namespace !== namespace) continue
        if (!selects(selector, pod.labels)) continue
        found.push(pod)
        if (found.length >= limit) break
      }
      return found
    }
  }
}

/** Adds to the group of a key. */
export function put<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  else group.push(value)
}
