import type { Outcome, Request } from '../dataplane/request.ts'
import type {
  Assumption,
  Certainty,
  Place,
  ResourceRef,
  Severity,
  SourceRange
} from '../finding.ts'

/** The closed set of design §8. Words stand in total Records keyed by it. */
export type EffectKind =
  | 'rerouted'
  | 'traffic-lost'
  | 'traffic-gained'
  | 'weights-changed'
  | 'settings-changed'
  | 'upstream-changed'
  | 'visibility-changed'
  | 'exposed'
  | 'unexposed'
  | 'access-granted'
  | 'access-revoked'
  | 'mtls-weakened'
  | 'mtls-strengthened'
  | 'connection-broken'
  | 'connection-repaired'
  | 'authentication-changed'
  | 'delegation-changed'
  | 'audit-changed'
  | 'mesh-membership-changed'
  | 'telemetry-changed'
  | 'extension-changed'
  | 'order-dependent'

export type EffectDomain =
  | 'routing'
  | 'exposure'
  | 'access'
  | 'transport'
  | 'authentication'
  | 'membership'
  | 'observability'

/** `widen`: more is possible than before; `narrow`: less; `move`: elsewhere; `break`: fails now; `repair`. */
export type EffectDirection = 'widen' | 'narrow' | 'move' | 'break' | 'repair' | 'neutral'

/** What a person would name: "`orders` in `shop`, port 8080"; "`shop.example.com` at gateway `public`". */
export interface EffectSubject {
  readonly kind: 'service' | 'host' | 'workload' | 'gateway' | 'namespace' | 'mesh'
  readonly name: string
  readonly namespace?: string
  readonly port?: number
  readonly gateway?: string
}

/** Who is configured differently, folded: names of proxy classes in words, stable order. */
export interface EffectProxy {
  readonly type: 'sidecar' | 'gateway' | 'waypoint' | 'ztunnel' | 'none'
  readonly names: readonly string[]
}

/** One facet of behaviour: `destinations`, `timeout`, `retries`, `rewrite`, … with its values as people read them. */
export interface FacetChange {
  readonly facet: string
  readonly before: string
  readonly after: string
}

/** A concrete request, replayed on both sides by the plain evaluator. */
export interface Witness {
  readonly request: Request
  readonly before: Outcome
  readonly after: Outcome
}

export interface Cause<At = SourceRange> {
  readonly side: 'base' | 'head'
  readonly ref: ResourceRef
  readonly at: At
  /** A phrase: "this route is now first". */
  readonly note: string
}

/** A behaviour that two versions of Istio do not share, and where Istio says so. */
export interface EffectBehaviour {
  /** Row of mesh/features.ts, or a field that one version does not know. */
  readonly name: string
  readonly source: string
}

export interface Effect<At = SourceRange> {
  readonly kind: EffectKind
  readonly mesh: string
  readonly domain: EffectDomain
  readonly direction: EffectDirection
  readonly severity: Severity
  readonly subject: EffectSubject
  readonly proxy: EffectProxy
  /** In the words of the configuration: "paths under /users except /users/v2, method GET". */
  readonly region: string
  readonly changes: readonly FacetChange[]
  readonly witness: Witness | null
  readonly causes: readonly Cause<At>[]
  /** Where the sides are under two versions: the differences without which it would not be. */
  readonly behaviours?: readonly EffectBehaviour[]
  /** Equal effects that were folded into this one (other subjects, callers or meshes). */
  readonly members: readonly EffectMember[]
  readonly certainty: Certainty
  readonly assumptions: readonly Assumption[]
  /** 12 hex digits of kind, mesh, subject, facets and region. */
  readonly fingerprint: string
  /** For people: how to check it, what to watch, how to undo it. */
  readonly verify: string
  readonly watch: string
  readonly rollback: string
}

export interface EffectMember {
  readonly mesh: string
  readonly subject: EffectSubject
  readonly proxy: EffectProxy
  readonly region: string
  readonly fingerprint: string
}

export type EffectDraft = Effect<Place>
