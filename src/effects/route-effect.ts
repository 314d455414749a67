import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import type { Outcome } from '../dataplane/request.ts'
import type { EffectDraft } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'
import type { PodsOf } from './pods.ts'
import type { BothPods } from './route-tables.ts'

/** One effect before equal ones are folded: of one proxy class and one port. */
export interface RouteEffect {
  readonly draft: EffectDraft
  readonly proxy: ProxyClass
  /** What becomes of the witness on a side, by the plain evaluator. */
  again(plane: Dataplane, pods: PodsOf): Outcome
}

/** Both sides, as far as a change reaches. */
export interface RoutingContext {
  readonly base: Dataplane
  readonly head: Dataplane
  readonly pods: BothPods
  readonly classes: readonly ProxyClass[]
  readonly changes: readonly ManifestChange[]
}
