import type { Mesh } from '../../mesh/mesh.ts'
import type { MutualTlsMode } from '../peer-authentication.ts'
import type { Gatekeeper } from '../security/inbound.ts'
import type { InboundPort } from '../security/inbound-ports.ts'
import type { TokenLocation } from '../security/request-authentication.ts'

/** One port of a server, for one way to come to it. */
export interface AccessQuestion {
  readonly mesh: Pick<Mesh, 'config' | 'features'>
  readonly keeper: Gatekeeper
  readonly port: InboundPort
  readonly mode: MutualTlsMode
  /** Trust domains that are let in; `null`: all. */
  readonly trusted: readonly string[] | null
  /** The table leaves out callers of other trust domains: both sides refuse them. */
  readonly trustedAlone?: boolean
  readonly speaks: 'http' | 'tcp'
  /** Where the one token of a request stands; `null`: it has none. */
  readonly location: TokenLocation | null
  readonly destinationIps: readonly string[]
  readonly place: 'sidecar' | 'gateway'
  /**
   * Marks what the token filter writes and what other policies' verdicts are, which no table looks into; equal marks
   * say that they are the same for the same request. Absent or empty: as on the other side.
   */
  readonly apart?: { readonly tokens: string; readonly verdicts: string }
  /** Identities that people know, for samples. */
  readonly natural?: { readonly principals: readonly string[] }
}
