import type { Dataplane } from '../dataplane/dataplane.ts'
import type { Callers } from './callers-known.ts'
import type { ManifestChange } from './manifest-change.ts'

/** Both sides, what differs between them, and who is known to call. */
export interface SecurityContext {
  readonly base: Dataplane
  readonly head: Dataplane
  readonly changes: readonly ManifestChange[]
  readonly callers: Callers
}
