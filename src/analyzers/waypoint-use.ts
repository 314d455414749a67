import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Labels } from '../mesh/selector.ts'

export const USE_WAYPOINT = 'istio.io/use-waypoint'
const IN_NAMESPACE = 'istio.io/use-waypoint-namespace'

/** The Gateway of the Gateway API that a label names as a waypoint. */
export interface WaypointName {
  readonly namespace: string
  readonly name: string
}

/** The waypoint that labels name; `null`: none, `undefined`: they do not say. */
export function namedWaypoint(labels: Labels, namespace: string): WaypointName | null | undefined {
  const name = labels[USE_WAYPOINT]
  if (name === undefined) return undefined
  if (name === 'none' || name === '') return null
  return { name, namespace: labels[IN_NAMESPACE] ?? namespace }
}

/**
 * The waypoint of a Service, ServiceEntry or pod: its own labels go before those of its namespace.
 * Source: istio pilot serviceregistry/ambient/waypoints.go getUseWaypoint.
 */
export function usedWaypoint(mesh: Mesh, labels: Labels, namespace: string): WaypointName | null {
  const own = namedWaypoint(labels, namespace)
  if (own !== undefined) return own
  return namedWaypoint(mesh.namespaceLabels(namespace), namespace) ?? null
}

/** The Gateway itself, where git holds it. */
export function waypointGateway(
  mesh: Mesh,
  { namespace, name }: WaypointName
): Manifest | undefined {
  return mesh.get({ group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace, name })
}
