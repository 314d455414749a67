import type { Cluster, UpstreamTls } from '../../src/dataplane/config.ts'
import { duration, mapOrEmpty } from '../../src/mesh/json.ts'
import type { Protocol } from '../../src/mesh/protocol.ts'
import type { CanonicalUpstream, CanonicalUpstreamTls } from './canonical.ts'

/**
 * How the engine's cluster treats its endpoints, in the words of conformance/internal/canonical/upstream.go.
 * What istiod makes of a setting elsewhere is not here: locality weights and priorities of endpoints, tunnels.
 */
export function upstreamOf(
  { policy, tls }: Cluster,
  protocol: Protocol,
  proxy: 'sidecar' | 'gateway'
): CanonicalUpstream {
  const pool = policy.connectionPool ?? {}
  const http2 = mapOrEmpty(pool.http2KeepAlive as never) // of a DestinationRule, as written
  return {
    loadBalancer: balancerOf(policy.loadBalancer),
    ...(isLocalityWeighted(policy.locality) ? { localityWeighted: true } : {}),
    ...(policy.outlierDetection === undefined
      ? {}
      : { panicThreshold: policy.outlierDetection.minHealthPercent }),
    connectTimeout: pool.connectTimeout ?? defaultConnectTimeout,
    maxConnections: pool.maxConnections,
    maxPendingRequests: pool.maxPendingRequests,
    maxRequests: pool.maxRequests,
    maxRetries: pool.maxRetries,
    retryBudget: policy.retryBudget,
    tcpKeepalive: pool.tcpKeepalive,
    idleTimeout: pool.idleTimeout,
    maxConnectionDuration: pool.maxConnectionDuration,
    maxRequestsPerConnection: pool.maxRequestsPerConnection,
    protocol: protocolOf(pool, protocol, proxy),
    maxConcurrentStreams: pool.maxConcurrentStreams,
    http2Keepalive: {
      interval: duration(http2.interval),
      timeout: duration(http2.timeout)
    },
    outlierDetection: outlierOf(policy.outlierDetection),
    proxyProtocol: policy.proxyProtocol?.version,
    tls: tlsOf(tls)
  }
}

/** Milliseconds; MeshConfig.connectTimeout (pkg/config/mesh/mesh.go). */
const defaultConnectTimeout = 10_000

/** Source: pilot networking/core/cluster_builder.go setUpstreamProtocol. */
function protocolOf(
  pool: Fields,
  port: Protocol,
  proxy: 'sidecar' | 'gateway'
): string | undefined {
  if (pool.useClientProtocol === true) return 'of the client'
  if (pool.upgradeToHttp2 === true || isHttp2Port(port)) return 'http2'
  return port === 'auto' && proxy === 'sidecar' ? 'of the client' : undefined
}

/** Source: istio pkg/config/protocol/instance.go IsHTTP2. */
function isHttp2Port(port: Protocol): boolean {
  return port === 'HTTP2' || port === 'GRPC' || port === 'GRPC-Web'
}

type Fields = Readonly<Record<string, unknown>>

/** The key of a hash stands in routes, where it is compared. */
function balancerOf({ key: _, warmup, ...rest }: Fields): Fields {
  return { ...rest, warmup: typeof warmup === 'number' ? { duration: warmup } : warmup }
}

function isLocalityWeighted(locality: Fields | undefined): boolean {
  if (locality === undefined) return false
  return (
    locality.distribute !== undefined ||
    locality.failoverPriority !== undefined ||
    locality.rules !== undefined
  )
}

function outlierOf(outlier: Fields | undefined): Fields | undefined {
  if (outlier === undefined) return undefined
  return {
    consecutive5xx: outlier.consecutive5xxErrors,
    consecutiveGateway: outlier.consecutiveGatewayErrors,
    consecutiveLocalOrigin: outlier.consecutiveLocalOriginFailures,
    splitLocalOriginErrors: outlier.splitExternalLocalOriginErrors,
    interval: outlier.interval,
    baseEjectionTime: outlier.baseEjectionTime,
    maxEjectionPercent: outlier.maxEjectionPercent
  }
}

/** Secrets as SDS names them (pilot security/model/authentication.go, pkg/security/security.go). */
function tlsOf({ mode, sni, settings = {}, autoSni, verifies }: UpstreamTls): CanonicalUpstreamTls {
  const names = settings.subjectAltNames
  const own = { mode, sni, ...(names === undefined ? {} : { names }) }
  if (mode !== 'SIMPLE' && mode !== 'MUTUAL') return own
  const { credentialName, clientCertificate, privateKey, caCertificates } = settings
  const skips = settings.insecureSkipVerify === true
  const authorities =
    credentialName === undefined
      ? `file-root:${caCertificates ?? 'system'}`
      : `${secret(credentialName)}-cacert`
  const certificate =
    credentialName === undefined
      ? `file-cert:${clientCertificate}~${privateKey}`
      : secret(credentialName)
  return {
    ...own,
    ...(mode === 'MUTUAL' ? { certificate } : {}),
    ...(skips || verifies === false ? {} : { root: authorities }),
    crl: skips ? undefined : settings.caCrl,
    autoSni: autoSni !== false && sni === undefined,
    autoNames: autoSni !== false && sni === undefined && names === undefined && !skips
  }
}

function secret(name: unknown): string {
  return `kubernetes://${name}`
}
