import type { Json } from '../manifest/manifest.ts'
import { list, map, mapOrEmpty, number } from '../mesh/json.ts'
import type { Compilation } from './compilation.ts'
import { isRedirectCode } from './redirect.ts'

/**
 * Hosts (lower case) of the VirtualServices with a route that Envoy does not take. It refuses the whole route
 * configuration for that one, so that a change of any other host in it does nothing.
 */
export function refusedHosts({ mesh, virtualServices }: Compilation): readonly string[] {
  const written = mesh.of('VirtualService').some(({ spec }) => list(spec.http).some(isRefused))
  if (!written) return []
  return virtualServices.all
    .filter(({ http }) => http.some(({ fields }) => isRefused(fields)))
    .flatMap(({ hosts }) => hosts.map(host => host.toLowerCase()))
}

function isRefused(rule: Json): boolean {
  const { redirect, route } = mapOrEmpty(rule)
  const code = number(map(redirect)?.redirectCode) ?? 0
  if (code !== 0 && !isRedirectCode(code)) return true
  const routes = list(route)
  return routes.length > 1 && routes.every(one => (number(mapOrEmpty(one).weight) ?? 0) === 0)
}
