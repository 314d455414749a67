import type { Json, JsonMap } from '../../src/manifest/manifest.ts'
import type { Random } from '../generate/random.ts'

/** Few names of everything, so that objects meet: what nobody else names shows nothing. */

export const NAMESPACES = ['shop', 'pay', 'edge', 'istio-system'] as const
export const APPS = ['cart', 'web', 'db'] as const
export const REVISIONS = ['canary', 'stable'] as const

export function namespaceOf(random: Random): string {
  return random.weighted([
    [5, 'shop'],
    [3, 'pay'],
    [2, 'edge'],
    [2, 'istio-system']
  ])
}

/** A namespace as others name it: now and then one that nobody has. */
export function namedNamespace(random: Random): string {
  return random.chance(0.15) ? 'gone' : random.pick(NAMESPACES)
}

/** A destination: mostly a Service of the world, in one of the ways to write it. */
export function destinationHost(random: Random): string {
  const app = random.chance(0.1) ? 'gone' : random.pick(APPS)
  return random.weighted([
    [6, app],
    [1, `${app}.${random.pick(NAMESPACES)}`],
    [3, `${app}.${random.pick(NAMESPACES)}.svc.cluster.local`],
    [3, random.pick(['example.com', 'api.example.com', 'db.example.org'])],
    [1, random.pick(['*.example.com', 'deep.api.example.com', 'localhost', '*', '10.0.0.1'])]
  ])
}

/** A host that clients ask for. */
export function publicHost(random: Random): string {
  return random.weighted([
    [4, random.pick(['example.com', 'api.example.com', 'db.example.org'])],
    [2, random.pick(['*.example.com', '*.example.org'])],
    [1, '*'],
    [1, destinationHost(random)]
  ])
}

export function port(random: Random): number {
  return random.pick([80, 443, 8080, 9080, 3306, 15443])
}

export function labels(random: Random): { [key: string]: string } {
  const found: { [key: string]: string } = {}
  if (random.chance(0.8)) found.app = random.pick(APPS)
  if (random.chance(0.4)) found.version = random.pick(['v1', 'v2'])
  if (random.chance(0.3)) found.istio = random.pick(['ingressgateway', 'egressgateway'])
  return found
}

/** What is asked of labels: fewer of them than a pod has, and now and then none. */
export function selector(random: Random): { [key: string]: string } {
  const found: { [key: string]: string } = {}
  if (random.chance(0.6)) found.app = random.chance(0.1) ? 'gone' : random.pick(APPS)
  if (random.chance(0.25)) found.version = random.pick(['v1', 'v2', 'v3'])
  if (random.chance(0.1)) found.istio = 'ingressgateway'
  return found
}

export function exportTo(random: Random): readonly string[] {
  return random.weighted<readonly string[]>([
    [2, ['.']],
    [2, ['*']],
    [2, [random.pick(NAMESPACES)]],
    [1, [...random.some(NAMESPACES, 2, 3)]],
    [1, ['.', random.pick(NAMESPACES)]]
  ])
}

export interface Meta {
  readonly name: string
  readonly namespace?: string
  readonly labels?: JsonMap
  readonly annotations?: JsonMap
}

export function object(
  apiVersion: string,
  kind: string,
  metadata: Meta,
  rest: Readonly<Record<string, Json>>
): JsonMap {
  const { name, namespace, labels: own, annotations } = metadata
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      ...(own !== undefined && { labels: own }),
      ...(annotations !== undefined && { annotations })
    },
    ...rest
  }
}

/** Some of the fields that are given: each with its chance. */
export function fields(
  random: Random,
  all: Readonly<Record<string, readonly [chance: number, value: () => Json]>>
): { [key: string]: Json } {
  const found: { [key: string]: Json } = {}
  for (const [name, [chance, value]] of Object.entries(all)) {
    if (random.chance(chance)) found[name] = value()
  }
  return found
}
