import type { JsonMap } from '../manifest/manifest.ts'
import type { Features } from '../mesh/features.ts'
import type { MeshConfig } from '../mesh/mesh-config.ts'
import type { Labels } from '../mesh/selector.ts'
import type { Service } from '../mesh/service.ts'

/** What the routes of a VirtualService depend on besides the VirtualService. */
export interface RouteEnvironment {
  readonly features: Features
  readonly config: MeshConfig
  /** The proxy's own labels and namespace. */
  readonly labels: Labels
  readonly namespace: string
  /** `mesh` or `namespace/name`: which of the VirtualService's gateways asks. */
  readonly gateway: string
  /** Service port at sidecars, server port at gateways. */
  readonly port: number
  /** The server terminates TLS. */
  readonly tls: boolean
  /** The service that a destination names. */
  service(host: string): Service | undefined
  /** The consistentHash of a destination's effective policy. */
  hash(destination: JsonMap): JsonMap | undefined
}
