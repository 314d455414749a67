import type { Assumption, Certainty, ResourceRef } from '../finding.ts'

/**
 * One concrete request, the same everywhere: witnesses, explain, test, recorded answers (design §10).
 * `path` is bytes as sent, `authority` the Host header as sent, `address` the dialled IP.
 */
export interface Request {
  readonly id?: string
  readonly from: Caller
  /** `NS/WORKLOAD`: asks that server's inbound side alone; `port` is then the workload's own. */
  readonly to?: string
  /** With `to`: `HOST:PORT` of the Service by which clients call that port; absent: none that is known. */
  readonly via?: string
  readonly protocol: 'http' | 'tcp'
  readonly address?: string
  /** Service port at sidecars; listener (target) port at gateways. */
  readonly port: number
  readonly authority: string
  readonly method: string
  readonly path: string
  /** A list stands for several header lines. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly transport: 'mtls' | 'plaintext' | 'tls'
  readonly sni?: string
  readonly alpn?: string
  /** Without `spiffe://`. */
  readonly principal?: string
  readonly ip?: string
  readonly remoteIp?: string
  readonly tokens?: readonly Token[]
  /** What providers of CUSTOM policies answer, by name; one that is not named makes the outcome `delegated`. */
  readonly providers?: Readonly<Record<string, 'allow' | 'deny' | 'error'>>
  /** RFC 3339; expiries are judged by it, never by a clock. */
  readonly now?: string
}

export interface Token {
  readonly claims: Readonly<Record<string, unknown>>
  readonly signature: 'good' | 'broken'
  /** `header:NAME:PREFIX`, `query:NAME`, `cookie:NAME`; default Authorization: Bearer. */
  readonly in?: string
}

export type Caller =
  | {
      readonly namespace: string
      readonly serviceAccount?: string
      readonly labels?: Readonly<Record<string, string>>
      readonly pod?: string
    }
  | { readonly gateway: string }
  | { readonly waypoint: string }
  | 'outside'

export type OutcomeKind =
  | 'served'
  | 'no-virtual-host'
  | 'no-route'
  | 'no-cluster'
  | 'no-endpoints'
  | 'redirect'
  | 'direct-response'
  | 'denied'
  | 'unauthenticated'
  | 'bad-request'
  | 'reset'
  | 'closed'
  | 'passthrough'
  | 'blackhole'
  | 'delegated'
  | 'config-refused'
  | 'unknown'

export interface OutcomeDestination {
  /** Envoy's name for it. */
  readonly cluster: string
  readonly host: string
  readonly subset?: string
  readonly port: number
  /** As configured; its share is this over the sum of all. */
  readonly weight: number
  /** No such cluster: the share is answered 503 (500 for Gateway API). */
  readonly missing?: boolean
  /** A cluster without endpoints: the share is answered 503, bytes are closed. */
  readonly empty?: boolean
  /** Operations of this destination alone, after the route's. */
  readonly headers?: Readonly<Record<string, unknown>>
  readonly authorityRewrite?: string
}

export interface Outcome {
  readonly id?: string
  readonly outcome: OutcomeKind
  /** `tcp`: the proxy forwarded bytes, whatever the client spoke. */
  readonly protocol?: 'tcp'
  readonly status?: number
  readonly destinations: readonly OutcomeDestination[]
  /** Status of the share whose cluster does not exist, where others do. */
  readonly missingStatus?: number
  /** After normalisation and rewrite, as the upstream receives it. */
  readonly path?: string
  /** A rewrite made the path. */
  readonly rewritten?: boolean
  readonly authority?: string
  readonly redirect?: {
    readonly status: number
    readonly scheme?: string
    readonly host?: string
    readonly port?: number
    /** Where it replaces the path: as the client is told. */
    readonly path?: string
    /** The path above came from replacing the matched prefix by this. */
    readonly prefixRewrite?: string
  }
  readonly response?: { readonly status: number; readonly body?: string }
  readonly transport?: 'mtls' | 'plaintext' | 'tls'
  readonly settings?: RouteSettings
  readonly trace?: {
    readonly listener?: string
    readonly chain?: string
    readonly routeConfig?: string
    readonly virtualHost?: string
    /** Its name; may be empty. */
    readonly route?: string
    /** Its place in the virtual host, from 0. */
    readonly routeIndex?: number
  }
  readonly decidedBy?: {
    readonly filter: string
    readonly action?: string
    readonly ref?: ResourceRef
    readonly rule?: number | null
    readonly file?: string
    readonly line?: number
  }
  /** Who decides a `delegated` request, and the answer where the request gives one. */
  readonly provider?: { readonly name: string; readonly answer?: 'allow' | 'deny' | 'error' }
  /** Headers that the token filter sets towards the application, or takes away (`null`). Lower case. */
  readonly upstreamHeaders?: Readonly<Record<string, string | null>>
  readonly steps: readonly TraceStep[]
  readonly certainty: Certainty
  readonly assumptions: readonly Assumption[]
  /** Why the outcome is what it is, or why it is unknown. */
  readonly reason?: string
}

export interface TraceStep {
  readonly layer: string
  readonly text: string
  readonly file?: string
  readonly line?: number
}

/** Everything of a route that is not where the request goes. Canonical: equal settings are equal JSON. */
export interface RouteSettings {
  /** Go duration, e.g. `3s`; absent: none. */
  readonly timeout?: string
  /** Absent: the default policy of the minor. */
  readonly retries?: Readonly<Record<string, unknown>> | 'off'
  readonly fault?: Readonly<Record<string, unknown>>
  readonly mirrors?: readonly Readonly<Record<string, unknown>>[]
  readonly headers?: Readonly<Record<string, unknown>>
  readonly cors?: Readonly<Record<string, unknown>>
  readonly hashPolicy?: readonly Readonly<Record<string, unknown>>[]
}
