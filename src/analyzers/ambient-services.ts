import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Service } from '../mesh/service.ts'
import { hasAmbientNamespace, isAmbientNamespace } from './ambient.ts'
import { servicesFor } from './destination-lookup.ts'
import { usedWaypoint, type WaypointName } from './waypoint-use.ts'

/** A service whose callers reach it through ztunnel. */
export interface AmbientService {
  readonly service: Service
  readonly waypoint: WaypointName | null
}

/** What a host means for an object, where git holds it in an ambient namespace. */
export function ambientServices(mesh: Mesh, host: string, manifest: Manifest): AmbientService[] {
  if (!hasAmbientNamespace(mesh)) return []
  return servicesFor(mesh, host, manifest)
    .filter(({ manifest, namespace }) => manifest !== null && isAmbientNamespace(mesh, namespace))
    .map(service => ({
      service,
      waypoint: usedWaypoint(mesh, service.manifest?.labels ?? {}, service.namespace)
    }))
}
