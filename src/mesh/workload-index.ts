import { type Labels, selects } from './selector.ts'
import type { Workload } from './workload.ts'

/** Workloads by namespace and by each of their labels, so that a selector looks only at those that carry one. */
export interface WorkloadIndex {
  in(namespace: string): readonly Workload[]
  /** Those of a namespace that carry all these labels, in order. */
  by(namespace: string, labels: Labels): readonly Workload[]
}

interface Namespace {
  readonly all: Workload[]
  /** By `key\nvalue`; made when first asked for. */
  byLabel: Map<string, Workload[]> | null
}

const NONE: readonly Workload[] = []

export function workloadIndex(workloads: readonly Workload[]): WorkloadIndex {
  const namespaces = new Map<string, Namespace>()
  for (const one of workloads) {
    const known = namespaces.get(one.namespace)
    if (known === undefined) namespaces.set(one.namespace, { all: [one], byLabel: null })
    else known.all.push(one)
  }
  return {
    in: namespace => namespaces.get(namespace)?.all ?? NONE,
    by(namespace, labels) {
      const here = namespaces.get(namespace)
      if (here === undefined) return NONE
      here.byLabel ??= byLabel(here.all)
      const candidates = fewest(here, here.byLabel, labels)
      return candidates.filter(one => selects(labels, one.labels))
    }
  }
}

/** The shortest list that holds every workload with these labels. */
function fewest(
  { all }: Namespace,
  index: ReadonlyMap<string, readonly Workload[]>,
  labels: Labels
): readonly Workload[] {
  let found: readonly Workload[] = all
  for (const key of Object.keys(labels)) {
    const carrying = index.get(`${key}\n${labels[key]}`) ?? NONE
    if (carrying.length < found.length) found = carrying
  }
  return found
}

function byLabel(workloads: readonly Workload[]): Map<string, Workload[]> {
  const index = new Map<string, Workload[]>()
  for (const one of workloads) {
    for (const key of Object.keys(one.labels)) {
      const pair = `${key}\n${one.labels[key]}`
      const known = index.get(pair)
      if (known === undefined) index.set(pair, [one])
      else known.push(one)
    }
  }
  return index
}
