import type { Assumption } from '../finding.ts'

/** Kinds whose controllers write Istio's own objects into the cluster, which git then does not hold. */
const WRITERS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^serving\.knative\.dev\/(?:Service|Route|DomainMapping)$/, 'routes of Knative'],
  [/^networking\.internal\.knative\.dev\//, 'routes of Knative'],
  [/^serving\.kserve\.io\//, 'routes of KServe'],
  [/^machinelearning\.seldon\.io\//, 'routes of Seldon'],
  [/^kubeflow\.org\/Notebook$/, 'routes of notebooks'],
  [/^flagger\.app\/Canary$/, 'VirtualServices and DestinationRules of Flagger']
]

/** What controllers apply besides git, by the kinds that git holds. */
export function runTimeWriters(byKind: Readonly<Record<string, number>>): Assumption[] {
  const found: Assumption[] = []
  for (const [kind, count] of Object.entries(byKind)) {
    const writer = WRITERS.find(([pattern]) => pattern.test(kind))
    if (writer === undefined || count === 0) continue
    found.push({ kind: 'objects-at-run-time', params: { kind, what: writer[1] } })
  }
  return found
}
