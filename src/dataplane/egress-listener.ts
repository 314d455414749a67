import type { Service } from '../mesh/service.ts'
import type { VirtualService } from './virtual-service.ts'

/** One `egress` entry, or the one that stands for none. */
export interface EgressListener {
  readonly port: { readonly number: number; readonly protocol: string } | null
  readonly bind: string
  readonly captureMode: string
  /** Serves its own port alone. */
  readonly matchPort: boolean
  /** All services, in order; several of one host are several addresses. */
  readonly services: readonly Service[]
  /** Wildcard hosts of services, lower case; visible or not. */
  readonly wildcardHosts: readonly string[]
  /** Those of one host (lower case). */
  servicesOf(host: string): readonly Service[]
  readonly virtualServices: readonly VirtualService[]
}
