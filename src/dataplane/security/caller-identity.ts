import type { Mesh } from '../../mesh/mesh.ts'
import { splitKey } from '../caller.ts'
import type { Request } from '../request.ts'

/** The identity in the caller's certificate, without `spiffe://`; `null`: it has none of the mesh. */
export function callerPrincipal(mesh: Mesh, request: Request): string | null {
  if (request.transport === 'plaintext') return null
  if (request.principal !== undefined) return request.principal
  const { from } = request
  if (from === 'outside' || request.transport !== 'mtls') return null
  if ('namespace' in from) {
    const account = from.serviceAccount ?? accountOf(mesh, from.namespace, from.pod) ?? 'default'
    return identity(mesh, from.namespace, account)
  }
  const { namespace, name } = splitKey('gateway' in from ? from.gateway : from.waypoint)
  return identity(mesh, namespace, accountOf(mesh, namespace, name) ?? name)
}

function accountOf(mesh: Mesh, namespace: string, pod: string | undefined): string | undefined {
  if (pod === undefined) return undefined
  return mesh.workloadsIn(namespace).find(one => one.name === pod)?.serviceAccount
}

/** Source: istio pkg/spiffe. */
export function identity(mesh: Mesh, namespace: string, account: string): string {
  return `${mesh.config.trustDomain}/ns/${namespace}/sa/${account}`
}

export function trustDomainOf(principal: string): string {
  const slash = principal.indexOf('/')
  return slash < 0 ? principal : principal.slice(0, slash)
}
