import type { CanonicalInbound } from './canonical-access.ts'

/**
 * The words in which two compilers are compared: the JSON of conformance/internal/canonical. Lists that
 * Envoy does not read in order are sorted; absent fields are the defaults.
 */
export interface CanonicalConfig {
  readonly proxy: string
  readonly listeners?: readonly CanonicalListener[]
  readonly routeConfigs?: readonly CanonicalRouteConfig[]
  readonly clusters?: readonly CanonicalCluster[]
  readonly inbound?: CanonicalInbound
  /** Fields that istiod set and that these words do not express. */
  readonly unread?: readonly string[]
}

export interface CanonicalListener {
  readonly name: string
  readonly address: string
  readonly port: number
  readonly chains: readonly CanonicalChain[]
}

export interface CanonicalChain {
  readonly match: {
    readonly port?: number
    readonly destinations?: readonly string[]
    readonly sni?: readonly string[]
    readonly transport?: string
    readonly alpn?: readonly string[]
    readonly default?: boolean
  }
  readonly routeConfig?: string
  readonly tcp?: readonly CanonicalDestination[]
  readonly tls?: boolean
  readonly filters?: readonly string[]
}

export interface CanonicalRouteConfig {
  readonly name: string
  readonly ignorePortInHost: boolean
  readonly virtualHosts: readonly CanonicalVirtualHost[]
}

export interface CanonicalVirtualHost {
  readonly name: string
  readonly domains: readonly string[]
  readonly requireTls: boolean
  readonly routes: readonly CanonicalRoute[]
}

export interface CanonicalRoute {
  readonly name: string
  readonly match: CanonicalMatch
  readonly action: CanonicalAction
}

export interface CanonicalMatch {
  readonly path: { readonly kind: string; readonly value: string; readonly ignoreCase?: boolean }
  readonly headers?: readonly {
    readonly name: string
    readonly value: CanonicalValue
    readonly invert?: boolean
    readonly missingAsEmpty?: boolean
  }[]
  readonly queryParams?: readonly { readonly name: string; readonly value: CanonicalValue }[]
  readonly claims?: readonly {
    readonly path: readonly string[]
    readonly value: CanonicalValue
    readonly invert?: boolean
  }[]
}

export interface CanonicalValue {
  readonly kind: string
  readonly value?: string
  readonly ignoreCase?: boolean
}

export interface CanonicalAction {
  readonly kind: string
  readonly destinations?: readonly CanonicalDestination[]
  readonly clusterNotFound?: number
  readonly pathRewrite?: Readonly<Record<string, string>>
  readonly authorityRewrite?: string
  readonly redirect?: Readonly<Record<string, string | number>>
  readonly response?: { readonly status: number; readonly body?: string }
  readonly settings: CanonicalSettings
}

export interface CanonicalDestination {
  readonly cluster: string
  readonly weight: number
  readonly headers?: CanonicalHeaders
  readonly authorityRewrite?: string
}

export interface CanonicalHeaders {
  readonly request?: CanonicalHeaderOperation
  readonly response?: CanonicalHeaderOperation
}

/** Names in lower case. Removed first; `set` replaces the lines of a header by these, `add` appends. */
export interface CanonicalHeaderOperation {
  readonly set?: Readonly<Record<string, readonly string[]>>
  readonly add?: Readonly<Record<string, readonly string[]>>
  readonly remove?: readonly string[]
}

export interface CanonicalSettings {
  /** Milliseconds. */
  readonly timeout?: number
  /** Absent: no retries. */
  readonly retries?: Readonly<Record<string, unknown>>
  readonly fault?: Readonly<Record<string, unknown>>
  readonly mirrors?: readonly {
    readonly cluster: string
    readonly percent: number
    readonly keepHost: boolean
  }[]
  readonly headers?: CanonicalHeaders
  readonly cors?: Readonly<Record<string, unknown>>
  readonly hashPolicy?: readonly Readonly<Record<string, unknown>>[]
}

export interface CanonicalCluster {
  readonly name: string
  readonly type: string
  readonly endpoints?: readonly { readonly address: string; readonly port: number }[]
  /** Of clusters that lead out of the proxy. */
  readonly upstream?: CanonicalUpstream
}

/** How a proxy treats the endpoints of a cluster; times are milliseconds. */
export interface CanonicalUpstream extends Readonly<Record<string, unknown>> {
  readonly loadBalancer: Readonly<Record<string, unknown>>
  readonly tls: CanonicalUpstreamTls
}

export interface CanonicalUpstreamTls extends Readonly<Record<string, unknown>> {
  readonly mode: string
}
