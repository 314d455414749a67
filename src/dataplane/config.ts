import type { Assumption, Certainty, Place } from '../finding.ts'
import type { DnsClient } from '../mesh/dns-capture.ts'

/** Envoy-shaped configuration of one proxy class, every piece with its origin. Law: istio pilot/pkg/networking/core. */
export interface ProxyConfig {
  readonly proxy: Proxy
  readonly listeners: readonly Listener[]
  /** By name: `80`, `reviews.prod.svc.cluster.local:9080`, `http.8080`. */
  readonly routeConfigs: ReadonlyMap<string, RouteConfig>
  /** By name: `outbound|9080|v1|reviews.prod.svc.cluster.local`. */
  readonly clusters: ReadonlyMap<string, Cluster>
}

/** A class of proxies that receive the same configuration. */
export interface Proxy extends DnsClient {
  readonly type: 'sidecar' | 'gateway' | 'waypoint' | 'ztunnel' | 'none'
  /** Stable and equal on both sides for the same class. */
  readonly id: string
  /** For people: "pods with app=frontend in shop", "any other pod in shop". */
  readonly description: string
  readonly serviceAccount?: string
  /** Addresses of the pod, where one pod is meant and not a class. */
  readonly addresses?: readonly string[]
  readonly certainty: Certainty
  readonly assumptions: readonly Assumption[]
}

export interface Listener {
  /** `0.0.0.0_80`, `10.96.0.3_9080`, `virtualOutbound`. */
  readonly name: string
  readonly address: string
  readonly port: number
  readonly filterChains: readonly FilterChain[]
  /** Where no chain matches; absent: the connection is reset. */
  readonly defaultChain?: FilterChain
  /** The first bytes say whether it is HTTP. */
  readonly sniffs: boolean
  /** Services and servers that lost their place to an older one. */
  readonly lost: readonly { readonly at: Place | null; readonly reason: string }[]
  /** Envoy would refuse the listener: why. The last good one stays. */
  readonly refused?: { readonly reason: string; readonly at: Place } | undefined
}

export interface FilterChain {
  readonly name: string
  readonly match: ChainMatch
  /** The proxy terminates TLS. */
  readonly tls?: ServerTls
  /** A plain server of a gateway: its listener has no TLS inspector. */
  readonly unreadNames?: true
  /** A route configuration by name, or a TCP proxy to clusters. */
  readonly routeConfig?: string
  readonly tcp?: readonly WeightedCluster[]
  /** Of a TCP proxy: connections of one source keep to one endpoint. */
  readonly hashSourceIp?: boolean
  readonly origins: readonly Place[]
  readonly certainty: Certainty
  readonly assumptions: readonly Assumption[]
}

/** Envoy's filter chain match; absent members match everything. */
export interface ChainMatch {
  readonly sni?: readonly string[]
  /** CIDR blocks of the address that was dialled. */
  readonly destinations?: readonly string[]
  readonly transport?: 'tls' | 'raw_buffer'
  readonly alpn?: readonly string[]
}

/** TLS of a gateway server. */
export interface ServerTls {
  readonly mode: string
  readonly settings: Readonly<Record<string, unknown>>
}

export interface RouteConfig {
  readonly name: string
  /** Service port at sidecars, listener port at gateways. */
  readonly port: number
  readonly virtualHosts: readonly VirtualHost[]
  /** Envoy's ignore_port_in_host_matching. */
  readonly ignorePortInHost: boolean
  /** Envoy would refuse the whole configuration: why. The last good one stays. */
  readonly refused?: { readonly reason: string; readonly at: Place }
}

export interface VirtualHost {
  /** `reviews.prod.svc.cluster.local:9080`. */
  readonly name: string
  readonly domains: readonly string[]
  readonly routes: readonly Route[]
  /** https redirect for every plaintext request. */
  readonly requireTls: boolean
  readonly origins: readonly Place[]
}

export interface Route {
  readonly name: string
  readonly match: RouteMatch
  readonly action: RouteAction
  /** The rule and match that made it; empty for a service's default route. */
  readonly origins: readonly Place[]
  readonly certainty: Certainty
  readonly assumptions: readonly Assumption[]
}

export interface RouteMatch {
  readonly path: PathMatch
  /** Includes `:method`, `:authority`, `:scheme`. All must hold. */
  readonly headers: readonly HeaderMatch[]
  readonly queryParams: readonly QueryMatch[]
  /** JWT claims that gateways match as metadata: key path and value. */
  readonly claims: readonly ClaimMatch[]
}

/** The path without query and fragment. `separated` is element-wise (Ingress, Gateway API). */
export type PathMatch =
  | {
      readonly kind: 'prefix' | 'exact' | 'separated'
      readonly value: string
      readonly ignoreCase: boolean
    }
  | { readonly kind: 'regex'; readonly value: string }

export type StringMatch = { readonly kind: 'exact' | 'prefix' | 'regex'; readonly value: string }

export interface HeaderMatch {
  /** Lower case. */
  readonly name: string
  /** `present` tests for presence alone. */
  readonly value: StringMatch | 'present'
  readonly invert: boolean
  /** Since 1.22 an inverted value form treats a missing header as the empty string. */
  readonly missingAsEmpty: boolean
}

export interface QueryMatch {
  readonly name: string
  readonly value: StringMatch | 'present'
}

export interface ClaimMatch {
  readonly path: readonly string[]
  readonly value: StringMatch | 'present'
  readonly invert: boolean
}

export type RouteAction =
  | ForwardAction
  | {
      readonly kind: 'redirect'
      readonly status: number
      readonly scheme?: string
      readonly host?: string
      readonly port?: number
      /** Replaces the whole path. */
      readonly path?: string
      /** Replaces the matched prefix. */
      readonly prefixRewrite?: string
      readonly settings: RouteSettings
    }
  | {
      readonly kind: 'direct-response'
      readonly status: number
      readonly body?: string
      readonly settings: RouteSettings
    }
  | { readonly kind: 'passthrough'; readonly cluster: string }
  | { readonly kind: 'blackhole'; readonly status: number }
  /** The chosen virtual host has no route for the request: 404. Only in lowered tables. */
  | { readonly kind: 'no-route' }
  /** No virtual host takes the request: 404. Only in lowered tables. */
  | { readonly kind: 'no-virtual-host' }
  /** istiod sends a route that Envoy refuses, and with it the whole route configuration. */
  | { readonly kind: 'refused'; readonly reason: string; readonly at: readonly Place[] }
  /** A value, never an exception: what was not understood and where. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly at: readonly Place[] }

export interface ForwardAction {
  readonly kind: 'forward'
  readonly destinations: readonly WeightedCluster[]
  /** Status when the cluster does not exist: 503, 500 for Gateway API. */
  readonly clusterNotFound: 500 | 503
  readonly pathRewrite?:
    | { readonly kind: 'prefix'; readonly value: string }
    | { readonly kind: 'regex'; readonly pattern: string; readonly substitution: string }
  readonly authorityRewrite?: string
  readonly settings: RouteSettings
}

export interface WeightedCluster {
  /** Envoy's cluster name. */
  readonly cluster: string
  readonly host: string
  readonly subset: string
  readonly port: number
  /** As sent; 1 where there is one destination. */
  readonly weight: number
  readonly headers?: HeaderOperations
  readonly authorityRewrite?: string
  /** The proxy has no such cluster. Set in lowered tables and outcomes. */
  readonly missing?: boolean
  readonly at: Place | null
}

export interface HeaderOperations {
  readonly request?: HeaderOperation
  readonly response?: HeaderOperation
}

export interface HeaderOperation {
  readonly set?: Readonly<Record<string, string>>
  /** A list where several values are added. */
  readonly add?: Readonly<Record<string, string | readonly string[]>>
  /** Removed first, then the others take effect. */
  readonly remove?: readonly string[]
}

/** Everything of a route that does not decide where the request goes. Normalised: equal behaviour, equal JSON. */
export interface RouteSettings {
  /** Milliseconds; absent: none. */
  readonly timeout?: number
  /** Absent: the default policy of the minor (which is compared as its own value). */
  readonly retries?: RetryPolicy | 'off'
  readonly fault?: {
    readonly delay?: { readonly percent: number; readonly milliseconds: number }
    readonly abort?: {
      readonly percent: number
      readonly httpStatus?: number
      readonly grpcStatus?: string
    }
  }
  readonly mirrors?: readonly Mirror[]
  readonly headers?: HeaderOperations
  readonly cors?: Readonly<Record<string, unknown>>
  readonly hashPolicy?: readonly Readonly<Record<string, unknown>>[]
}

export interface Mirror {
  readonly cluster: string
  readonly percent: number
  /** `-shadow` is appended to the host (until 1.27). */
  readonly shadowSuffix?: boolean
}

export interface RetryPolicy {
  readonly attempts: number
  readonly perTryTimeout?: number
  readonly retryOn: string
  readonly statusCodes: readonly number[]
  readonly retryRemoteLocalities?: boolean
  readonly ignorePreviousHosts?: boolean
  readonly backoff?: number
}

export interface Cluster {
  readonly name: string
  readonly host: string
  /** Of the Service or ServiceEntry that the proxy sees under the host. */
  readonly namespace: string
  readonly subset: string
  readonly port: number
  readonly type: 'eds' | 'strict-dns' | 'logical-dns' | 'original-dst' | 'dynamic-forward-proxy'
  /** Labels that endpoints must carry: the subset's. */
  readonly labels: Readonly<Record<string, string>>
  /** Known endpoints in git: null where git does not hold the workloads. */
  readonly endpoints: number | null
  /** Where they listen: `10.0.0.1:8080`, or `:8080` of pods whose addresses git does not hold. Sorted. */
  readonly targets: readonly string[]
  /** Where connections go that leave it to the endpoint whether they use mutual TLS, and go in plaintext. Sorted. */
  readonly unmarked: readonly string[]
  /** `namespace/name` of the DestinationRule that applies (the oldest of those merged); null: none. */
  readonly destinationRule: string | null
  readonly policy: UpstreamPolicy
  readonly tls: UpstreamTls
  readonly origins: readonly Place[]
  readonly certainty: Certainty
  readonly assumptions: readonly Assumption[]
}

/** How a cluster treats its endpoints. Normalised: equal behaviour, equal JSON; durations in milliseconds. */
export interface UpstreamPolicy {
  readonly loadBalancer: Readonly<Record<string, unknown>>
  readonly connectionPool?: Readonly<Record<string, unknown>>
  readonly outlierDetection?: Readonly<Record<string, unknown>>
  readonly locality?: Readonly<Record<string, unknown>>
  readonly proxyProtocol?: Readonly<Record<string, unknown>>
  readonly tunnel?: Readonly<Record<string, unknown>>
  readonly retryBudget?: Readonly<Record<string, unknown>>
}

/** TLS towards endpoints. `auto-mtls`: to each endpoint that is marked for it, plaintext to the others. */
export interface UpstreamTls {
  readonly mode: 'plaintext' | 'auto-mtls' | 'ISTIO_MUTUAL' | 'SIMPLE' | 'MUTUAL'
  readonly sni?: string
  readonly settings?: Readonly<Record<string, unknown>>
  /** `false` until 1.20: no server name is sent without `sni`, and without authorities nobody vouches for the server. */
  readonly autoSni?: false
  readonly verifies?: false
}
