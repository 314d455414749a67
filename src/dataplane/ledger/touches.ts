import type { Touch } from './reading.ts'

/** What changes of each kind can touch, where nothing more is known of the field. */
const TOUCHES: Readonly<Record<string, readonly Touch[]>> = {
  VirtualService: ['routing', 'exposure'],
  DestinationRule: ['routing', 'transport'],
  Gateway: ['routing', 'exposure'],
  ServiceEntry: ['routing', 'transport'],
  Sidecar: ['routing', 'transport'],
  WorkloadEntry: ['routing', 'access', 'transport'],
  WorkloadGroup: ['membership'],
  EnvoyFilter: ['extension', 'routing', 'access', 'transport', 'authentication', 'observability'],
  WasmPlugin: ['extension', 'routing', 'access', 'authentication'],
  TrafficExtension: ['extension', 'routing', 'access', 'authentication'],
  ProxyConfig: ['observability'],
  Telemetry: ['observability'],
  AuthorizationPolicy: ['access'],
  PeerAuthentication: ['transport', 'routing'],
  RequestAuthentication: ['authentication', 'access'],
  Service: ['routing', 'transport'],
  Endpoints: ['routing'],
  EndpointSlice: ['routing'],
  ServiceAccount: ['access'],
  Secret: ['exposure', 'transport'],
  Node: ['routing'],
  Namespace: ['membership', 'routing', 'access'],
  IstioOperator: ['routing', 'access', 'transport', 'observability'],
  ConfigMap: ['routing', 'access', 'transport', 'observability'],
  Ingress: ['routing', 'exposure'],
  IngressClass: ['routing', 'exposure']
}

const WORKLOAD: readonly Touch[] = ['membership', 'routing', 'access', 'transport']
const WORKLOADS: readonly string[] = [
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Rollout'
]

const GATEWAY_API: readonly Touch[] = ['routing', 'exposure', 'transport']

const EVERYTHING: readonly Touch[] = [
  'routing',
  'exposure',
  'access',
  'transport',
  'authentication',
  'membership',
  'observability'
]

export function touchedBy(group: string, kind: string): readonly Touch[] {
  if (group.endsWith('gateway.networking.k8s.io') || group.includes('x-k8s.io')) return GATEWAY_API
  if (WORKLOADS.includes(kind)) return WORKLOAD
  return TOUCHES[kind] ?? EVERYTHING
}
