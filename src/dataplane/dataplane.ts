import type { Mesh } from '../mesh/mesh.ts'
import { Compilation } from './compilation.ts'
import type { Proxy as ProxyClass } from './config.ts'
import { gatewayView } from './gateway-view.ts'
import { type HostFilter, hostFilter } from './host-filter.ts'
import type { Reach } from './reach.ts'
import { sidecarView } from './sidecar-view.ts'
import type { ProxyView } from './view.ts'

/** What the proxies of one mesh would be sent. */
export interface Dataplane {
  readonly mesh: Mesh
  readonly compilation: Compilation
  /** The configuration of a proxy class; parts are compiled when they are first read. */
  config(proxy: ProxyClass): ProxyView
  /**
   * The same mesh with the route configurations of what a change reaches alone: other virtual hosts are
   * left out, and so are other route configurations. Clusters and listeners stay whole.
   */
  reached(reach: Reach): Dataplane
}

/** What the proxies of a mesh share is made once, whoever asks: what one comparison has compiled, the next one has. */
const compilations = new WeakMap<Mesh, Compilation>()

export function dataplane(mesh: Mesh): Dataplane {
  const compilation = compilations.get(mesh) ?? new Compilation(mesh)
  compilations.set(mesh, compilation)
  return over(compilation, null)
}

function over(compilation: Compilation, reach: Reach | null): Dataplane {
  const views = new Map<string, ProxyView>()
  let filter: HostFilter | undefined
  const filterOf = (proxy: ProxyClass): HostFilter | null => {
    if (reach === null || reach.everything || reach.wholly(proxy)) return null
    filter ??= hostFilter(compilation, reach)
    return filter
  }
  const wholeRoutesOf = (proxy: ProxyClass, filter: HostFilter | null) =>
    filter === null ? undefined : reach?.wholeRoutes(proxy)
  return {
    mesh: compilation.mesh,
    compilation,
    config(proxy) {
      let view = views.get(proxy.id)
      if (view === undefined) {
        const filter = filterOf(proxy)
        view =
          proxy.type === 'gateway'
            ? gatewayView(compilation, proxy, filter)
            : sidecarView(compilation, proxy, filter, wholeRoutesOf(proxy, filter))
        views.set(proxy.id, view)
      }
      return view
    },
    reached: one => over(compilation, one)
  }
}
