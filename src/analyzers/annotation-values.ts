import ipaddr from 'ipaddr.js'
import { proxyConfigProblem } from './proxy-config-annotation.ts'

/**
 * What the injector asks of the values of its annotations: what is wrong, or `null`.
 * Source: istio pkg/kube/inject/validate.go.
 */
const values: Readonly<Record<string, (value: string) => string | null>> = {
  'sidecar.istio.io/interceptionMode': value =>
    ['REDIRECT', 'TPROXY', 'NONE'].includes(value) ? null : 'it has to be REDIRECT, TPROXY or NONE',
  'status.sidecar.istio.io/port': value =>
    isPort(value) ? null : 'it has to be a port number from 0 to 65535',
  'readiness.status.sidecar.istio.io/initialDelaySeconds': seconds,
  'readiness.status.sidecar.istio.io/periodSeconds': seconds,
  'readiness.status.sidecar.istio.io/failureThreshold': seconds,
  'traffic.sidecar.istio.io/includeOutboundIPRanges': value =>
    value === '*' ? null : networks(value),
  'traffic.sidecar.istio.io/excludeOutboundIPRanges': networks,
  'traffic.sidecar.istio.io/includeInboundPorts': value => (value === '*' ? null : ports(value)),
  'traffic.sidecar.istio.io/excludeInboundPorts': ports,
  'traffic.sidecar.istio.io/excludeOutboundPorts': ports,
  'traffic.sidecar.istio.io/excludeInterfaces': interfaces,
  'traffic.sidecar.istio.io/kubevirtInterfaces': interfaces,
  'proxy.istio.io/config': proxyConfigProblem,
  'istio.io/reroute-virtual-interfaces': interfaces,
  'prometheus.istio.io/merge-metrics': value =>
    /^(?:1|t|T|true|TRUE|True|0|f|F|false|FALSE|False)$/.test(value)
      ? null
      : 'it has to be true or false',
  'sidecar.istio.io/proxyCPU': quantity,
  'sidecar.istio.io/proxyMemory': quantity,
  'sidecar.istio.io/proxyCPULimit': quantity,
  'sidecar.istio.io/proxyMemoryLimit': quantity
}

/** What is wrong with the value of an annotation, as a clause; `null` where nothing is, or nothing is known of it. */
export function annotationProblem(name: string, value: string): string | null {
  return Object.hasOwn(values, name) ? (values[name]?.(value) ?? null) : null
}

function seconds(value: string): string | null {
  const right = /^\d+$/.test(value) && Number(value) < 2 ** 32
  return right ? null : 'it has to be a whole number from 0 on'
}

function isPort(value: string): boolean {
  return /^\d+$/.test(value.trim()) && Number(value) < 2 ** 16
}

function ports(value: string): string | null {
  if (value.trim() === '') return null
  const wrong = value.split(',').find(port => !isPort(port))
  return wrong === undefined ? null : `"${wrong}" is no port number`
}

function networks(value: string): string | null {
  if (value === '') return null
  const wrong = value.split(',').find(network => !ipaddr.isValidCIDR(network))
  return wrong === undefined ? null : `"${wrong}" is no network in CIDR form, such as 10.0.0.0/8`
}

/** At most 15 characters, a letter first. Source: istio pkg/util/net ValidateInterfaceNames. */
function interfaces(value: string): string | null {
  if (value === '') return null
  const names = value.split(',').map(name => name.trim())
  const wrong = names.find(name => !/^[a-zA-Z][a-zA-Z0-9_.-]{0,14}$/.test(name))
  return wrong === undefined ? null : `"${wrong}" is no name of a network interface`
}

function quantity(value: string): string | null {
  const right = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/.test(value)
  return right ? null : 'it has to be a quantity of Kubernetes, such as 100m or 128Mi'
}
