import type { Caller, Token } from '../dataplane/request.ts'
import type { JsonMap } from '../manifest/manifest.ts'

/** One case of a test file: requests, and what each of them should meet. */
export interface TestCase {
  readonly file: string
  /** 1-based, of the case's first key. */
  readonly line: number
  readonly id?: string
  readonly description: string
  readonly request: AskedRequests
  /** `null`: whoever the hosts of the requests are bound to. */
  readonly from: AskedCaller | null
  /** What istio-config-validator asserts of the rule that takes the request. */
  readonly rule: RuleExpectation
  /** `false`: every part of `rule` must differ. */
  readonly wantMatch: boolean
  readonly expect: Expectation | null
  readonly modes: readonly ('offline' | 'live')[]
  readonly skipReason?: string
  /** What of the case is read and has no meaning here, in words. */
  readonly warnings: readonly string[]
}

/** Every combination of the lists is asked, in their order: uri, authority, method. */
export interface AskedRequests {
  readonly authority: readonly string[]
  readonly method: readonly string[]
  readonly uri: readonly string[]
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly port?: number
  readonly scheme?: 'http' | 'https'
  readonly protocol: 'http' | 'tcp'
  readonly sni?: string
  readonly tokens: readonly Token[]
}

/** A shorthand is resolved where the mesh is known. */
export type AskedCaller =
  | { readonly kind: 'caller'; readonly caller: Caller }
  | { readonly kind: 'shorthand'; readonly text: string }
  /** A pod of this namespace that has no proxy. */
  | { readonly kind: 'bare'; readonly namespace: string }

/** Fields of a VirtualService's http rule, as they would be written there; absent: not asserted. */
export interface RuleExpectation {
  readonly route?: readonly JsonMap[]
  readonly redirect?: JsonMap
  readonly rewrite?: JsonMap
  readonly fault?: JsonMap
  readonly headers?: JsonMap
  readonly delegate?: JsonMap
}

/** What the caller and the application see. Absent: not asserted. */
export interface Expectation {
  readonly status?: number
  readonly destination?: {
    readonly host: string
    readonly subset?: string
    readonly port?: number
  }
  /** Percent by subset; hosts stand for destinations without one. */
  readonly distribution?: Readonly<Record<string, number>>
  readonly denied?: boolean | 'rbac' | 'jwt' | 'tls'
  readonly mtls?: boolean
  readonly path?: string
  readonly authority?: string
  /** `null`: the application must not receive it. */
  readonly requestHeaders?: Readonly<Record<string, string | null>>
  /** `null`: the configuration must remove it. */
  readonly responseHeaders?: Readonly<Record<string, string | null>>
  readonly location?: string
  readonly body?: string
  /** Milliseconds. */
  readonly minDuration?: number
  /** Milliseconds. */
  readonly maxDuration?: number
  readonly attempts?: number
  /** Hosts, or `host/subset`; empty: nothing is mirrored. */
  readonly mirroredTo?: readonly string[]
}

/** One requirement that was not met, or that only a running mesh can show. */
export interface Miss {
  readonly what: string
  readonly wanted: string
  readonly got: string
}

export interface Judgement {
  readonly misses: readonly Miss[]
  /** Requirements that configuration does not decide, in words. */
  readonly undecided: readonly string[]
  /** Requirements that were compared. */
  readonly compared: number
}
