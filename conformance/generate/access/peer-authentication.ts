import { type Cast, rootNamespace } from '../cast.ts'
import { drawObject } from '../metadata.ts'
import type { Random } from '../random.ts'
import type { Fields, KubernetesObject } from '../world.ts'
import type { Literals } from './literals.ts'

/** PeerAuthentications on every level, often several on one, of few ages. */
export function drawPeerAuthentications(
  random: Random,
  cast: Cast,
  literals: Literals
): readonly KubernetesObject[] {
  const out: KubernetesObject[] = []
  const add = (namespace: string, spec: Fields): void => {
    const name = `peer${out.length}`
    out.push(securityObject(drawObject(random, cast, 'PeerAuthentication', namespace, name, spec)))
  }
  for (const namespace of [rootNamespace, ...cast.namespaces]) {
    for (let count = drawCount(random); count > 0; count--) add(namespace, drawMode(random, 'mtls'))
    for (let count = drawCount(random); count > 0; count--) {
      const ports = random.some([...literals.ports, '7777'], 0, 3)
      const selector = { matchLabels: drawSelector(random, cast) }
      const levels = ports.map(port => [port, mapOfMode(random)] as const)
      add(namespace, {
        selector,
        ...drawMode(random, 'mtls'),
        ...(levels.length === 0 ? {} : { portLevelMtls: Object.fromEntries(levels) })
      })
    }
  }
  return out
}

/** The kinds of this group live under another API group than drawObject's. */
export function securityObject(object: KubernetesObject): KubernetesObject {
  return { ...object, apiVersion: 'security.istio.io/v1' }
}

/** Labels of pods that are there, mostly. */
export function drawSelector(random: Random, cast: Cast): Readonly<Record<string, string>> {
  const service = random.pick(cast.services)
  return random.weighted<Readonly<Record<string, string>>>([
    [60, { app: service.name }],
    [20, { version: random.pick(['v1', 'v2']) }],
    [12, { app: service.name, version: random.pick(['v1', 'v2']) }],
    [8, { app: 'nobody' }]
  ])
}

function drawCount(random: Random): number {
  return random.weighted([
    [55, 0],
    [30, 1],
    [15, 2]
  ])
}

function drawMode(random: Random, field: string): Fields {
  if (random.chance(0.15)) return {}
  return { [field]: mapOfMode(random) }
}

function mapOfMode(random: Random): Fields {
  return random.weighted<Fields>([
    [35, { mode: 'STRICT' }],
    [25, { mode: 'PERMISSIVE' }],
    [25, { mode: 'DISABLE' }],
    [10, { mode: 'UNSET' }],
    [5, {}]
  ])
}
