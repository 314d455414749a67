import { drawAccessWorld } from './access/world.ts'
import { type Area, type AreaOptions, areas } from './area.ts'
import { type Cast, drawCast } from './cast.ts'
import { clusterObjects } from './cluster.ts'
import { drawDelegates } from './delegate.ts'
import { drawDestinationRules } from './destination-rule.ts'
import { drawFlags } from './flags.ts'
import { drawGateways } from './gateway.ts'
import { Random } from './random.ts'
import { drawRequests } from './requests.ts'
import { anchorEntry, drawServiceEntries } from './service-entry.ts'
import { drawSidecars } from './sidecar.ts'
import { type Binding, drawVirtualService } from './virtual-service.ts'
import type { Fields, KubernetesObject, ProxyOf, World } from './world.ts'

export interface Order {
  readonly area: Area
  /** The run's seed; with `index` it determines the world. */
  readonly seed: string
  readonly index: number
  /** Requests of the world. */
  readonly requests: number
}

/** The most objects of a world. */
const largest = 500

/** Draws one world: most are small, some hold hundreds of objects, at least 6 and at most 500. */
export function generateWorld(order: Order): World {
  const name = `${order.area}/${order.seed}/${order.index}`
  const random = new Random(name)
  const options = areas[order.area]
  if (options.access) {
    return { name, area: order.area, ...drawAccessWorld(random, options, order.requests) }
  }
  const services = random.weighted<number>([
    [8, 1],
    [63, random.between(2, 6)],
    [25, random.between(6, 15)],
    [3, random.between(30, 80)],
    [1, random.between(90, 120)]
  ])
  const cast = drawCast(random, options, services)
  const cluster = clusterObjects(cast)
  const drawn = drawIstioObjects(random, cast, options)
  const objects = cut([...cluster, anchorEntry(), ...random.shuffle(drawn)])
  return {
    name,
    area: order.area,
    flags: drawFlags(random),
    meshConfig: drawMeshConfig(random, options),
    objects,
    proxies: proxiesOf(cast, options),
    requests: drawRequests(random, cast, objects, options, order.requests)
  }
}

/** The largest worlds are cut; requests to gateways need a Gateway in what stays. */
function cut(all: readonly KubernetesObject[]): readonly KubernetesObject[] {
  const kept = all.slice(0, largest)
  const isGateway = ({ kind }: KubernetesObject): boolean => kind === 'Gateway'
  const lost = all.slice(largest).find(isGateway)
  return lost === undefined || kept.some(isGateway) ? kept : [...kept.slice(0, -1), lost]
}

function drawIstioObjects(random: Random, cast: Cast, options: AreaOptions): KubernetesObject[] {
  const out: KubernetesObject[] = []
  const atGateways = options.asks.includes('gateway')
  const isTiny = cast.services.length === 1
  const count = Math.max(isTiny ? 1 : 2, Math.round(cast.services.length * (0.6 + random.next())))
  for (let index = 0; index < count; index++) {
    const binding = cast.gatewayNames.length === 0 ? 'mesh' : drawBinding(random, atGateways)
    out.push(drawVirtualService(random, cast, `vs${index}`, binding))
  }
  if (atGateways || random.chance(0.2)) out.push(...drawGateways(random, cast))
  out.push(...drawDestinationRules(random, cast, options))
  if (options.scopes) out.push(...drawSidecars(random, cast))
  if (options.delegates) out.push(...drawDelegates(random, cast))
  if (options.serviceEntries) out.push(...drawServiceEntries(random, cast))
  return out
}

function drawBinding(random: Random, atGateways: boolean): Binding {
  if (!atGateways) {
    return random.weighted<Binding>([
      [85, 'mesh'],
      [10, 'both'],
      [5, 'gateway']
    ])
  }
  return random.weighted<Binding>([
    [15, 'mesh'],
    [25, 'both'],
    [60, 'gateway']
  ])
}

function drawMeshConfig(random: Random, options: AreaOptions): Fields {
  const out: Record<string, Fields[string]> = {}
  if (options.scopes && random.chance(0.3)) out.outboundTrafficPolicy = { mode: 'REGISTRY_ONLY' }
  if (random.chance(0.04)) out.defaultVirtualServiceExportTo = ['.']
  if (random.chance(0.04)) out.defaultServiceExportTo = ['.']
  if (random.chance(0.04)) out.defaultHttpRetryPolicy = { attempts: 5, retryOn: 'gateway-error' }
  return out
}

/** Proxies whose whole configuration is compared: one client a namespace, one server, the gateways. */
function proxiesOf(cast: Cast, options: AreaOptions): readonly ProxyOf[] {
  const out: ProxyOf[] = []
  if (options.asks.includes('sidecar')) {
    for (const pod of [...cast.clients, ...cast.servers.slice(0, 1)]) {
      out.push({ type: 'sidecar', pod: `${pod.namespace}/${pod.name}` })
    }
  }
  if (options.asks.includes('gateway')) {
    for (const pod of cast.gateways)
      out.push({ type: 'gateway', pod: `${pod.namespace}/${pod.name}` })
  }
  return out
}
