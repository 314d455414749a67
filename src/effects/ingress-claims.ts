import type { Manifest } from '../manifest/manifest.ts'
import { isServed } from '../mesh/ingress.ts'
import { filled, list, map, mapOrEmpty, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'

/**
 * What the rules of an Ingress compete for: the paths of a host, of which the older Ingress takes equal ones, and the
 * server names that it has a certificate for.
 * Source: pilot config/kube/ingress/virtualservices.go sortRulesByCreationTimestamp, model/gateway.go mergeGateways.
 */
export function ingressClaims(manifest: Manifest, mesh: Mesh): string[] {
  if (!isServed(manifest, mesh)) return []
  const claims = list(manifest.spec.rules).flatMap(entry => {
    const fields = mapOrEmpty(entry)
    return map(fields.http) === undefined ? [] : [`host ${filled(fields.host) ?? '*'}`]
  })
  for (const entry of list(manifest.spec.tls)) {
    const hosts = texts(mapOrEmpty(entry).hosts)
    for (const host of hosts.length === 0 ? ['*'] : hosts) claims.push(`certificate ${host}`)
  }
  return claims
}
