import type { JsonMap } from '../manifest/manifest.ts'
import { list, map, mapOrEmpty, number } from '../mesh/json.ts'
import type { Compilation } from './compilation.ts'
import { isRedirectCode } from './redirect.ts'
import { hasRefusedExpression } from './refused-expression.ts'
import type { HttpRule } from './rules.ts'
import { refusedWeights } from './weights.ts'

/**
 * Hosts (lower case) of the VirtualServices with a route that Envoy does not take. It refuses the whole route
 * configuration for that one, so that a change of any other host in it does nothing.
 */
export function refusedHosts({ mesh, virtualServices }: Compilation): readonly string[] {
  const written = mesh
    .of('VirtualService')
    .some(({ spec }) => list(spec.http).some(rule => isRefusedAsWritten(mapOrEmpty(rule))))
  if (!written) return []
  return virtualServices.all
    .filter(({ http }) => http.some(({ fields, matches }) => isRefused(fields, matches)))
    .flatMap(({ hosts }) => hosts.map(host => host.toLowerCase()))
}

/** A rule that delegates has what its delegate's rules have, which are written as well. */
function isRefusedAsWritten(rule: JsonMap): boolean {
  return isRefused(rule) || map(rule.delegate) !== undefined
}

function isRefused(rule: JsonMap, matches?: HttpRule['matches']): boolean {
  const { redirect, directResponse, route } = rule
  const conditions = matches?.map(({ fields }) => fields)
  if (hasRefusedExpression(conditions === undefined ? rule : { ...rule, match: conditions })) {
    return true
  }
  if (map(redirect) !== undefined) {
    const code = number(map(redirect)?.redirectCode) ?? 0
    return code !== 0 && !isRedirectCode(code)
  }
  return map(directResponse) === undefined && refusedWeights(list(route)) !== null
}
