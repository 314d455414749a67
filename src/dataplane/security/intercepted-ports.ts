import type { Workload } from '../../mesh/workload.ts'

const INCLUDE = 'traffic.sidecar.istio.io/includeInboundPorts'
const EXCLUDE = 'traffic.sidecar.istio.io/excludeInboundPorts'

/**
 * Ports that redirection leaves to the application: what arrives there meets no policy.
 * Source: istio pkg/kube/inject, tools/istio-iptables.
 */
export function bypassesProxy({ annotations }: Workload, port: number): boolean {
  const included = annotations[INCLUDE]
  if (included !== undefined && included.trim() !== '*') return !portsOf(included).includes(port)
  return portsOf(annotations[EXCLUDE] ?? '').includes(port)
}

function portsOf(text: string): readonly number[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => /^\d+$/.test(part))
    .map(Number)
}
