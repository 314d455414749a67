import { type Assumption, type Certainty, type Place, worst } from '../finding.ts'
import { selects } from '../mesh/selector.ts'
import { portOf, type Service } from '../mesh/service.ts'
import type { Client } from './client.ts'
import type { Compilation } from './compilation.ts'
import type { Cluster } from './config.ts'
import type { Subset } from './destination-rule.ts'

const TYPES: Readonly<Record<Service['resolution'], Cluster['type'] | null>> = {
  static: 'eds',
  passthrough: 'original-dst',
  dns: 'strict-dns',
  'dns-round-robin': 'logical-dns',
  'dynamic-dns': 'dynamic-forward-proxy',
  alias: null
}

/** `outbound|port|subset|host` → its parts. */
export function parseCluster(
  name: string
): { readonly port: number; readonly subset: string; readonly host: string } | null {
  const parts = name.split('|')
  const [direction, port, subset, host] = parts
  if (parts.length !== 4 || direction !== 'outbound') return null
  if (subset === undefined || host === undefined) return null
  return { port: Number(port), subset, host }
}

/** A cluster that the proxy is sent; `undefined`: none of that name. Source: pilot networking/core/cluster.go buildOutboundClusters. */
export function outboundCluster(
  compilation: Compilation,
  client: Client,
  name: string
): Cluster | undefined {
  const wanted = parseCluster(name)
  if (wanted === null) return undefined
  const service = client.scope.service(wanted.host)
  const port = service === undefined ? undefined : portOf(service, wanted.port)
  if (service === undefined || port === undefined || port.protocol === 'UDP') return undefined
  const type = TYPES[service.resolution]
  if (type === null) return undefined
  const rule = compilation.destinationRule(client.namespace, client.labels, service)
  const subset = wanted.subset === '' ? undefined : rule?.subsets.get(wanted.subset)
  const assumptions: Assumption[] = [...service.assumptions]
  if (wanted.subset !== '' && subset === undefined) {
    if (!compilation.mesh.assumed.subsets.has(`${wanted.subset}|${wanted.host}`)) return undefined
    assumptions.push({
      kind: 'subset-has-endpoints',
      params: { subset: wanted.subset, host: wanted.host }
    })
  }
  const certainty: Certainty = assumptions.length === 0 ? 'certain' : worst('assumed', 'certain')
  return {
    name,
    host: wanted.host,
    subset: wanted.subset,
    port: wanted.port,
    type,
    labels: subset?.labels ?? {},
    endpoints: knownEndpoints(compilation, service, subset),
    origins: originsOf(service, port.path, subset),
    certainty,
    assumptions
  }
}

/** Names of all clusters of a proxy, in the order in which istiod makes them. */
export function* clusterNames(compilation: Compilation, client: Client): Iterable<string> {
  for (const service of client.scope.services) {
    if (TYPES[service.resolution] === null) continue
    const rule = compilation.destinationRule(client.namespace, client.labels, service)
    for (const port of service.ports) {
      if (port.protocol === 'UDP') continue
      yield `outbound|${port.number}||${service.host}`
      for (const subset of rule?.subsets.keys() ?? []) {
        yield `outbound|${port.number}|${subset}|${service.host}`
      }
    }
  }
}

/** Workloads in git that the service and the subset select; `null` where git holds none of the service's. */
function knownEndpoints(
  compilation: Compilation,
  service: Service,
  subset: Subset | undefined
): number | null {
  if (service.selector === null) return null
  const workloads = compilation.mesh.workloadsBy(service.namespace, service.selector)
  if (workloads.length === 0) return null
  return workloads.filter(({ labels }) => selects(subset?.labels ?? {}, labels)).length
}

function originsOf(
  service: Service,
  path: readonly (string | number)[],
  subset: Subset | undefined
): Place[] {
  const origins: Place[] = []
  if (service.manifest !== null) origins.push({ manifest: service.manifest, path })
  if (subset !== undefined) origins.push(subset.at)
  return origins
}
