/**
 * Kinds that something in the flow reads; every other kind is only counted. By group: `*` is all kinds of it.
 * Groups that end in `.istio.io` are Istio's own and are read whatever their kind.
 */
const read: Readonly<Record<string, readonly string[] | '*'>> = {
  '': [
    'ConfigMap',
    'Endpoints',
    'Namespace',
    'Node',
    'Pod',
    'ReplicationController',
    'Secret',
    'Service',
    'ServiceAccount'
  ],
  apps: ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  batch: ['CronJob', 'Job'],
  'discovery.k8s.io': ['EndpointSlice'],
  extensions: ['Ingress'],
  'networking.k8s.io': ['Ingress', 'IngressClass'],
  'gateway.networking.k8s.io': '*',
  'gateway.networking.x-k8s.io': '*',
  'inference.networking.k8s.io': '*',
  'inference.networking.x-k8s.io': '*',
  'admissionregistration.k8s.io': [
    'MutatingWebhookConfiguration',
    'ValidatingWebhookConfiguration'
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'argoproj.io': ['Rollout'],
  'flagger.app': ['Canary'],
  'multicluster.x-k8s.io': ['ServiceExport', 'ServiceImport']
}

/** Kinds without a namespace, among those that are read. */
const clusterScoped: Readonly<Record<string, readonly string[]>> = {
  '': ['Namespace', 'Node'],
  'networking.k8s.io': ['IngressClass'],
  'gateway.networking.k8s.io': ['GatewayClass'],
  'admissionregistration.k8s.io': [
    'MutatingWebhookConfiguration',
    'ValidatingWebhookConfiguration'
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'sailoperator.io': ['Istio', 'IstioCNI', 'IstioRevision', 'IstioRevisionTag', 'ZTunnel']
}

/** Whether a document of this kind is read as a manifest. */
export function isReadKind(group: string, kind: string): boolean {
  if (group.endsWith('.istio.io') || group === 'sailoperator.io') return true
  const kinds = Object.hasOwn(read, group) ? read[group] : undefined
  return kinds !== undefined && (kinds === '*' || kinds.includes(kind))
}

/** Read only in part: a ConfigMap by its name, a CRD where it is Istio's or the Gateway API's. */
export function isReadObject(group: string, kind: string, name: string): boolean {
  if (group === '' && kind === 'ConfigMap') return name.startsWith('istio')
  if (group === 'apiextensions.k8s.io') {
    return /\.(?:istio\.io|gateway\.networking\.k8s\.io|sailoperator\.io)$/.test(name)
  }
  return true
}

export function isClusterScoped(group: string, kind: string): boolean {
  return Object.hasOwn(clusterScoped, group) && clusterScoped[group]?.includes(kind) === true
}

/** `Service`, `networking.istio.io/VirtualService`: how coverage counts kinds. */
export function kindName(group: string, kind: string): string {
  return group === '' ? kind : `${group}/${kind}`
}

/** `networking.istio.io/v1` → its group and version; core kinds have the group `''`. */
export function splitApiVersion(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.lastIndexOf('/')
  return slash < 0
    ? { group: '', version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) }
}
