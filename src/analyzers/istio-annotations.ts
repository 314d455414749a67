/** What Istio says of one of its annotations. Minors are numbers: 24 is 1.24. */
export interface IstioAnnotation {
  /** Kinds that it is read from; `Any`: all. */
  readonly on: readonly string[]
  /** The first minor after 1.18 that knows it. */
  readonly since?: number
  /** The first minor that no longer knows it. */
  readonly until?: number
  /** The first minor that calls it deprecated. */
  readonly deprecated?: number
  readonly alpha?: true
}

/** Facts about every annotation of 1.18 to 1.31. Source: istio/api annotation/annotations.yaml of each release branch. */
const annotations: Readonly<Record<string, IstioAnnotation>> = {
  'alpha.istio.io/canonical-serviceaccounts': { on: ['Service'], deprecated: 18, alpha: true },
  'alpha.istio.io/identity': { on: ['Pod'], until: 24, deprecated: 18, alpha: true },
  'alpha.istio.io/kubernetes-serviceaccounts': { on: ['Service'], deprecated: 18, alpha: true },
  'ambient.istio.io/bypass-inbound-capture': { on: ['Pod'], since: 24, alpha: true },
  'ambient.istio.io/dns-capture': { on: ['Pod'], since: 25, alpha: true },
  'ambient.istio.io/redirection': { on: ['Pod'], since: 24 },
  'ambient.istio.io/waypoint-inbound-binding': {
    on: ['Gateway', 'GatewayClass'],
    since: 24,
    alpha: true
  },
  'galley.istio.io/analyze-suppress': { on: ['Any'], alpha: true },
  'gateway.istio.io/controller-version': { on: ['Any'], alpha: true },
  'gateway.istio.io/name-override': { on: ['Gateway'], since: 24, alpha: true },
  'gateway.istio.io/service-account': { on: ['Gateway'], since: 24, alpha: true },
  'inject.istio.io/templates': { on: ['Pod'], alpha: true },
  'install.operator.istio.io/chart-owner': { on: ['Any'], until: 24, alpha: true },
  'install.operator.istio.io/owner-generation': { on: ['Any'], until: 24, alpha: true },
  'install.operator.istio.io/version': { on: ['Any'], until: 24, alpha: true },
  'istio.io/autoRegistrationGroup': { on: ['WorkloadEntry'], alpha: true },
  'istio.io/connectedAt': { on: ['WorkloadEntry'], alpha: true },
  'istio.io/disconnectedAt': { on: ['WorkloadEntry'], alpha: true },
  'istio.io/dry-run': { on: ['AuthorizationPolicy'], alpha: true },
  'istio.io/reroute-virtual-interfaces': { on: ['Pod'], since: 25, alpha: true },
  'istio.io/rev': { on: ['Pod'], alpha: true },
  'istio.io/use-waypoint-canary-weight': {
    on: ['Namespace', 'Service', 'ServiceEntry'],
    since: 31,
    alpha: true
  },
  'istio.io/workloadController': { on: ['WorkloadEntry'], alpha: true },
  'kubernetes.io/ingress.class': { on: ['Ingress'] },
  'networking.istio.io/exportTo': { on: ['Service'], alpha: true },
  'networking.istio.io/service-type': { on: ['Gateway'], since: 24, alpha: true },
  'networking.istio.io/traffic-distribution': {
    on: ['Namespace', 'Service', 'ServiceEntry'],
    since: 24,
    alpha: true
  },
  'prometheus.istio.io/merge-metrics': { on: ['Pod'], alpha: true },
  'proxy.istio.io/config': { on: ['Pod'] },
  'proxy.istio.io/overrides': { on: ['Pod'], alpha: true },
  'readiness.status.sidecar.istio.io/applicationPorts': { on: ['Pod'], alpha: true },
  'readiness.status.sidecar.istio.io/failureThreshold': { on: ['Pod'], alpha: true },
  'readiness.status.sidecar.istio.io/initialDelaySeconds': { on: ['Pod'], alpha: true },
  'readiness.status.sidecar.istio.io/periodSeconds': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/agentLogLevel': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/bootstrapOverride': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/componentLogLevel': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/controlPlaneAuthPolicy': {
    on: ['Pod'],
    until: 24,
    deprecated: 18,
    alpha: true
  },
  'sidecar.istio.io/discoveryAddress': { on: ['Pod'], deprecated: 18, alpha: true },
  'sidecar.istio.io/enableCoreDump': { on: ['Pod'], until: 25, alpha: true },
  'sidecar.istio.io/extraStatTags': { on: ['Pod'], deprecated: 21, alpha: true },
  'sidecar.istio.io/inject': { on: ['Pod'], deprecated: 18 },
  'sidecar.istio.io/interceptionMode': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/logLevel': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/nativeSidecar': { on: ['Pod'], since: 24, alpha: true },
  'sidecar.istio.io/proxyCPU': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/proxyCPULimit': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/proxyImage': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/proxyImageType': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/proxyMemory': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/proxyMemoryLimit': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/rewriteAppHTTPProbers': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/statsCompression': { on: ['Pod'], since: 26, deprecated: 29, alpha: true },
  'sidecar.istio.io/statsEvictionInterval': { on: ['Pod'], since: 28, alpha: true },
  'sidecar.istio.io/statsFlushInterval': { on: ['Pod'], since: 28, alpha: true },
  'sidecar.istio.io/statsHistogramBins': { on: ['Pod'], since: 28, alpha: true },
  'sidecar.istio.io/statsHistogramBuckets': { on: ['Pod'], since: 19, alpha: true },
  'sidecar.istio.io/statsInclusionPrefixes': { on: ['Pod'], deprecated: 18, alpha: true },
  'sidecar.istio.io/statsInclusionRegexps': { on: ['Pod'], deprecated: 18, alpha: true },
  'sidecar.istio.io/statsInclusionSuffixes': { on: ['Pod'], deprecated: 18, alpha: true },
  'sidecar.istio.io/status': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/userVolume': { on: ['Pod'], alpha: true },
  'sidecar.istio.io/userVolumeMount': { on: ['Pod'], alpha: true },
  'status.sidecar.istio.io/port': { on: ['Pod'], alpha: true },
  'topology.istio.io/controlPlaneClusters': { on: ['Namespace'], alpha: true },
  'traffic.istio.io/nodeSelector': { on: ['Service'] },
  'traffic.sidecar.istio.io/excludeInboundPorts': { on: ['Pod'], alpha: true },
  'traffic.sidecar.istio.io/excludeInterfaces': { on: ['Pod'], alpha: true },
  'traffic.sidecar.istio.io/excludeOutboundIPRanges': { on: ['Pod'], alpha: true },
  'traffic.sidecar.istio.io/excludeOutboundPorts': { on: ['Pod'], alpha: true },
  'traffic.sidecar.istio.io/includeInboundPorts': { on: ['Pod'], alpha: true },
  'traffic.sidecar.istio.io/includeOutboundIPRanges': { on: ['Pod'], alpha: true },
  'traffic.sidecar.istio.io/includeOutboundPorts': { on: ['Pod'], alpha: true },
  'traffic.sidecar.istio.io/kubevirtInterfaces': { on: ['Pod'], deprecated: 25, alpha: true }
}

/** Written by controllers, never by people. Source: istio pkg/config/analysis/analyzers/maturity. */
const written: readonly string[] = [
  'sidecar.istio.io/status',
  'gateway.istio.io/controller-version',
  'istio.io/rev'
]

/** Whether an annotation is Istio's to judge: its prefix ends in istio.io, or it is the old class of Ingresses. */
export function isIstioAnnotation(name: string): boolean {
  if (written.includes(name)) return false
  return name === 'kubernetes.io/ingress.class' || name.split('/')[0]?.endsWith('istio.io') === true
}

/** What a minor says of an annotation; `null` where it does not know it. */
export function istioAnnotation(name: string, minor: string): IstioAnnotation | null {
  if (!Object.hasOwn(annotations, name)) return null
  const found = annotations[name]
  if (found === undefined) return null
  const number = Number(minor.split('.')[1])
  return number < (found.since ?? 0) || number >= (found.until ?? 99) ? null : found
}

export function isDeprecated({ deprecated }: IstioAnnotation, minor: string): boolean {
  return deprecated !== undefined && Number(minor.split('.')[1]) >= deprecated
}

/** Every name that some minor knows, for suggestions. */
export const istioAnnotationNames: readonly string[] = Object.keys(annotations)

/** `from 1.24 on`, `until 1.23`: the minors that know it; `null` where none does. */
export function annotationMinors(name: string): string | null {
  if (!Object.hasOwn(annotations, name)) return null
  const { since, until } = annotations[name] ?? {}
  if (since !== undefined) return `from 1.${since} on`
  return until === undefined ? 'in every minor' : `until 1.${until - 1}`
}
