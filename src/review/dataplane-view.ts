import type { DataplaneView } from '../analyzers/analyzer.ts'
import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import { dataplane } from '../dataplane/dataplane.ts'
import { lowerRoutes } from '../dataplane/lower/routes.ts'
import { proxyClasses } from '../dataplane/proxies.ts'
import type { Mesh } from '../mesh/mesh.ts'

/** One side as analyzers see it; nothing is compiled before one asks. */
export function dataplaneView(mesh: Mesh): DataplaneView {
  const compiled = dataplane(mesh)
  let proxies: readonly ProxyClass[] | undefined
  return {
    get proxies() {
      proxies ??= mesh.side === 'base' ? proxyClasses(mesh, null) : proxyClasses(null, mesh)
      return proxies
    },
    config: proxy => compiled.config(proxy),
    table(proxy, routeConfig) {
      const routes = compiled.config(proxy).routeConfigs.get(routeConfig)
      return routes === undefined ? undefined : lowerRoutes(routes, mesh)
    }
  }
}
