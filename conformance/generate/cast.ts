import type { AreaOptions } from './area.ts'
import type { Random } from './random.ts'

export const rootNamespace = 'istio-system'

export interface Port {
  readonly name: string
  readonly number: number
  readonly targetPort: number
  readonly appProtocol?: string
}

export interface ServiceOf {
  readonly name: string
  readonly namespace: string
  readonly host: string
  readonly ports: readonly Port[]
  /** `None` for headless services. */
  readonly address: string
  readonly exportTo: readonly string[]
  readonly versions: readonly string[]
}

export interface PodOf {
  readonly name: string
  readonly namespace: string
  readonly labels: Readonly<Record<string, string>>
  readonly serviceAccount: string
  readonly address: string
}

/** Who and what there is in a world, before its Istio objects are drawn. */
export interface Cast {
  readonly namespaces: readonly string[]
  readonly services: readonly ServiceOf[]
  /** Pods behind the services. */
  readonly servers: readonly PodOf[]
  readonly clients: readonly PodOf[]
  /** Pods of classic ingress gateways. */
  readonly gateways: readonly PodOf[]
  /** Gateway objects, `NAMESPACE/NAME`. */
  readonly gatewayNames: readonly string[]
  /** Names outside the cluster. */
  readonly hosts: readonly string[]
  /** Creation times; few, so that many objects are equally old. */
  readonly times: readonly string[]
}

const namespaces = ['a', 'b', 'c', 'shop']
const serviceNames = ['reviews', 'web', 'api', 'pay', 'cart', 'db', 'users', 'mail']
const outsideHosts = [
  'shop.example.com',
  'api.example.com',
  'www.example.com',
  'example.com',
  'a.shop.example.com',
  'other.example.org'
]

const plainPorts: readonly Port[] = [
  { name: 'http', number: 80, targetPort: 8080 },
  { name: 'http-web', number: 8080, targetPort: 8080 },
  { name: 'http2', number: 9080, targetPort: 9080 },
  { name: 'grpc-api', number: 7070, targetPort: 7070 }
]

const oddPorts: readonly Port[] = [
  { name: 'web', number: 9000, targetPort: 9000 },
  { name: 'tcp', number: 5432, targetPort: 5432 },
  { name: 'https', number: 443, targetPort: 8443 },
  { name: 'tls-x', number: 8443, targetPort: 8443 },
  { name: 'mysql', number: 3306, targetPort: 3306 },
  { name: 'httpx', number: 8081, targetPort: 8081 },
  { name: 'x', number: 8082, targetPort: 8082, appProtocol: 'http' },
  { name: 'y', number: 9090, targetPort: 9090, appProtocol: 'kubernetes.io/h2c' },
  { name: 'http', number: 80, targetPort: 8080, appProtocol: 'tcp' }
]

/** Draws the actors. `size` is about the number of services. */
export function drawCast(random: Random, options: AreaOptions, size: number): Cast {
  const isTiny = size === 1
  const used = isTiny ? [random.pick(namespaces)] : [...random.some(namespaces, 2, 4)]
  const services: ServiceOf[] = []
  const servers: PodOf[] = []
  const taken = new Set<string>()
  for (let index = 0; index < Math.max(size, used.length); index++) {
    // A namespace without any Service would be taken to have those that routes name.
    const namespace = used[index] ?? random.pick(used)
    const base = random.pick(serviceNames)
    const name = taken.has(`${namespace}/${base}`) ? `${base}-${index}` : base
    taken.add(`${namespace}/${name}`)
    const versions = random.some(['v1', 'v2'], 1, isTiny ? 1 : 2)
    services.push({
      name,
      namespace,
      host: `${name}.${namespace}.svc.cluster.local`,
      ports: drawPorts(random, options),
      address: random.chance(options.oddPorts ? 0.15 : 0.05) ? 'None' : clusterAddress(index),
      exportTo: drawServiceExport(random, used),
      versions
    })
    for (const version of versions) {
      servers.push({
        name: `${name}-${version}`,
        namespace,
        labels: { app: name, version, ...sidecarLabels },
        serviceAccount: name,
        address: `10.244.${1 + Math.floor(servers.length / 200)}.${1 + (servers.length % 200)}`
      })
    }
  }
  const clients = used.map((namespace, index) => ({
    name: 'client',
    namespace,
    labels: { app: 'client', version: random.pick(['v1', 'v2']), ...sidecarLabels },
    serviceAccount: 'client',
    address: `10.244.250.${index + 1}`
  }))
  const hasGateways = !isTiny || options.asks.includes('gateway')
  const gateways = hasGateways ? [gatewayPod(rootNamespace, 0)] : []
  if (hasGateways && random.chance(0.3)) gateways.push(gatewayPod(random.pick(used), 1))
  const gatewayNames = random.times(hasGateways ? random.between(1, 3) : 0, index => {
    const namespace = random.chance(0.5) ? rootNamespace : random.pick(used)
    return `${namespace}/gw${index}`
  })
  return {
    namespaces: used,
    services,
    servers,
    clients,
    gateways,
    gatewayNames,
    hosts: random.some(outsideHosts, 3, 5),
    times: random.times(random.between(1, 4), index => `2024-01-0${index + 1}T00:00:00Z`)
  }
}

/** What injection adds to a pod, so that its endpoints are known to speak mTLS. */
const sidecarLabels = { 'security.istio.io/tlsMode': 'istio' }

function gatewayPod(namespace: string, index: number): PodOf {
  return {
    name: 'gateway',
    namespace,
    labels: { istio: 'ingressgateway', app: 'gateway' },
    serviceAccount: 'gateway',
    address: `10.244.251.${index + 1}`
  }
}

function clusterAddress(index: number): string {
  return `10.96.${1 + Math.floor(index / 200)}.${1 + (index % 200)}`
}

function drawPorts(random: Random, options: AreaOptions): readonly Port[] {
  const chosen = random.some(plainPorts, 1, 2)
  if (options.oddPorts && random.chance(0.6)) chosen.push(...random.some(oddPorts, 1, 2))
  const out: Port[] = []
  for (const port of chosen) {
    if (!out.some(other => other.number === port.number || other.name === port.name)) out.push(port)
  }
  return out
}

function drawServiceExport(random: Random, used: readonly string[]): readonly string[] {
  return random.weighted([
    [88, []],
    [4, ['*']],
    [4, ['.']],
    [2, [random.pick(used)]],
    [2, ['~']]
  ])
}
