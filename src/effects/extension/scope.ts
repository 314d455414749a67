import type { Proxy as ProxyClass } from '../../dataplane/config.ts'
import type { Dataplane } from '../../dataplane/dataplane.ts'
import type { JsonMap, Manifest } from '../../manifest/manifest.ts'
import { isMap, list, mapOrEmpty, number, text } from '../../mesh/json.ts'
import { isEmptySelector, type Labels, selectorText, selects } from '../../mesh/selector.ts'
import { attaches, matchesVersion, wantedLabels } from './attach.ts'
import { type Direction, directionsOf, meets } from './meets.ts'
import type { Patch } from './patch.ts'

/** Where a patch takes effect. */
export interface Reached {
  readonly proxies: readonly ProxyClass[]
  readonly directions: ReadonlySet<Direction>
}

/** Both sides, and the classes of proxies that exist on them. */
export interface Ground {
  readonly sides: readonly Dataplane[]
  readonly classes: readonly ProxyClass[]
  readonly root: string
}

/** A proxy that an extension reaches. */
interface Target {
  /** The class whose configuration it is sent. */
  readonly proxy: ProxyClass
  readonly labels: Labels
  /** Git holds its pods. */
  readonly known: boolean
}

/** `null`: no proxy has what the patch asks for, and git holds what it would take to know. */
export function reachedBy(extension: Manifest, patch: Patch, ground: Ground): Reached | null {
  const meshes = ground.sides.map(({ mesh }) => mesh)
  if (!matchesVersion(patch, meshes)) return null
  const directions = new Set<Direction>()
  const proxies = new Set<ProxyClass>()
  let asked = false
  for (const { proxy, labels, known } of targetsOf(extension, ground)) {
    const found = directionsOf(patch, proxy)
    asked ||= found.length > 0
    for (const direction of found) {
      if (
        !meets(
          patch,
          { ...proxy, labels, certainty: known ? 'certain' : 'assumed' },
          direction,
          ground.sides
        )
      )
        continue
      directions.add(direction)
      proxies.add(proxy)
    }
  }
  if (proxies.size > 0) return { proxies: [...proxies], directions }
  // Of proxies that git does not hold, nothing is known, and so nothing is proven.
  return asked ? null : { proxies: [], directions }
}

/** Gateways by their class; sidecars by their pods, where git holds any of the namespace. */
function targetsOf(extension: Manifest, { sides, classes, root }: Ground): Target[] {
  const wanted = wantedLabels(extension)
  const targets: Target[] = []
  for (const proxy of classes) {
    const { namespace, labels } = proxy
    const isIn = extension.ref.namespace === root || extension.ref.namespace === namespace
    if (!isIn || wanted === null) continue
    const pods = sides.flatMap(({ mesh }) => mesh.workloadsIn(namespace))
    if (proxy.type !== 'sidecar' || pods.length === 0) {
      const known = proxy.certainty === 'certain'
      if (attaches(extension, proxy, root)) targets.push({ proxy, labels, known })
      continue
    }
    const seen = new Set<string>()
    for (const pod of pods) {
      if (!selects(wanted, pod.labels) || classOf(pod.labels, namespace, classes) !== proxy)
        continue
      const key = selectorText(pod.labels)
      if (!seen.has(key)) targets.push({ proxy, labels: pod.labels, known: true })
      seen.add(key)
    }
  }
  return targets
}

/** The class that says most of the pod's labels. */
function classOf(
  labels: Labels,
  namespace: string,
  classes: readonly ProxyClass[]
): ProxyClass | undefined {
  let best: ProxyClass | undefined
  for (const one of classes) {
    if (one.type !== 'sidecar' || one.namespace !== namespace || !selects(one.labels, labels))
      continue
    const more = Object.keys(one.labels).length - Object.keys(best?.labels ?? {}).length
    if (best === undefined || more > 0) best = one
  }
  return best
}

/** Whose proxies an extension is for, where none of git's is known. */
export function audienceWords(extension: Manifest, root: string): string {
  const { spec, ref } = extension
  const labels = wantedLabels(extension)
  if (labels === null) {
    const targets = [...list(spec.targetRefs), spec.targetRef].flatMap((one): JsonMap[] =>
      isMap(one) ? [one] : []
    )
    const names = targets.map(one => `${text(one.kind) ?? 'object'} ${text(one.name) ?? ''}`)
    return `${names.join(', ')} in ${ref.namespace}`
  }
  const where = ref.namespace === root ? 'every namespace' : ref.namespace
  return isEmptySelector(labels)
    ? `all proxies in ${where}`
    : `pods with ${selectorText(labels)} in ${where}`
}

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  inbound: 'requests that sidecars receive',
  outbound: 'requests that sidecars send',
  gateway: 'requests at gateways'
}

/** Directions that the context names, where no proxy is known. */
function meantBy({ context }: Patch): ReadonlySet<Direction> {
  const one = CONTEXTS[context]
  return new Set(one === undefined ? [] : [one])
}

const CONTEXTS: Readonly<Record<string, Direction>> = {
  SIDECAR_INBOUND: 'inbound',
  SIDECAR_OUTBOUND: 'outbound',
  GATEWAY: 'gateway'
}

/** Which requests a patch can meet, as far as its match says. */
export function regionWords(patch: Patch, { directions }: Reached): string {
  const meant = directions.size === 0 ? meantBy(patch) : directions
  const all = (['inbound', 'outbound', 'gateway'] as const).filter(one => meant.has(one))
  const named = all.map(one => DIRECTIONS[one])
  const start = named.length === 0 ? 'requests' : named.join(' and ')
  const details: string[] = []
  const listener = mapOrEmpty(patch.match.listener)
  const routes = mapOrEmpty(patch.match.routeConfiguration)
  const cluster = mapOrEmpty(patch.match.cluster)
  const chain = mapOrEmpty(listener.filterChain)
  const port = [listener.portNumber, chain.destinationPort, routes.portNumber, cluster.portNumber]
    .map(one => number(one) ?? 0)
    .find(one => one !== 0)
  if (port !== undefined) details.push(`port ${port}`)
  const vhost = mapOrEmpty(routes.vhost)
  const add = (label: string, value: unknown): void => {
    if (typeof value === 'string' && value !== '') details.push(`${label} ${value}`)
  }
  add('listener', listener.name)
  add('server name', chain.sni)
  add('route configuration', routes.name)
  add('gateway', routes.gateway)
  add('virtual host', vhost.name)
  add('domain', vhost.domainName)
  add('route', mapOrEmpty(vhost.route).name)
  add('cluster', cluster.name)
  add('service', cluster.service)
  add('subset', cluster.subset)
  return details.length === 0 ? start : `${start}, ${details.join(', ')}`
}
