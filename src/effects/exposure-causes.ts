import type { RouteOrigin } from '../dataplane/lower/routes.ts'
import { securityOf } from '../dataplane/security/inbound.ts'
import type { Place } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { textMap } from '../mesh/json.ts'
import { refKey } from '../mesh/order.ts'
import { selects } from '../mesh/selector.ts'
import { causesOfChange } from './access-causes.ts'
import type { Cause } from './effect.ts'
import type { ExposureChange } from './exposure-compare.ts'
import type { ExposureSide } from './exposure-side.ts'
import type { Exposure } from './exposure-table.ts'
import type { ManifestChange } from './manifest-change.ts'

type Layer = Exposure['layer']

/** The changed objects that open or close the way, those of the layer that stopped it first. */
export function exposureCauses(
  change: ExposureChange,
  sides: { readonly base: ExposureSide; readonly head: ExposureSide },
  changes: readonly ManifestChange[]
): Cause<Place>[] {
  const bearing: { readonly one: ManifestChange; readonly layers: readonly Layer[] }[] = []
  const ways = [wayOf(sides, change, 'base'), wayOf(sides, change, 'head')]
  for (const one of changes) {
    if (one.equal) continue
    const layers = new Set<Layer>()
    for (const [index, manifest] of [one.base, one.head].entries()) {
      const way = ways[index]
      // A removed object bears on the side that has it, a new one on the other, which may not know it yet.
      if (manifest !== null && way !== undefined)
        for (const layer of way(manifest)) layers.add(layer)
    }
    if (layers.size > 0) bearing.push({ one, layers: [...layers] })
  }
  const stopping = new Set((change.opens ? change.before : change.after).map(({ layer }) => layer))
  const close = bearing.filter(({ layers }) => layers.some(layer => stopping.has(layer)))
  return (close.length > 0 ? close : bearing).flatMap(({ one }) => causesOfChange(one))
}

/** Says of an object of one side at which layers of the way it stands. */
function wayOf(
  sides: { readonly base: ExposureSide; readonly head: ExposureSide },
  { names, location, origins: all }: ExposureChange,
  name: 'base' | 'head'
): (manifest: Manifest) => readonly Layer[] {
  const side = sides[name]
  const origins: readonly RouteOrigin[] = all[name]
  const { plane, proxy, keeper } = side
  const routing = new Set<string>()
  for (const { virtualHost, origins: own } of origins) {
    for (const { manifest } of [...virtualHost.origins, ...own]) routing.add(refKey(manifest.ref))
  }
  const listening = new Set(
    (side.chain(names[name])?.origins ?? []).map(({ manifest }) => refKey(manifest.ref))
  )
  const gateway = refs([...keeper.policies, ...keeper.jwt.map(({ manifest }) => manifest)])
  const security = securityOf(plane.compilation)
  const servers = new Set<string>()
  const namespaces = new Set<string>()
  const pods: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> }[] =
    []
  const hosts = new Set<string>()
  for (const { route } of origins) {
    if (route?.action.kind !== 'forward') continue
    for (const destination of route.action.destinations) {
      hosts.add(destination.host)
      const cluster = side.view.clusters.get(destination.cluster)
      if (cluster === undefined) continue
      for (const { backend } of side.servers(cluster, location)) {
        const { pod, namespace } = backend
        pods.push(pod)
        namespaces.add(namespace)
        const own = security.gatekeeper(pod)
        for (const key of refs([...own.policies, ...own.jwt.map(one => one.manifest)]))
          servers.add(key)
      }
    }
  }
  const root = plane.mesh.config.rootNamespace
  return ({ ref, spec, object }) => {
    const key = refKey(ref)
    switch (ref.kind) {
      case 'VirtualService':
        return routing.has(key) ? ['routes', 'listener'] : []
      case 'Gateway':
        return routing.has(key) || listening.has(key) ? ['routes', 'listener'] : []
      case 'AuthorizationPolicy':
      case 'RequestAuthentication': {
        const at: Layer[] = gateway.has(key) ? ['gateway'] : []
        return servers.has(key) ? [...at, 'servers'] : at
      }
      case 'PeerAuthentication':
        return namespaces.has(ref.namespace) || ref.namespace === root ? ['servers'] : []
      case 'Service': {
        const own = textMap(spec.selector)
        const leads = ref.namespace === proxy.namespace && selects(own, proxy.labels)
        const serves = namespaces.has(ref.namespace) && pods.some(pod => selects(own, pod.labels))
        return [...(leads ? (['listener', 'routes'] as const) : []), ...(serves ? BEHIND : [])]
      }
      case 'ServiceEntry':
      case 'DestinationRule':
        return namespaces.has(ref.namespace) || hosts.size > 0 ? BEHIND : []
      case 'Namespace':
        return namespaces.has(ref.name) ? ['servers'] : []
      case 'Sidecar':
        return namespaces.has(ref.namespace) ? ['servers'] : []
      default: {
        const gatewayPods = proxy.id.startsWith(`gateway ${ref.namespace}/${ref.name}`)
        if (gatewayPods) return ['listener', 'routes', 'gateway']
        const isServer = plane.mesh
          .workloadsIn(ref.namespace)
          .some(
            one =>
              one.manifest.object === object && pods.some(pod => selects(one.labels, pod.labels))
          )
        return isServer ? BEHIND : []
      }
    }
  }
}

const BEHIND: readonly Layer[] = ['servers', 'routes']

function refs(manifests: readonly Manifest[]): Set<string> {
  return new Set(manifests.map(({ ref }) => refKey(ref)))
}
