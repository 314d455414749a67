import { declared } from '../../mesh/ingress.ts'
import { filled, list, mapOrEmpty, number, text, textMap } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { GATEWAY_NAME, type PolicyTarget } from '../../mesh/policy-attachment.ts'
import { isEmptySelector, selects } from '../../mesh/selector.ts'
import type { Workload } from '../../mesh/workload.ts'

const GATEWAY_API = 'gateway.networking.k8s.io'

/** What proxy a pod has: `gateway` by an Istio Gateway's selector or its template, `gateway-api` by its label. */
export function proxyRole(
  mesh: Mesh,
  workload: Workload
): 'sidecar' | 'gateway' | 'gateway-api' | 'waypoint' {
  const name = filled(workload.labels[GATEWAY_NAME])
  if (name !== undefined) return isWaypoint(mesh, workload, name) ? 'waypoint' : 'gateway-api'
  if (workload.annotations['inject.istio.io/templates'] === 'gateway') return 'gateway'
  const selected = declared(mesh, 'Gateway').some(({ spec }) => {
    const selector = textMap(spec.selector)
    return !isEmptySelector(selector) && selects(selector, workload.labels)
  })
  return selected ? 'gateway' : 'sidecar'
}

function isWaypoint(mesh: Mesh, { namespace, labels }: PolicyTarget, name: string): boolean {
  if (labels['gateway.istio.io/managed'] === 'istio.io-mesh-controller') return true
  const gateway = mesh
    .of('Gateway', GATEWAY_API)
    .find(({ ref }) => ref.namespace === namespace && ref.name === name)
  const type = text(gateway?.spec.gatewayClassName) ?? ''
  return type === 'istio-waypoint' || type === 'istio-east-west'
}

/** How the listener of a Gateway API gateway on a port reads bytes; `null`: it has none there. */
export function gatewayApiReading(
  mesh: Mesh,
  { namespace, labels }: PolicyTarget,
  port: number
): 'http' | 'tcp' | null {
  const name = labels[GATEWAY_NAME] ?? ''
  for (const { ref, spec } of mesh.of('Gateway', GATEWAY_API)) {
    if (ref.namespace !== namespace || ref.name !== name) continue
    for (const entry of list(spec.listeners)) {
      const listener = mapOrEmpty(entry)
      if (number(listener.port) !== port) continue
      const protocol = text(listener.protocol)
      return protocol === 'HTTP' || protocol === 'HTTPS' ? 'http' : 'tcp'
    }
  }
  return null
}
