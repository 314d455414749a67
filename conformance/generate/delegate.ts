import { drawAction } from './action.ts'
import type { Cast } from './cast.ts'
import { drawMatch, type MatchContext } from './match.ts'
import { drawExportTo, drawObject } from './metadata.ts'
import type { Random } from './random.ts'
import type { Fields, KubernetesObject } from './world.ts'

/** Roots that hand rules to delegates, some of which are missing, hidden or in conflict with their root. */
export function drawDelegates(random: Random, cast: Cast): readonly KubernetesObject[] {
  const names = random.times(random.between(2, 4), index => ({
    namespace: random.pick(cast.namespaces),
    name: `leaf${index}`
  }))
  const leaves = names.map(({ namespace, name }) =>
    drawObject(random, cast, 'VirtualService', namespace, name, {
      ...drawExportTo(random, cast, namespace),
      http: random.times(random.between(1, 3), index => ({
        name: `leaf${index}`,
        ...(random.chance(0.8) ? { match: drawLeafMatches(random, contextOf(cast)) } : {}),
        ...drawAction(random, cast, namespace)
      }))
    })
  )
  const roots = random.times(random.between(1, 3), index => {
    const namespace = random.pick(cast.namespaces)
    const bound = random.chance(0.5)
    const hosts = bound ? [random.pick(cast.hosts)] : [random.pick(cast.services).host]
    return drawObject(random, cast, 'VirtualService', namespace, `root${index}`, {
      hosts,
      ...(bound ? { gateways: random.some(cast.gatewayNames, 1, 1) } : {}),
      http: [
        ...random.times(random.between(1, 3), at => drawRootRule(random, cast, names, at)),
        { name: 'own', ...drawAction(random, cast, namespace) }
      ]
    })
  })
  return [...leaves, ...roots]
}

function contextOf(cast: Cast): MatchContext {
  return { cast, ports: [80, 8080, 9080], gateways: [], hosts: cast.hosts }
}

/** The webhook refuses sourceNamespace and the like in neither, but a name only in roots. */
function drawLeafMatches(random: Random, context: MatchContext): Fields[] {
  return random.times(random.between(1, 2), () => drawMatch(random, context))
}

function drawRootRule(
  random: Random,
  cast: Cast,
  leaves: readonly { readonly namespace: string; readonly name: string }[],
  index: number
): Fields {
  const leaf = random.pick(leaves)
  const missing = random.chance(0.1)
  const rewrite = random.chance(0.15) ? { rewrite: { uri: '/root' } } : {}
  return {
    name: `root${index}`,
    match: random.times(random.between(1, 2), () => drawRootMatch(random, cast)),
    delegate: { name: missing ? 'gone' : leaf.name, namespace: leaf.namespace },
    ...(random.chance(0.3) ? { timeout: '7s' } : {}),
    ...(random.chance(0.2) ? { headers: { request: { set: { 'x-root': '1' } } } } : {}),
    ...rewrite
  }
}

/** Roots mostly match a wide prefix, so that their leaves are not all in conflict. */
function drawRootMatch(random: Random, cast: Cast): Fields {
  if (random.chance(0.7)) {
    return {
      uri: { prefix: random.pick(['/', '/a', '/api']) },
      ...(random.chance(0.2) ? { headers: { x: { exact: 'a' } } } : {})
    }
  }
  return drawMatch(random, contextOf(cast))
}
