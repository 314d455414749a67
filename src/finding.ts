/** The two states a review compares. */
export type Side = 'base' | 'head'

/** 1-based, in UTF-16 code units, as editors and GitHub count. */
export interface SourcePosition {
  readonly line: number
  readonly column: number
}

/** `file` is the path as git knows it; `end` is exclusive. */
export interface SourceRange {
  readonly file: string
  readonly start: SourcePosition
  readonly end: SourcePosition
}

/** Names a field of a manifest from its root, e.g. `['spec', 'http', 0, 'timeout']`. */
export type FieldPath = readonly (string | number)[]

/** Which half of a `key: value` pair is meant. */
export type Part = 'key' | 'value'

/** Cluster-scoped objects have `namespace` `''`; core kinds have `group` `''`. */
export interface ResourceRef {
  readonly group: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
}

/** What can turn a field path into a range: a manifest, seen from rooms that may not import it. */
export interface Locator {
  readonly ref: ResourceRef
  locate(path: FieldPath, part?: Part): SourceRange
  /** Further places that set the field, where the object was rendered: the values file beside the template. */
  alsoAt?(
    path: FieldPath,
    part?: Part
  ): readonly { readonly at: SourceRange; readonly note: string }[]
}

/** A field, not yet turned into a line and a column. */
export interface Place {
  readonly manifest: Locator
  readonly path: FieldPath
  readonly part?: Part
}

export type Severity = 'error' | 'warning' | 'info'

/** How much of a conclusion rests on git alone. Order matters: a result takes the worst it used. */
export type Certainty = 'certain' | 'assumed' | 'unknown'

export const worst = (a: Certainty, b: Certainty): Certainty =>
  a === 'unknown' || b === 'unknown'
    ? 'unknown'
    : a === 'assumed' || b === 'assumed'
      ? 'assumed'
      : 'certain'

/** Something that is not in git and that a conclusion rests on. Words are made by the report. */
export interface Assumption {
  readonly kind: AssumptionKind
  readonly params: Readonly<Record<string, string>>
}

export type AssumptionKind =
  /** host, namespace, ports: a Service that routes name and git does not hold. */
  | 'service-exists'
  /** namespace, labels: workloads (clients) that git does not hold. */
  | 'workload-exists'
  /** selector: gateway pods that git does not hold. */
  | 'gateway-workload-exists'
  /** A gateway Service that git does not hold: server ports are used as they are. gateway */
  | 'gateway-service-ports'
  /** gateway, namespace: no Service in git leads to its pods from outside, and something else may. */
  | 'gateway-reachable'
  /** provider: an external authorizer that policies name, of a mesh configuration that git does not hold. */
  | 'provider-exists'
  /** subset, host: the labels select pods that git does not hold. */
  | 'subset-has-endpoints'
  /** minor, why: the Istio version that was taken. */
  | 'istio-version'
  /** Mesh configuration not in git: defaults of the minor. */
  | 'mesh-config-default'
  /** ref: an opaque piece (EnvoyFilter, Wasm) that is the same on both sides. */
  | 'opaque-unchanged'
  /** namespace: manifests without metadata.namespace are applied to it. */
  | 'default-namespace'
  /** file: of several files that define an object differently, this is the one that is applied. */
  | 'file-applied'
  /** first, second: creation order of objects that git does not hold. */
  | 'creation-order'
  /** A repository may be applied beside others: namespace, host. */
  | 'nothing-else-applied'
  /** uri: the keys of an issuer can be had, and they verify its tokens. */
  | 'jwks-available'
  /** namespace, workload: pods that git does not say to be injected are taken to be. */
  | 'workload-in-mesh'
  /** name, what, source: two versions differ in it, and only a running mesh shows it. */
  | 'version-behaviour'
  /** ref, owner: a controller rewrites the object's weights while it rolls out. */
  | 'weights-at-run-time'
  /** kind, what: controllers of objects in git write Istio's objects that git does not hold. */
  | 'objects-at-run-time'

/** Something wrong in one side, as an analyzer or validator knows it: places not yet resolved. */
export interface FindingDraft {
  /** `<kind>/<problem>`, e.g. `virtual-service/unknown-gateway`. */
  readonly id: string
  /** Codes that peers give the same problem: `IST0101`, `KIA1102`. */
  readonly sources: readonly string[]
  readonly severity: Severity
  readonly certainty: Certainty
  /** What, why and what to do, one to three sentences, no trailing newline. Untrusted values inside. */
  readonly message: string
  /** The facts of the message; hashed into the fingerprint, so never an index, a line or prose. */
  readonly params: Readonly<Record<string, string>>
  /** `null` for a file that holds no object. */
  readonly subject: ResourceRef | null
  readonly at: Place | SourceRange
  readonly related: readonly { readonly at: Place | SourceRange; readonly note: string }[]
}

/** A finding of one side with its places resolved. */
export interface Finding extends Omit<FindingDraft, 'at' | 'related'> {
  readonly mesh: string
  readonly at: SourceRange
  readonly related: readonly { readonly at: SourceRange; readonly note: string }[]
  /** 12 hex digits of (id, subject, params). Equal findings count as a multiset. */
  readonly fingerprint: string
}

/** Something that was not understood, and what that could touch. Never silently dropped. */
export interface UnknownDraft {
  readonly reason: UnknownReason
  /** What could not be said, in words: `field spec.rules of AuthorizationPolicy shop/pay is not analysed yet`. */
  readonly message: string
  readonly subject: ResourceRef | null
  readonly at: Place | SourceRange | null
}

export interface Unknown extends Omit<UnknownDraft, 'at'> {
  readonly mesh: string
  readonly at: SourceRange | null
  readonly fingerprint: string
}

export type UnknownReason =
  | 'field'
  | 'opaque'
  | 'budget'
  | 'duplicate'
  | 'template'
  | 'render'
  | 'unreadable'
  | 'composition'
  | 'witness'
  | 'internal'

/** `VirtualService shop/reviews`. */
export function describeRef(ref: ResourceRef): string {
  return `${ref.kind} ${ref.namespace === '' ? '' : `${ref.namespace}/`}${ref.name}`
}
