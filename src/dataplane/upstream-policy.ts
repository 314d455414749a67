import type { JsonMap } from '../manifest/manifest.ts'
import type { Features } from '../mesh/features.ts'
import { duration, flag, list, map, mapOrEmpty, number, text } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { MeshConfig } from '../mesh/mesh-config.ts'
import { isHttp, type Protocol } from '../mesh/protocol.ts'
import type { UpstreamPolicy } from './config.ts'
import { hashPolicy } from './settings.ts'
import type { TrafficPolicy } from './traffic-policy.ts'

export const upstreamPolicyReads = [
  [
    'DestinationRule',
    POLICY(
      'connectionPool.tcp.{maxConnections,connectTimeout,maxConnectionDuration,idleTimeout,tcpKeepalive.{probes,time,interval}}'
    )
  ],
  [
    'DestinationRule',
    POLICY(
      'connectionPool.http.{http1MaxPendingRequests,http2MaxRequests,maxRequestsPerConnection,maxRetries,idleTimeout,h2UpgradePolicy,useClientProtocol,maxConcurrentStreams,http2KeepAlive.{interval,timeout}}'
    )
  ],
  [
    'DestinationRule',
    POLICY(
      'outlierDetection.{consecutiveErrors,consecutive5xxErrors,consecutiveGatewayErrors,consecutiveLocalOriginFailures,splitExternalLocalOriginErrors,interval,baseEjectionTime,maxEjectionPercent,minHealthPercent}'
    )
  ],
  [
    'DestinationRule',
    POLICY('loadBalancer.{simple,warmupDurationSecs,warmup.{duration,minimumPercent,aggression}}')
  ],
  [
    'DestinationRule',
    POLICY(
      'loadBalancer.consistentHash.{httpHeaderName,httpCookie.{name,path,ttl,attributes[].{name,value}},useSourceIp,httpQueryParameterName,minimumRingSize,ringHash.minimumRingSize,maglev.tableSize}'
    )
  ],
  [
    'DestinationRule',
    POLICY(
      'loadBalancer.localityLbSetting.{enabled,failoverPriority[],failover[].{from,to},distribute[].{from,to.*}}'
    )
  ],
  [
    'DestinationRule',
    'spec.{trafficPolicy,subsets[].trafficPolicy}.{proxyProtocol.version,tunnel.{protocol,targetHost,targetPort},retryBudget.{percent.value,percent,minRetryConcurrency,budgetInterval}}'
  ],
  [
    'DestinationRule',
    'spec.{trafficPolicy,subsets[].trafficPolicy}.portLevelSettings[].port.number'
  ]
] as const

function POLICY(block: string): string {
  return `spec.{trafficPolicy,subsets[].trafficPolicy}.{${block},portLevelSettings[].${block}}`
}

/**
 * A cluster's policy with Istio's defaults filled in and everything that means nothing left out, so that
 * equal behaviour is equal JSON. Durations are milliseconds. `sniffs`: the proxy finds out what a port of
 * unknown protocol speaks.
 * Source: pilot networking/core/cluster_traffic_policy.go.
 */
export function upstreamPolicy(
  policy: TrafficPolicy,
  protocol: Protocol,
  { config, features }: Pick<Mesh, 'config' | 'features'>,
  sniffs: boolean
): UpstreamPolicy {
  const outlierDetection = outlier(policy.outlierDetection)
  return withoutEmpty({
    loadBalancer: loadBalancer(policy.loadBalancer),
    connectionPool: connectionPool(policy.connectionPool ?? {}, protocol, config, sniffs),
    outlierDetection,
    locality: locality(policy.loadBalancer, config, outlierDetection !== undefined),
    proxyProtocol:
      policy.proxyProtocol === undefined
        ? undefined
        : { version: text(policy.proxyProtocol.version) ?? 'V1' },
    tunnel: policy.tunnel === undefined ? undefined : { ...policy.tunnel },
    retryBudget: retryBudget(policy.retryBudget, features)
  })
}

function withoutEmpty(
  parts: Readonly<Record<keyof UpstreamPolicy, Readonly<Record<string, unknown>> | undefined>>
): UpstreamPolicy {
  const result: Record<string, unknown> = { loadBalancer: parts.loadBalancer ?? {} }
  for (const [name, part] of Object.entries(parts)) {
    if (part !== undefined && Object.keys(part).length > 0) result[name] = part
  }
  return result as unknown as UpstreamPolicy // the members are those of UpstreamPolicy, by the parameter's type
}

type Fields = Record<string, unknown>

function put(into: Fields, name: string, value: unknown): void {
  if (value !== undefined) into[name] = value
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined
}

function connectionPool(
  pool: JsonMap,
  protocol: Protocol,
  config: MeshConfig,
  sniffs: boolean
): Fields {
  const tcp = mapOrEmpty(pool.tcp)
  const http = mapOrEmpty(pool.http)
  const result: Fields = {}
  put(result, 'maxConnections', positive(tcp.maxConnections))
  put(result, 'connectTimeout', duration(tcp.connectTimeout) ?? duration(config.raw.connectTimeout))
  put(result, 'maxConnectionDuration', duration(tcp.maxConnectionDuration))
  put(result, 'idleTimeout', duration(http.idleTimeout) ?? duration(tcp.idleTimeout))
  const keepalive = map(tcp.tcpKeepalive)
  if (keepalive !== undefined) {
    const { probes, time, interval } = keepalive
    const alive: Fields = {}
    put(alive, 'probes', number(probes))
    put(alive, 'time', duration(time))
    put(alive, 'interval', duration(interval))
    result.tcpKeepalive = alive
  }
  put(result, 'maxPendingRequests', positive(http.http1MaxPendingRequests))
  put(result, 'maxRequests', positive(http.http2MaxRequests))
  put(result, 'maxRetries', positive(http.maxRetries))
  put(result, 'maxRequestsPerConnection', positive(http.maxRequestsPerConnection))
  const http2 = isHttp2(http, protocol, config, sniffs)
  if (http2 && !isHttp2Port(protocol)) result.upgradeToHttp2 = true
  if (!http2 && protocol !== 'HTTP' && isHttp(protocol)) result.http2 = false
  // The client's protocol takes the place of HTTP/2 and of its settings (cluster_builder.go setUseDownstreamProtocol).
  if (http2 && flag(http.useClientProtocol) !== true) {
    put(result, 'maxConcurrentStreams', positive(http.maxConcurrentStreams))
    const alive = map(http.http2KeepAlive)
    if (alive !== undefined) result.http2KeepAlive = { ...alive }
  }
  if (flag(http.useClientProtocol) === true) result.useClientProtocol = true
  return result
}

/**
 * Where sidecars find the protocol out, connections take that of the client, whatever is written.
 * Source: cluster_traffic_policy.go shouldH2Upgrade, cluster_builder.go setUpstreamProtocol, setH2Options.
 */
function isHttp2(http: JsonMap, protocol: Protocol, config: MeshConfig, sniffs: boolean): boolean {
  if (isHttp2Port(protocol)) return true
  if (flag(http.useClientProtocol) === true) return false
  const own = text(http.h2UpgradePolicy)
  if (own === 'UPGRADE') return isHttp(protocol) || (protocol === 'auto' && !sniffs)
  if (own === 'DO_NOT_UPGRADE' || !isHttp(protocol)) return false
  return text(config.raw.h2UpgradePolicy) === 'UPGRADE'
}

/** Source: istio pkg/config/protocol/instance.go IsHTTP2. */
function isHttp2Port(protocol: Protocol): boolean {
  return protocol === 'HTTP2' || protocol === 'GRPC' || protocol === 'GRPC-Web'
}

function outlier(fields: JsonMap | undefined): Fields | undefined {
  if (fields === undefined) return undefined
  const result: Fields = { minHealthPercent: number(fields.minHealthPercent) ?? 0 }
  put(result, 'consecutive5xxErrors', number(fields.consecutive5xxErrors))
  put(result, 'consecutiveGatewayErrors', number(fields.consecutiveGatewayErrors))
  put(result, 'interval', duration(fields.interval))
  put(result, 'baseEjectionTime', duration(fields.baseEjectionTime))
  put(result, 'maxEjectionPercent', positive(fields.maxEjectionPercent))
  if (flag(fields.splitExternalLocalOriginErrors) === true) {
    result.splitExternalLocalOriginErrors = true
    put(result, 'consecutiveLocalOriginFailures', positive(fields.consecutiveLocalOriginFailures))
  }
  return result
}

function loadBalancer(fields: JsonMap | undefined): Fields {
  const simple = text(fields?.simple)
  const hash = map(fields?.consistentHash)
  if (hash !== undefined) return consistentHash(hash)
  const result: Fields = { policy: simpleName(simple) }
  if (fields === undefined || result.policy === 'RANDOM' || result.policy === 'PASSTHROUGH') {
    return result
  }
  const warmup = map(fields.warmup)
  if (warmup !== undefined) {
    result.warmup = {
      duration: duration(warmup.duration),
      aggression: number(warmup.aggression) ?? 1,
      minimumPercent: number(warmup.minimumPercent) ?? 10
    }
  } else put(result, 'warmup', duration(fields.warmupDurationSecs))
  return result
}

function simpleName(simple: string | undefined): string {
  if (simple === 'ROUND_ROBIN' || simple === 'RANDOM' || simple === 'PASSTHROUGH') return simple
  return 'LEAST_REQUEST'
}

function consistentHash(hash: JsonMap): Fields {
  const maglev = map(hash.maglev)
  const ring = map(hash.ringHash)
  const result: Fields = { policy: maglev === undefined ? 'RING_HASH' : 'MAGLEV' }
  put(result, 'key', hashPolicy(hash))
  if (maglev !== undefined) put(result, 'tableSize', positive(maglev.tableSize))
  else if (ring !== undefined) put(result, 'minimumRingSize', positive(ring.minimumRingSize))
  else result.minimumRingSize = positive(hash.minimumRingSize) ?? 1024
  return result
}

/** Failover between localities needs outlier detection; distribution does not. */
function locality(
  balancer: JsonMap | undefined,
  config: MeshConfig,
  ejects: boolean
): Fields | undefined {
  const setting = map(balancer?.localityLbSetting) ?? map(config.raw.localityLbSetting)
  if (flag(setting?.enabled) === false) return { enabled: false }
  const distribute = list(setting?.distribute)
  if (distribute.length > 0) return { distribute }
  if (!ejects) return undefined
  const result: Fields = { failover: true }
  const order = list(setting?.failoverPriority)
  if (order.length > 0) result.failoverPriority = order
  const rules = list(setting?.failover)
  if (rules.length > 0) result.rules = rules
  return result
}

/** A percentage that is left out was read as 20 of ten thousand. Source: release notes 1.30. */
function retryBudget(fields: JsonMap | undefined, features: Features): Fields | undefined {
  if (fields === undefined) return undefined
  const percent = number(mapOrEmpty(fields.percent).value) ?? number(fields.percent)
  const interval = duration(fields.budgetInterval)
  return {
    percent: percent ?? (features.has('retry-budget-default') ? 20 : 0.2),
    minRetryConcurrency: positive(fields.minRetryConcurrency) ?? 3,
    ...(interval === undefined ? {} : { interval })
  }
}
