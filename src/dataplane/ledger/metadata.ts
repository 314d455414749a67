import type { FieldPath } from '../../finding.ts'
import type { FieldReading, Touch } from './reading.ts'
import { touchedBy } from './touches.ts'

/** Objects of which the older one wins somewhere. */
const ORDERED: readonly string[] = [
  'VirtualService',
  'DestinationRule',
  'Gateway',
  'ServiceEntry',
  'Sidecar',
  'Service',
  'WorkloadEntry',
  'PeerAuthentication',
  'Ingress'
]

const WORKLOADS: Readonly<Record<string, FieldPath>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Rollout: ['spec', 'template']
}

const inert = (reason: string): FieldReading => ({ status: 'inert', reason, touches: [] })

/** Reading of fields of metadata, of the object and of a pod template; `null` for other fields. */
export function metadataReading(group: string, kind: string, path: FieldPath): FieldReading | null {
  const [first] = path
  if (first === 'apiVersion' || first === 'kind') {
    return inert('all served versions of a kind are one object')
  }
  if (first === 'status') return inert('written by controllers, not by git')
  const template = WORKLOADS[kind]
  if (template !== undefined && startsWith(path, [...template, 'metadata'])) {
    return podMetadata(kind, path.slice(template.length + 1))
  }
  if (first !== 'metadata') return null
  return objectMetadata(group, kind, path.slice(1))
}

function startsWith(path: FieldPath, prefix: FieldPath): boolean {
  return prefix.every((segment, index) => path[index] === segment)
}

function objectMetadata(group: string, kind: string, path: FieldPath): FieldReading {
  const [field, key] = path
  const touches = touchedBy(group, kind)
  if ((field === 'labels' || field === 'annotations') && key === undefined) {
    return inert('without a key it is the same as not being there')
  }
  switch (field) {
    case 'name':
    case 'namespace':
      return { status: 'read', by: 'identity', touches }
    case 'creationTimestamp':
      return ORDERED.includes(kind)
        ? { status: 'read', by: 'order', touches }
        : inert('no younger or older object of this kind competes with it')
    case 'labels':
      if (kind in WORKLOADS) return inert('labels of the pods are read, not of what makes them')
      return objectLabel(kind, typeof key === 'string' ? key : '', touches)
    case 'annotations':
      if (kind in WORKLOADS)
        return inert('annotations of the pods are read, not of what makes them')
      return annotation(kind, typeof key === 'string' ? key : '', touches)
    default:
      return inert('bookkeeping of Kubernetes')
  }
}

function objectLabel(kind: string, key: string, touches: readonly Touch[]): FieldReading {
  if (kind === 'Service' || kind === 'ServiceEntry' || kind === 'WorkloadEntry') {
    return isIstioKey(key) && key !== 'experimental.istio.io/disable-gateway-port-translation'
      ? { status: 'unknown', touches }
      : { status: 'read', by: 'service', touches }
  }
  if (kind === 'Namespace') {
    if (key === 'istio-injection' || key === 'istio.io/rev' || key === AMBIENT) {
      return { status: 'read', by: 'membership', touches }
    }
    return isIstioKey(key) || isOpaqueNamespaceLabel(key)
      ? { status: 'unknown', touches }
      : inert('no selector over namespaces that Istio evaluates without being told to')
  }
  // Label istio.io/rev hides an object from control planes of other revisions.
  if (isIstioKey(key)) return { status: 'unknown', touches }
  return inert('nothing selects objects of this kind by their labels')
}

const AMBIENT = 'istio.io/dataplane-mode'

/** `istio-injection` has no domain; the others have one. */
function isOpaqueNamespaceLabel(key: string): boolean {
  return key === 'istio-injection' || key === 'istio-env' || key === ''
}

export function isIstioKey(key: string): boolean {
  const slash = key.indexOf('/')
  const domain = slash < 0 ? '' : key.slice(0, slash)
  return (
    domain === 'istio.io' ||
    domain.endsWith('.istio.io') ||
    domain.endsWith('gateway.networking.k8s.io') ||
    key.startsWith('istio-')
  )
}

function annotation(kind: string, key: string, touches: readonly Touch[]): FieldReading {
  if (kind === 'Service' && key === 'networking.istio.io/exportTo') {
    return { status: 'read', by: 'service', touches }
  }
  if (kind === 'AuthorizationPolicy' && key === 'istio.io/dry-run') {
    return { status: 'read', by: 'authorization', touches }
  }
  if (kind in WORKLOADS && key === 'sidecar.istio.io/inject') {
    return { status: 'read', by: 'membership', touches }
  }
  if (kind === 'Ingress' && key === 'kubernetes.io/ingress.class') {
    return { status: 'read', by: 'ingresses', touches }
  }
  if (isIstioKey(key)) return { status: 'unknown', touches }
  if (TOPOLOGY.has(key) && (kind === 'Service' || kind === 'ServiceEntry')) {
    return { status: 'unknown', touches }
  }
  return inert('Istio reads no annotation outside its own domains here')
}

const TOPOLOGY: ReadonlySet<string> = new Set([
  'service.kubernetes.io/topology-mode',
  'service.kubernetes.io/topology-aware-hints'
])

function podMetadata(kind: string, path: FieldPath): FieldReading {
  const [field, key] = path
  const touches = touchedBy('', kind)
  if (field === 'labels') {
    return isIstioKey(String(key ?? '')) && !READ_POD_LABELS.has(String(key))
      ? { status: 'unknown', touches }
      : { status: 'read', by: 'workload labels', touches }
  }
  if (field === 'annotations') return annotation(kind, String(key ?? ''), touches)
  return field === 'name' || field === 'namespace'
    ? { status: 'read', by: 'identity', touches }
    : inert('bookkeeping of Kubernetes')
}

const READ_POD_LABELS: ReadonlySet<string> = new Set([
  'istio.io/rev',
  AMBIENT,
  'sidecar.istio.io/inject',
  'security.istio.io/tlsMode'
])
