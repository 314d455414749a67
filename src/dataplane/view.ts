import type { Client } from './client.ts'
import type { Listener, ProxyConfig } from './config.ts'

/** A proxy's configuration that compiles its pieces when they are asked for. */
export interface ProxyView extends ProxyConfig {
  readonly client: Client
  /** The listeners of one port, without compiling the others. */
  listenersOn(port: number): readonly Listener[]
  /** What takes connections that no other listener takes; null: nothing, they are refused. */
  readonly rest: Listener | null
}
