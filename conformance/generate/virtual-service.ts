import { drawAction } from './action.ts'
import type { Cast } from './cast.ts'
import { drawMatch, type MatchContext } from './match.ts'
import { drawExportTo, drawObject } from './metadata.ts'
import type { Random } from './random.ts'
import type { Fields, KubernetesObject } from './world.ts'

/** Where a VirtualService is bound: sidecars, gateways, or both. */
export type Binding = 'mesh' | 'gateway' | 'both'

/** One VirtualService with HTTP routes. */
export function drawVirtualService(
  random: Random,
  cast: Cast,
  name: string,
  binding: Binding
): KubernetesObject {
  const namespace = random.pick(cast.namespaces)
  const hosts = drawHosts(random, cast, namespace, binding)
  const gateways = drawGateways(random, cast, namespace, binding)
  const context: MatchContext = {
    cast,
    ports: binding === 'mesh' ? [80, 8080, 9080] : [80, 443, 8080],
    gateways: gateways.length === 0 ? ['mesh'] : gateways,
    hosts
  }
  return drawObject(random, cast, 'VirtualService', namespace, name, {
    hosts,
    ...(gateways.length === 0 ? {} : { gateways }),
    ...drawExportTo(random, cast, namespace),
    http: drawRoutes(random, context, namespace)
  })
}

/** HTTP routes: mostly with matches, the last one often without. */
export function drawRoutes(random: Random, context: MatchContext, namespace: string): Fields[] {
  const count = random.between(1, 5)
  return random.times(count, index => {
    const bare = index === count - 1 ? random.chance(0.55) : random.chance(0.06)
    return {
      ...(random.chance(0.7) ? { name: `r${index}` } : {}),
      ...(bare
        ? {}
        : { match: random.times(random.between(1, 3), () => drawMatch(random, context)) }),
      ...drawAction(random, context.cast, namespace)
    }
  })
}

function drawHosts(random: Random, cast: Cast, namespace: string, binding: Binding): string[] {
  const out: string[] = []
  const count = random.weighted([
    [60, 1],
    [28, 2],
    [12, 3]
  ])
  for (let index = 0; index < count; index++) {
    const outside = binding === 'gateway' || (binding === 'both' && random.chance(0.6))
    const host = outside
      ? drawOutsideHost(random, cast, binding)
      : drawMeshHost(random, cast, namespace)
    if (!out.some(other => overlap(other, host))) out.push(host)
  }
  return out
}

/** The webhook refuses hosts of one VirtualService that cover each other. */
function overlap(a: string, b: string): boolean {
  const covers = (wide: string, narrow: string) =>
    wide.startsWith('*') && narrow.endsWith(wide.slice(1))
  return a === b || covers(a, b) || covers(b, a)
}

function drawMeshHost(random: Random, cast: Cast, namespace: string): string {
  const service = random.pick(cast.services)
  const own = cast.services.filter(each => each.namespace === namespace)
  return random.weighted([
    [42, service.host],
    [own.length > 0 ? 26 : 0, own.length > 0 ? random.pick(own).name : service.host],
    [6, `*.${service.namespace}.svc.cluster.local`],
    [3, '*.svc.cluster.local'],
    [3, '*.local'],
    [4, `${service.name}.${service.namespace}`],
    [8, random.pick(cast.hosts)],
    [4, '*.example.com'],
    [4, random.pick([service.name, 'elsewhere'])]
  ])
}

function drawOutsideHost(random: Random, cast: Cast, binding: Binding): string {
  return random.weighted([
    [70, random.pick(cast.hosts)],
    [14, '*.example.com'],
    [6, '*.com'],
    [binding === 'gateway' ? 10 : 0, '*'],
    [4, random.pick(cast.services).host]
  ])
}

function drawGateways(random: Random, cast: Cast, namespace: string, binding: Binding): string[] {
  if (binding === 'mesh') return random.chance(0.8) ? [] : ['mesh']
  const named = random.some(cast.gatewayNames, 1, 2).map(full => {
    const [where, name] = full.split('/')
    return where === namespace && name !== undefined && random.chance(0.7) ? name : full
  })
  return binding === 'both' ? ['mesh', ...named] : named
}
