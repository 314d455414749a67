import type { FieldPath } from '../finding.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { filled, list, mapOrEmpty, number, text, textMap } from './json.ts'
import type { Labels } from './selector.ts'

export const workloadReads = [
  ['Pod', 'spec.containers[].ports[].{containerPort,name}'],
  ['Deployment', 'spec.template.spec.containers[].ports[].{containerPort,name}'],
  ['StatefulSet', 'spec.template.spec.containers[].ports[].{containerPort,name}'],
  ['DaemonSet', 'spec.template.spec.containers[].ports[].{containerPort,name}'],
  ['ReplicaSet', 'spec.template.spec.containers[].ports[].{containerPort,name}'],
  ['ReplicationController', 'spec.template.spec.containers[].ports[].{containerPort,name}'],
  ['Rollout', 'spec.template.spec.containers[].ports[].{containerPort,name}']
] as const

/** Whether there are pods at all. */
export const replicaReads = [
  ['Deployment', 'spec.replicas'],
  ['StatefulSet', 'spec.replicas'],
  ['ReplicaSet', 'spec.replicas'],
  ['ReplicationController', 'spec.replicas'],
  ['Rollout', 'spec.replicas']
] as const

/** Pods as git declares them: a Pod itself, or the template of what makes pods. */
export interface Workload {
  readonly manifest: Manifest
  readonly namespace: string
  readonly name: string
  readonly labels: Labels
  readonly annotations: Labels
  readonly serviceAccount: string
  /** Container ports; a WorkloadEntry's `ports` map. */
  readonly ports: readonly { readonly name: string; readonly number: number }[]
  /** Known addresses: `status.podIP`, a WorkloadEntry's `address`. */
  readonly addresses: readonly string[]
  /** Scaled to nothing: there are no pods. */
  readonly isEmpty: boolean
  /** Where the labels stand. */
  readonly labelsPath: FieldPath
}

/** Where the pod template of a kind stands. */
const TEMPLATES: Readonly<Record<string, FieldPath>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  /** Argo Rollouts keeps a Deployment's shape. */
  Rollout: ['spec', 'template']
}

export const WORKLOAD_KINDS: readonly string[] = [...Object.keys(TEMPLATES), 'WorkloadEntry']

/** `null` where the manifest makes no pods. */
export function workload(manifest: Manifest): Workload | null {
  if (manifest.ref.kind === 'WorkloadEntry') return workloadEntry(manifest)
  const path = TEMPLATES[manifest.ref.kind]
  if (path === undefined) return null
  let template: JsonMap = manifest.object
  for (const key of path) template = mapOrEmpty(template[key])
  const metadata = mapOrEmpty(template.metadata)
  const spec = mapOrEmpty(template.spec)
  const podIp = filled(mapOrEmpty(template.status).podIP)
  return {
    manifest,
    namespace: manifest.ref.namespace,
    name: manifest.ref.name,
    labels: textMap(metadata.labels),
    annotations: textMap(metadata.annotations),
    serviceAccount: filled(spec.serviceAccountName) ?? filled(spec.serviceAccount) ?? 'default',
    ports: list(spec.containers).flatMap(container =>
      list(mapOrEmpty(container).ports).flatMap(entry => {
        const port = number(mapOrEmpty(entry).containerPort)
        if (port === undefined) return []
        return [{ name: text(mapOrEmpty(entry).name) ?? '', number: port }]
      })
    ),
    addresses: podIp === undefined ? [] : [podIp],
    isEmpty: manifest.ref.kind !== 'Pod' && manifest.spec.replicas === 0,
    labelsPath: [...path, 'metadata', 'labels']
  }
}

/** Labels of the object win over those of its spec. Source: serviceentry/conversion.go ConvertWorkloadEntry. */
function workloadEntry(manifest: Manifest): Workload {
  const { spec } = manifest
  const address = filled(spec.address)
  return {
    manifest,
    namespace: manifest.ref.namespace,
    name: manifest.ref.name,
    labels: { ...textMap(spec.labels), ...manifest.labels },
    annotations: manifest.annotations,
    serviceAccount: text(spec.serviceAccount) ?? '',
    ports: Object.entries(mapOrEmpty(spec.ports)).flatMap(([name, port]) =>
      typeof port === 'number' ? [{ name, number: port }] : []
    ),
    addresses: address === undefined ? [] : [address],
    isEmpty: false,
    labelsPath: ['spec', 'labels']
  }
}
