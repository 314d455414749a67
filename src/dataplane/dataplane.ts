import type { Mesh } from '../mesh/mesh.ts'
import { Compilation } from './compilation.ts'
import type { Proxy as ProxyClass } from './config.ts'
import { gatewayView } from './gateway-view.ts'
import { sidecarView } from './sidecar-view.ts'
import type { ProxyView } from './view.ts'

/** What the proxies of one mesh would be sent. */
export interface Dataplane {
  readonly mesh: Mesh
  readonly compilation: Compilation
  /** The configuration of a proxy class; parts are compiled when they are first read. */
  config(proxy: ProxyClass): ProxyView
}

export function dataplane(mesh: Mesh): Dataplane {
  const compilation = new Compilation(mesh)
  const views = new Map<string, ProxyView>()
  return {
    mesh,
    compilation,
    config(proxy) {
      let view = views.get(proxy.id)
      if (view === undefined) {
        view =
          proxy.type === 'gateway'
            ? gatewayView(compilation, proxy)
            : sidecarView(compilation, proxy)
        views.set(proxy.id, view)
      }
      return view
    }
  }
}
