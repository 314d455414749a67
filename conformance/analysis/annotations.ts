import type { JsonMap } from '../../src/manifest/manifest.ts'
import type { Random } from '../generate/random.ts'

/** Annotations of Istio with values that are taken, nearly taken, or of another kind's. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'sidecar.istio.io/interceptionMode': ['REDIRECT', 'TPROXY', 'NONE', 'redirect', ''],
  'status.sidecar.istio.io/port': ['15020', '0', '65536', '-1', 'x', ' 80'],
  'readiness.status.sidecar.istio.io/initialDelaySeconds': ['1', '4294967296', '-1', '1s'],
  'readiness.status.sidecar.istio.io/failureThreshold': ['30', '', '+1'],
  'traffic.sidecar.istio.io/includeOutboundIPRanges': [
    '*',
    '10.0.0.0/8',
    '10.0.0.1',
    '10.0.0.0/8,*',
    ''
  ],
  'traffic.sidecar.istio.io/excludeOutboundIPRanges': ['*', '10.0.0.0/8, 11.0.0.0/8', ''],
  'traffic.sidecar.istio.io/includeInboundPorts': ['*', '80,443', '', '80, 443', '80,', '65536'],
  'traffic.sidecar.istio.io/excludeInboundPorts': ['*', '80', '', ','],
  'traffic.sidecar.istio.io/excludeOutboundPorts': ['80', '*', 'http'],
  'traffic.sidecar.istio.io/excludeInterfaces': ['eth0', 'eth0,eth1', ''],
  'traffic.sidecar.istio.io/kubevirtInterfaces': ['net1', 'net1,net2'],
  'prometheus.istio.io/merge-metrics': ['true', 'T', 'yes', '0', ''],
  'proxy.istio.io/config': [
    'concurrency: 2',
    'concurrency: x',
    'drainDuration: 1',
    '{',
    '',
    'foo: 1'
  ],
  'sidecar.istio.io/proxyCPU': ['100m', '1', '1x', '', '1e3', '.5'],
  'sidecar.istio.io/proxyCPULimit': ['2', '-1', 'a'],
  'sidecar.istio.io/proxyMemory': ['128Mi', '1GB', '1Gi '],
  'sidecar.istio.io/proxyMemoryLimit': ['1Gi', '0'],
  'sidecar.istio.io/inject': ['true', 'false', 'x'],
  'sidecar.istio.io/status': ['{}'],
  'sidecar.istio.io/bootstrapOverride': ['a'],
  'sidecar.istio.io/rewriteAppHTTPProbers': ['true'],
  'sidecar.istio.io/discoveryAddress': ['a:15012'],
  'sidecar.istio.io/logLevel': ['debug'],
  'sidecar.istio.io/nothing': ['a'],
  'networking.istio.io/exportTo': ['*', '.', 'pay', 'pay,shop', '~', ''],
  'networking.istio.io/traffic-distribution': ['PreferClose'],
  'networking.istio.io/service-type': ['ClusterIP'],
  'topology.istio.io/controlPlaneClusters': ['a'],
  'inject.istio.io/templates': ['sidecar'],
  'install.operator.istio.io/owner-name': ['a'],
  'galley.istio.io/analyze-suppress': ['IST9999'],
  'istio.io/rev': ['canary'],
  'istio.io/dry-run': ['true'],
  'gateway.istio.io/controller-version': ['5'],
  'kubernetes.io/ingress.class': ['istio'],
  'policy.istio.io/lang': ['a'],
  'alpha.istio.io/identity': ['a'],
  'ambient.istio.io/redirection': ['enabled', 'disabled'],
  'ambient.istio.io/bypass-inbound-capture': ['true'],
  'unknown.example.com/a': ['a'],
  'xistio.io/a': ['b'],
  'istio.io/': ['a']
}

export function annotations(random: Random, chance: number): { annotations?: JsonMap } {
  if (!random.chance(chance)) return {}
  const found: { [key: string]: string } = {}
  for (const name of random.some(Object.keys(VALUES), 1, 4))
    found[name] = random.pick(VALUES[name] ?? [''])
  return { annotations: found }
}
