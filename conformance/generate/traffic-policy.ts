import type { Random } from './random.ts'
import type { Fields } from './world.ts'

/** A traffic policy of a DestinationRule or a subset, often none; `ports` may have entries of their own. */
export function drawTrafficPolicy(random: Random, ports: readonly number[]): Fields {
  if (!random.chance(0.45)) return {}
  const policy = drawBlocks(random)
  if (ports.length === 0 || random.chance(0.75)) return { trafficPolicy: policy }
  const entries = random.some([...ports], 1, 2).map(number => ({
    port: { number },
    ...drawBlocks(random)
  }))
  const top = random.chance(0.5) ? policy : {}
  const whole = random.chance(0.1) ? { proxyProtocol: { version: 'V2' } } : {}
  return { trafficPolicy: { ...top, ...whole, portLevelSettings: entries } }
}

/** The blocks that a level and a port entry alike may have. */
function drawBlocks(random: Random): Fields {
  return {
    ...(random.chance(0.7) ? { loadBalancer: drawLoadBalancer(random) } : {}),
    ...(random.chance(0.3) ? { connectionPool: drawPool(random) } : {}),
    ...(random.chance(0.25) ? { outlierDetection: drawOutliers(random) } : {}),
    ...(random.chance(0.25) ? { tls: drawTls(random) } : {})
  }
}

function drawLoadBalancer(random: Random): Fields {
  const balancer = random.weighted<Fields>([
    [25, { simple: random.pick(['ROUND_ROBIN', 'LEAST_REQUEST', 'RANDOM', 'UNSPECIFIED']) }],
    [55, { consistentHash: drawHash(random) }],
    [
      10,
      { simple: 'ROUND_ROBIN', warmup: { duration: '30s', aggression: 1.5, minimumPercent: 5 } }
    ],
    [10, { simple: 'LEAST_REQUEST', warmupDurationSecs: '20s' }]
  ])
  if (!random.chance(0.15)) return balancer
  const localityLbSetting = random.pick<Fields>([
    { enabled: false },
    { failoverPriority: ['topology.kubernetes.io/region'] },
    { failover: [{ from: 'east', to: 'west' }] },
    { distribute: [{ from: 'east/*', to: { 'east/*': 80, 'west/*': 20 } }] }
  ])
  return { ...balancer, localityLbSetting }
}

function drawHash(random: Random): Fields {
  const key = random.pick<Fields>([
    { httpHeaderName: random.pick(['x-user', 'X-Mixed']) },
    { httpCookie: { name: 'session', ttl: random.pick(['60s', '0s']) } },
    { httpCookie: { name: 'session', ttl: '0.5s', path: '/a' } },
    { useSourceIp: true },
    { httpQueryParameterName: 'user' }
  ])
  const size = random.weighted<Fields>([
    [60, {}],
    [10, { minimumRingSize: 2048 }],
    [15, { ringHash: random.chance(0.5) ? { minimumRingSize: 512 } : {} }],
    [15, { maglev: random.chance(0.5) ? { tableSize: 65537 } : {} }]
  ])
  return { ...key, ...size }
}

function drawPool(random: Random): Fields {
  const tcp: Fields = someOf(
    random,
    [
      { maxConnections: random.pick([1, 100]) },
      { connectTimeout: random.pick(['1s', '0.25s']) },
      { idleTimeout: '90s' },
      { maxConnectionDuration: '10m' },
      { tcpKeepalive: random.pick<Fields>([{}, { probes: 3, time: '7200s', interval: '75s' }]) }
    ],
    0,
    3
  )
  const http: Fields = someOf(
    random,
    [
      { http1MaxPendingRequests: 10 },
      { http2MaxRequests: 20 },
      { maxRequestsPerConnection: random.pick([0, 1]) },
      { maxRetries: 4 },
      { idleTimeout: '30s' },
      { h2UpgradePolicy: random.pick(['UPGRADE', 'DO_NOT_UPGRADE', 'DEFAULT']) },
      { useClientProtocol: true },
      { maxConcurrentStreams: 50 }
    ],
    0,
    3
  )
  return {
    ...(Object.keys(tcp).length > 0 ? { tcp } : {}),
    ...(Object.keys(http).length > 0 ? { http } : {})
  }
}

function drawOutliers(random: Random): Fields {
  return someOf(
    random,
    [
      { consecutive5xxErrors: random.pick([0, 7]) },
      { consecutiveGatewayErrors: random.pick([0, 3]) },
      { splitExternalLocalOriginErrors: true, consecutiveLocalOriginFailures: 4 },
      { interval: '5s' },
      { baseEjectionTime: '30s' },
      { maxEjectionPercent: random.pick([0, 50]) },
      { minHealthPercent: random.pick([0, 30]) }
    ],
    0,
    4
  )
}

function drawTls(random: Random): Fields {
  return random.pick<Fields>([
    { mode: 'DISABLE' },
    { mode: 'ISTIO_MUTUAL' },
    { mode: 'ISTIO_MUTUAL', sni: 'own.example.com' },
    { mode: 'SIMPLE' },
    { mode: 'SIMPLE', sni: 'own.example.com', subjectAltNames: ['b.example.com', 'a.example.com'] },
    { mode: 'SIMPLE', caCertificates: '/etc/ca.pem', insecureSkipVerify: random.chance(0.5) },
    { mode: 'SIMPLE', credentialName: 'authorities' },
    {
      mode: 'MUTUAL',
      clientCertificate: '/etc/cert.pem',
      privateKey: '/etc/key.pem',
      caCertificates: '/etc/ca.pem'
    }
  ])
}

function someOf(random: Random, all: readonly Fields[], least: number, most: number): Fields {
  return Object.assign({}, ...random.some(all, least, most))
}
