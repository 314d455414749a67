import type { Manifest } from '../manifest/manifest.ts'
import { membership } from '../mesh/membership.ts'
import type { Mesh } from '../mesh/mesh.ts'

const group = 'gateway.networking.k8s.io'

/** Gateways and routes of the Gateway API. */
export function gatewayApiObjects(mesh: Mesh): readonly Manifest[] {
  return [
    ...mesh.of('Gateway', group),
    ...['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'].flatMap(kind => mesh.of(kind))
  ]
}

/** Waypoints, and what asks for one. */
export function waypointObjects(mesh: Mesh): readonly Manifest[] {
  const asking = [...mesh.of('Namespace'), ...mesh.of('Service'), ...mesh.of('ServiceEntry')]
  return [
    ...mesh
      .of('Gateway', group)
      .filter(({ spec }) => String(spec.gatewayClassName ?? '').includes('waypoint')),
    ...asking.filter(({ labels }) => labels['istio.io/use-waypoint'] !== undefined)
  ]
}

/** Namespaces and workloads whose pods ztunnel serves. */
export function ambientObjects(mesh: Mesh): readonly Manifest[] {
  const namespaces = mesh
    .of('Namespace')
    .filter(({ labels }) => labels['istio.io/dataplane-mode'] === 'ambient')
  const workloads = mesh.workloads.filter(
    one => membership(one, mesh.namespaceLabelsOf(one.namespace)).mode === 'ambient'
  )
  return [...namespaces, ...workloads.map(({ manifest }) => manifest)]
}
