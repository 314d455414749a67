import { canonical } from '../../fingerprint.ts'
import type { JsonMap } from '../../manifest/manifest.ts'

/** The end of a connection whose proxy reports. Gateways are clients. */
export type Side = 'client' | 'server'

/** What one kind of telemetry does at one end. */
export interface Signal {
  readonly on: boolean
  /** Equal keys: the same is written down. */
  readonly key: string
  readonly words: string
}

/** Blocks of one kind, by the Telemetry that they are of. */
export type Blocks = readonly (readonly JsonMap[])[]

export function signal(parts: readonly string[], settings: unknown = null): Signal {
  const words = parts.length === 0 ? 'off' : parts.join(', ')
  return { on: parts.length > 0, key: canonical([words, settings]), words }
}
