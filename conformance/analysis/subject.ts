import type { Json, JsonMap } from '../../src/manifest/manifest.ts'
import { isMap } from '../../src/manifest/map.ts'
import { qualify } from '../../src/mesh/host.ts'
import { list, mapOrEmpty, text, textMap, texts } from '../../src/mesh/json.ts'
import { selects } from '../../src/mesh/selector.ts'
import type { AnalysisWorld } from './world.ts'

/** An object of a world that a difference is about. */
export interface Subject {
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly world: AnalysisWorld
}

export const DOMAIN = 'cluster.local'

export function objectsOf({ objects }: AnalysisWorld, kind: string): readonly JsonMap[] {
  return objects.filter(one => one.kind === kind)
}

export function metaOf({ metadata }: JsonMap): {
  readonly name?: string
  readonly namespace?: string
} {
  const { name, namespace } = mapOrEmpty(metadata)
  return { name: text(name) ?? '', namespace: text(namespace) ?? '' }
}

export function objectOf({ world, kind, namespace, name }: Subject): JsonMap | undefined {
  return objectsOf(world, kind).find(one => {
    const meta = metaOf(one)
    return meta.name === name && meta.namespace === namespace
  })
}

export function isAttached({ spec }: JsonMap): boolean {
  const { targetRef, targetRefs } = mapOrEmpty(spec)
  return targetRef !== undefined || list(targetRefs).length > 0
}

export function hostsOf(object: JsonMap | undefined): readonly string[] {
  return texts(mapOrEmpty(object?.spec).hosts)
}

/** Namespaces of the pods that carry labels. */
export function selected(world: AnalysisWorld, labels: Readonly<Record<string, string>>): string[] {
  const kind = world.deployed ? 'Deployment' : 'Pod'
  return objectsOf(world, kind)
    .filter(one => {
      const from = world.deployed
        ? mapOrEmpty(mapOrEmpty(one.spec).template).metadata
        : one.metadata
      return selects(labels, textMap(mapOrEmpty(from).labels))
    })
    .map(one => metaOf(one).namespace ?? '')
}

/** Hosts of Services and ServiceEntries, once for each object. */
export function servedHosts(world: AnalysisWorld): string[] {
  return [
    ...objectsOf(world, 'Service').map(one => {
      const { name, namespace } = metaOf(one)
      return `${name}.${namespace}.svc.${DOMAIN}`
    }),
    ...objectsOf(world, 'ServiceEntry').flatMap(one => [...new Set(hostsOf(one))])
  ]
}

/** Hosts that an object sends to, completed. */
export function namedHosts(difference: Subject): string[] {
  const found: string[] = []
  collect(objectOf(difference)?.spec, found)
  return found.map(host => qualify(host, difference.namespace, DOMAIN))
}

/** Whether some destination names no host. */
export function isHostless(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some(isHostless)
  if (!isMap(value)) return false
  return Object.entries(value).some(
    ([key, inner]) =>
      (['destination', 'mirror'].includes(key) && (text(mapOrEmpty(inner).host) ?? '') === '') ||
      (key === 'route' && list(inner).some(one => isMap(one) && one.destination === undefined)) ||
      isHostless(inner)
  )
}

function collect(value: Json | undefined, found: string[]): void {
  if (Array.isArray(value)) for (const one of value) collect(one, found)
  if (!isMap(value)) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'host' && typeof inner === 'string') found.push(inner)
    collect(inner, found)
  }
}

/** Whether istioctl's comparison of written names finds a rival. */
export function byWrittenName(difference: Subject): boolean {
  const own = mapOrEmpty(objectOf(difference)?.spec)
  if (list(own.gateways).length === 0) return false
  const whole = routesOf(own)
    .filter(({ subset }) => subset === '')
    .map(({ host }) => host)
  return objectsOf(difference.world, 'VirtualService').some(other => {
    const hosts = hostsOf(other)
    return routesOf(mapOrEmpty(other.spec)).some(
      ({ host, subset }) => subset !== '' && hosts.includes(host) && whole.includes(host)
    )
  })
}

function routesOf(spec: JsonMap): { readonly host: string; readonly subset: string }[] {
  return list(spec.http).flatMap(rule =>
    list(mapOrEmpty(rule).route).map(route => {
      const { host, subset } = mapOrEmpty(mapOrEmpty(route).destination)
      return { host: text(host) ?? '', subset: text(subset) ?? '' }
    })
  )
}
