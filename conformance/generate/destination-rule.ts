import type { AreaOptions } from './area.ts'
import { type Cast, rootNamespace, type ServiceOf } from './cast.ts'
import { drawExportTo, drawObject } from './metadata.ts'
import type { Random } from './random.ts'
import { drawTrafficPolicy } from './traffic-policy.ts'
import type { Fields, KubernetesObject } from './world.ts'

/** DestinationRules with the subsets that routes name; contested ones where the area asks for them. */
export function drawDestinationRules(
  random: Random,
  cast: Cast,
  options: AreaOptions
): readonly KubernetesObject[] {
  const out: KubernetesObject[] = []
  for (const [index, service] of cast.services.entries()) {
    // The first services are one for each namespace: a namespace without any rule would be taken to
    // have the subsets that routes name.
    if (index >= cast.namespaces.length && !random.chance(0.65)) continue
    out.push(
      drawObject(random, cast, 'DestinationRule', service.namespace, `dr${index}`, {
        host: random.chance(0.5) ? service.host : service.name,
        ...drawTrafficPolicy(random, portsOf(service)),
        subsets: drawSubsets(random, portsOf(service))
      })
    )
  }
  if (!options.contestedDestinationRules) return out
  for (let index = 0; index < cast.services.length * 2; index++) {
    out.push(drawContested(random, cast, random.pick(cast.services), index))
  }
  return out
}

function drawContested(
  random: Random,
  cast: Cast,
  service: ServiceOf,
  index: number
): KubernetesObject {
  const namespace = random.pick([...cast.namespaces, service.namespace, rootNamespace])
  const host = random.weighted([
    [60, service.host],
    [15, `*.${service.namespace}.svc.cluster.local`],
    [10, '*.local'],
    [15, service.name]
  ])
  return drawObject(random, cast, 'DestinationRule', namespace, `contested${index}`, {
    host,
    ...(random.chance(0.15)
      ? { workloadSelector: { matchLabels: { app: 'client' } } }
      : drawExportTo(random, cast, namespace)),
    ...drawTrafficPolicy(random, portsOf(service)),
    ...(random.chance(0.7) ? { subsets: drawSubsets(random, portsOf(service)) } : {})
  })
}

function drawSubsets(random: Random, ports: readonly number[]): Fields[] {
  return random.some(['v1', 'v2', 'v3'], 1, 3).map(name => ({
    name,
    labels: random.chance(0.9) ? { version: name } : { version: 'none' },
    ...(random.chance(0.4) ? drawTrafficPolicy(random, ports) : {})
  }))
}

function portsOf({ ports }: ServiceOf): readonly number[] {
  return ports.map(({ number }) => number)
}
