/**
 * Behaviours of Istio by minor: the only place that knows version numbers. A row is on from `since` on
 * (and before `until`), unless the flag that istiod reads in that minor says otherwise.
 */
interface Behaviour {
  readonly since: number
  /** First minor that no longer behaves so. */
  readonly until?: number
  readonly flag?: {
    readonly name: string
    /** The flag turns the behaviour off when `true`. */
    readonly inverted?: boolean
    /** Minors that read it; outside it changes nothing. */
    readonly from: number
    readonly to?: number
  }
  readonly source: string
}

const BEHAVIOURS = {
  'most-specific-virtual-service': {
    since: 21,
    flag: {
      name: 'PERSIST_OLDEST_FIRST_HEURISTIC_FOR_VIRTUAL_SERVICE_HOST_MATCHING',
      inverted: true,
      from: 18,
      to: 29
    },
    source: 'release notes 1.21 (and 1.18.7, 1.19.6, 1.20.2): overlapping wildcard hosts'
  },
  'absolute-fqdn-domain': {
    since: 27,
    flag: { name: 'PILOT_ENABLE_ABSOLUTE_FQDN_VHOST_DOMAIN', from: 26 },
    source: 'release notes 1.27: host names with a trailing dot'
  },
  'fold-virtual-service-hosts': {
    since: 27,
    source: 'release notes 1.27: VirtualService hosts in mixed case'
  },
  'external-name-alias': {
    since: 21,
    flag: { name: 'ENABLE_EXTERNAL_NAME_ALIAS', from: 20, to: 30 },
    source: 'release notes 1.21: ExternalName as alias'
  },
  'regex-catch-all': {
    since: 21,
    source: 'release notes 1.21: route with regex .* is a catch-all'
  },
  'missing-header-is-empty': {
    since: 22,
    source: 'release notes 1.22: withoutHeaders matches when the header is missing'
  },
  'retry-503': {
    since: 18,
    until: 24,
    flag: { name: 'EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY', inverted: true, from: 24, to: 29 },
    source: 'release notes 1.24: 503 is no longer retried by default'
  },
  'shadow-suffix': {
    since: 18,
    until: 28,
    flag: { name: 'DISABLE_SHADOW_HOST_SUFFIX', inverted: true, from: 27 },
    source: 'release notes 1.28: mirrored requests keep their host'
  },
  'merge-destination-rules-of-equal-export': {
    since: 24,
    flag: { name: 'ENABLE_ENHANCED_DESTINATIONRULE_MERGE', from: 22 },
    source: 'release notes 1.24: DestinationRules merge only with equal exportTo'
  },
  'unified-sidecar-scope': {
    since: 24,
    flag: { name: 'PILOT_UNIFIED_SIDECAR_SCOPE', from: 24 },
    source: 'release notes 1.24: own namespace before Kubernetes before others'
  },
  'default-scope-own-namespace': {
    since: 24,
    flag: { name: 'PILOT_UNIFIED_SIDECAR_SCOPE', from: 24, to: 29 },
    source: 'release notes 1.24: the own namespace goes first without a Sidecar too'
  },
  'best-service-namespace': {
    since: 30,
    flag: { name: 'PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE', from: 29 },
    source: 'release notes 1.30: service of an imported route'
  },
  'scope-gateway-to-namespace': {
    since: 99,
    flag: { name: 'PILOT_SCOPE_GATEWAY_TO_NAMESPACE', from: 18 },
    source: 'istio pilot/pkg/features'
  },
  'filter-gateway-clusters': {
    since: 99,
    flag: { name: 'PILOT_FILTER_GATEWAY_CLUSTER_CONFIG', from: 18 },
    source: 'istio pilot/pkg/features'
  },
  'auto-allocate-addresses': {
    since: 25,
    flag: { name: 'PILOT_ENABLE_IP_AUTOALLOCATE', from: 23 },
    source: 'release notes 1.25: addresses for ServiceEntries'
  },
  'passthrough-target-port': {
    since: 22,
    flag: { name: 'ENABLE_RESOLUTION_NONE_TARGET_PORT', from: 22, to: 29 },
    source: 'release notes 1.22: targetPort of ServiceEntries with resolution NONE'
  },
  'auto-sni': {
    since: 21,
    flag: { name: 'ENABLE_AUTO_SNI', from: 18, to: 29 },
    source: 'release notes 1.21: SNI from the Host header'
  },
  'verify-certificate-at-client': {
    since: 21,
    flag: { name: 'VERIFY_CERTIFICATE_AT_CLIENT', from: 18, to: 29 },
    source: 'release notes 1.21: system certificate authorities'
  },
  'subset-tls-fallback': {
    since: 31,
    source: 'release notes 1.31: a subset falls back to the tls of its DestinationRule'
  },
  'sidecar-host-exclusion': {
    since: 31,
    source: 'release notes 1.31: Sidecar egress hosts ~ns/host'
  },
  'dynamic-dns-outbound': { since: 31, source: 'release notes 1.31: ALLOW_ANY_DYNAMIC_DNS' },
  'redirect-prefix-rewrite': { since: 31, source: 'release notes 1.31: redirect.prefixRewrite' },
  'default-traffic-policy': {
    since: 31,
    source: 'release notes 1.31: meshConfig.defaultTrafficPolicy'
  },
  'mirrors-list': { since: 20, source: 'release notes 1.20: several mirrors' },
  'regex-rewrite': { since: 19, source: 'release notes 1.19: uriRegexRewrite' },
  'header-lines-apart': {
    since: 31,
    source: 'Envoy 1.39: each header line is matched on its own; before, lines are joined by commas'
  },
  'destination-rule-own-namespace-fixed': {
    since: 21,
    source: 'release notes 1.21: exportTo that lists the own namespace'
  },
  'order-by-name-then-namespace': {
    since: 21,
    source: 'release notes 1.21: tie-break of equal ages'
  },
  'retry-remote-backoff': {
    since: 26,
    source: 'release notes 1.26: retries.backoff, retryIgnorePreviousHosts'
  },
  'unmatched-preflights': {
    since: 23,
    source: 'release notes 1.23: corsPolicy.unmatchedPreflights'
  },
  'path-templates': {
    since: 22,
    source: 'release notes 1.22: {*} and {**} in AuthorizationPolicy paths'
  },
  'policy-target-ref': { since: 20, source: 'release notes 1.20: targetRef of policies' },
  'policy-target-refs': { since: 22, source: 'release notes 1.22: targetRefs of policies' },
  'policy-service-accounts': { since: 25, source: 'release notes 1.25: source.serviceAccounts' },
  'policy-trust-domains': { since: 30, source: 'release notes 1.30: source.trustDomains' },
  'escaped-identity-patterns': {
    since: 30,
    source:
      'release notes 1.30 (and 1.28.7, 1.29.3): wildcards and namespaces of policies are escaped'
  },
  'selector-gateway-policy': {
    since: 18,
    flag: { name: 'ENABLE_SELECTOR_BASED_K8S_GATEWAY_POLICY', from: 22 },
    source: 'istio pilot/pkg/features: selectors of policies reach gateways of the Gateway API'
  },
  'several-custom-providers': {
    since: 99,
    flag: { name: 'PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS', from: 30 },
    source: 'release notes 1.30: several CUSTOM providers on one workload'
  },
  'custom-dry-run-denies': {
    since: 30,
    source: 'istio pilot security/authz/builder 1.30: dry-run of CUSTOM is enforced as a denial'
  },
  'skip-validate-trust-domain': {
    since: 99,
    flag: { name: 'PILOT_SKIP_VALIDATE_TRUST_DOMAIN', from: 18 },
    source: 'istio pilot/pkg/features'
  },
  'sidecar-ingress-tls': {
    since: 99,
    flag: { name: 'ENABLE_TLS_ON_SIDECAR_INGRESS', from: 18 },
    source: 'istio pilot/pkg/features'
  },
  'merge-sidecar-ingress-with-services': {
    since: 99,
    flag: { name: 'PILOT_ALLOW_SIDECAR_SERVICE_INBOUND_LISTENER_MERGE', from: 20 },
    source: 'istio pilot/pkg/features'
  },
  'claims-in-envoy': {
    since: 21,
    source:
      'release notes 1.21: claims are matched as Envoy reads them; before, texts split at spaces'
  },
  'jwt-cookies': { since: 21, source: 'release notes 1.21: fromCookies' },
  'space-delimited-claims': { since: 28, source: 'release notes 1.28: spaceDelimitedClaims' },
  'policy-header-lines-apart': {
    since: 30,
    source: 'Envoy fix of CVE-2026-26308: RBAC matches each header line on its own'
  },
  'retry-budget-default': {
    since: 30,
    source: 'release notes 1.30: a retryBudget without percent is 20, not 0.2 percent'
  },
  // What follows is read by no compile step yet: effects/unread-behaviours.ts says which objects it could touch.
  'query-prefix': { since: 18, source: 'release notes 1.18: queryParams with prefix' },
  'failover-priority-values': {
    since: 18,
    source: 'release notes 1.18: values of failoverPriority'
  },
  'empty-prefix-rejected': {
    since: 18,
    source: 'release notes 1.18: header matches with an empty prefix are refused'
  },
  'gateway-api-deployments': {
    since: 18,
    source: 'release notes 1.18: gateways of the Gateway API are deployed by istiod'
  },
  'external-authorization-fixes': {
    since: 18,
    source: 'release notes 1.18: headers and failures of external authorizers'
  },
  'client-insecure-skip-verify': {
    since: 19,
    source: 'release notes 1.19: insecureSkipVerify of DestinationRules'
  },
  'optional-mutual-servers': {
    since: 19,
    source: 'release notes 1.19: OPTIONAL_MUTUAL of Gateway servers'
  },
  'ambient-peer-authentication': {
    since: 19,
    source: 'release notes 1.19: PeerAuthentication and ServiceEntry in ambient mode'
  },
  'service-parents-state-group': {
    since: 19,
    source: 'release notes 1.19: parentRefs to Services state group and kind'
  },
  'filter-type-urls': {
    since: 19,
    source: 'release notes 1.19: typed_config of EnvoyFilters needs a type URL'
  },
  'bracketed-claim-routes': {
    since: 19,
    source: 'release notes 1.19: claims in brackets in route matches'
  },
  'http-filter-order': {
    since: 20,
    source: 'release notes 1.20: one order of HTTP filters at every proxy'
  },
  'delegate-header-matches': {
    since: 20,
    source: 'release notes 1.20: delegates of roots with several header matches'
  },
  'proxy-headers': { since: 20, source: 'release notes 1.20: proxyHeaders of ProxyConfig' },
  'empty-header-is-presence': {
    since: 21,
    source: 'release notes 1.21: a header match {} asks for presence'
  },
  'sidecar-inbound-pool': {
    since: 21,
    source: 'release notes 1.21: inboundConnectionPool of Sidecars'
  },
  'upstream-proxy-protocol': {
    since: 21,
    source: 'release notes 1.21: proxyProtocol of DestinationRules'
  },
  'listener-isolation': {
    since: 22,
    source: 'release notes 1.22: listeners of the Gateway API are isolated'
  },
  'enhanced-resource-scoping': {
    since: 22,
    flag: { name: 'ENABLE_ENHANCED_RESOURCE_SCOPING', from: 18, to: 29 },
    source: 'release notes 1.22: discoverySelectors hold for configuration too'
  },
  'delta-xds': {
    since: 22,
    source: 'release notes 1.22: proxies are sent differences'
  },
  'use-waypoint-labels': {
    since: 22,
    source: 'release notes 1.22: meaning of istio.io/use-waypoint'
  },
  'duplicate-subsets-rejected': {
    since: 22,
    source: 'release notes 1.22: subsets of one name are refused'
  },
  'audience-lists': {
    since: 22,
    source: 'release notes 1.22 (and 1.21.3): tokens whose audience is a list'
  },
  'continue-100': { since: 23, source: 'release notes 1.23: 100-continue is passed on' },
  'tls-to-ambient': {
    since: 23,
    source: 'release notes 1.23: tls of DestinationRules towards ambient pods'
  },
  'inbound-retry': {
    since: 24,
    flag: { name: 'ENABLE_INBOUND_RETRY_POLICY', from: 24, to: 29 },
    source: 'release notes 1.24: servers retry what was reset before it was sent'
  },
  'destination-rule-tls-for-external': {
    since: 24,
    flag: { name: 'PREFER_DESTINATIONRULE_TLS_FOR_EXTERNAL_SERVICES', from: 24 },
    source: "release notes 1.24: tls of DestinationRules goes before the proxy's own certificates"
  },
  'waypoint-policies': {
    since: 24,
    source: 'release notes 1.24: portLevelSettings, connection.sni, sourceNamespace at waypoints'
  },
  'gateway-class-target-ref': {
    since: 25,
    source: 'release notes 1.25: policies of the GatewayClass istio-waypoint'
  },
  'waypoint-drops-source-labels': {
    since: 25,
    source: 'release notes 1.25: waypoints leave out matches with sourceLabels'
  },
  'ambient-dns-capture': {
    since: 25,
    source: 'release notes 1.25: DNS of ambient pods is captured'
  },
  'traffic-distribution': {
    since: 25,
    source: 'release notes 1.25: trafficDistribution of Services'
  },
  'internal-addresses': {
    since: 25,
    source: 'Envoy 1.33: no address is internal by default (x-forwarded-for)'
  },
  'wasm-fails-closed': {
    since: 25,
    source: 'release notes 1.25: FAIL_CLOSE holds for modules that cannot be fetched'
  },
  'backend-tls-policy': { since: 26, source: 'release notes 1.26: BackendTLSPolicy' },
  'waypoint-tcp-routes': { since: 26, source: 'release notes 1.26: TCPRoute at waypoints' },
  'filter-matches-domains': {
    since: 26,
    source: 'release notes 1.26: EnvoyFilters match virtual hosts by domain'
  },
  'optional-jwt-issuer': {
    since: 27,
    source: 'release notes 1.27: issuer of jwtRules is optional'
  },
  'upstream-retry-budget': {
    since: 27,
    source: 'release notes 1.27: retryBudget of DestinationRules'
  },
  'several-server-certificates': {
    since: 27,
    source: 'release notes 1.27: several certificates of a Gateway server'
  },
  'inference-pools': { since: 27, source: 'release notes 1.27: InferencePool, ListenerSet' },
  'native-sidecars': {
    since: 27,
    flag: { name: 'ENABLE_NATIVE_SIDECARS', from: 18 },
    source: 'release notes 1.27: sidecars are native where Kubernetes has them'
  },
  'backend-tls-policy-v1': { since: 28, source: 'release notes 1.28: BackendTLSPolicy v1' },
  'dynamic-dns-entries': {
    since: 28,
    source: 'release notes 1.28: wildcard ServiceEntries with DYNAMIC_DNS'
  },
  'hash-cookie-attributes': {
    since: 28,
    source: 'release notes 1.28: attributes of cookies for consistent hashing'
  },
  'gateway-secret-access': {
    since: 28,
    source: "release notes 1.28: Secrets of gateways are read with the pod's service account"
  },
  'ambient-passthrough-entries': {
    since: 28,
    source: 'release notes 1.28: ServiceEntries with resolution NONE in ambient mode'
  },
  'ambient-dry-run': {
    since: 99,
    flag: { name: 'AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY', from: 29 },
    source: 'release notes 1.29: dry-run policies in ambient mode'
  },
  'debug-authentication': {
    since: 29,
    source: "release notes 1.29: istiod's debug endpoints ask who calls"
  },
  'dynamic-dns-tls': {
    since: 29,
    source: 'release notes 1.29: TLS to wildcard ServiceEntries; HTTPS servers with bind'
  },
  'no-backend-is-404': {
    since: 30,
    until: 31,
    source: 'release notes 1.30, 1.31: HTTPRoutes without backendRefs answer 404, then 500 again'
  },
  'merge-route-kinds': {
    since: 30,
    source: 'release notes 1.30: HTTPRoute and GRPCRoute of one host are merged'
  },
  'append-waypoint-services': {
    since: 30,
    source: 'release notes 1.30: several VirtualServices at a waypoint are appended'
  },
  'tls-route-terminates': {
    since: 30,
    source:
      'release notes 1.30: TLSRoute terminates; ReferenceGrants with several to; CORS wildcards'
  },
  'traffic-extensions': { since: 30, source: 'release notes 1.30: TrafficExtension' },
  'private-key-sets': {
    since: 30,
    source: 'release notes 1.30 (and 1.27.8, 1.28.5, 1.29.1): keys where a jwksUri cannot be read'
  },
  'strict-gateway-merging': {
    since: 31,
    flag: { name: 'PILOT_ENABLE_STRICT_GATEWAY_MERGING', from: 31 },
    source:
      'release notes 1.31: gateways of the Gateway API take no Istio Gateways of other namespaces'
  },
  'unhealthy-endpoints': {
    since: 31,
    flag: { name: 'PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS', from: 31 },
    source: 'release notes 1.31: pods that are not ready are sent as unhealthy endpoints'
  },
  'zone-aware-balancing': {
    since: 31,
    source: 'release notes 1.31: zoneAware of localityLbSetting'
  },
  'service-entry-visibility': {
    since: 31,
    source: 'release notes 1.31: meshConfig.serviceEntryVisibility'
  },
  'destination-rule-over-backend-tls': {
    since: 31,
    source: 'release notes 1.31: DestinationRules go before BackendTLSPolicies'
  },
  'edge-connections': { since: 31, source: 'release notes 1.31: connectionSettings.profile EDGE' },
  'own-namespace-and-others': {
    since: 31,
    source: 'release notes 1.31: defaultServiceExportTo with . and other namespaces'
  },
  'waypoint-hashing': {
    since: 31,
    source: 'release notes 1.31: consistentHash and default retries at waypoints'
  },
  'http2-keepalive': {
    since: 31,
    source: 'release notes 1.31: HTTP/2 keepalive, interval of retry budgets'
  }
} as const satisfies Record<string, Behaviour>

export type Feature = keyof typeof BEHAVIOURS

// Object.keys of the table are its keys, which it forgets.
export const FEATURES = Object.keys(BEHAVIOURS) as readonly Feature[]

/** Where Istio says so. */
export function sourceOf(feature: Feature): string {
  return BEHAVIOURS[feature].source
}

/** Rows that the two do not share. */
export function differing(a: Features, b: Features): Feature[] {
  const [left, right] = [a.own ?? a, b.own ?? b]
  return FEATURES.filter(feature => left.has(feature) !== right.has(feature))
}

/** The same version, with some rows as another has them. */
export function withRows(own: Features, rows: ReadonlySet<Feature>, other: Features): Features {
  return {
    minor: own.minor,
    key: `${own.key} but ${[...rows].sort().join(' ')} as ${other.key}`,
    has: feature => (rows.has(feature) ? other : own).has(feature),
    own: own.own ?? own
  }
}

export interface Features {
  readonly minor: string
  /** Equal keys, equal behaviour. */
  readonly key: string
  has(feature: Feature): boolean
  /** Where some rows are taken as another version has them: the version's own. */
  readonly own?: Features
}

/**
 * `flags` are istiod's environment; a flag that the minor does not read changes nothing. `compatibility`
 * is a minor whose flags are set as it had them (`compatibilityVersion` of the charts); a flag that is
 * given goes before. Source: istio manifests/helm-profiles/compatibility-version-1.N.yaml.
 */
export function features(
  minor: string,
  flags: Readonly<Record<string, string>> = {},
  compatibility: string | null = null
): Features {
  const number = minorNumber(minor)
  const like = compatibility === null ? number : Math.min(number, minorNumber(compatibility))
  const cache = new Map<Feature, boolean>()
  return {
    minor,
    key: `${minor} ${like} ${JSON.stringify(Object.entries(flags).sort())}`,
    has(feature) {
      const known = cache.get(feature)
      if (known !== undefined) return known
      const value = behaves(BEHAVIOURS[feature], number, like, flags)
      cache.set(feature, value)
      return value
    }
  }
}

function minorNumber(minor: string): number {
  return Number(minor.split('.')[1])
}

function behaves(
  row: Behaviour,
  minor: number,
  like: number,
  flags: Readonly<Record<string, string>>
): boolean {
  const { flag } = row
  const isRead = flag !== undefined && minor >= flag.from && minor <= (flag.to ?? 99)
  if (isRead) {
    const on = isTrue(flags[flag.name] ?? '')
    if (on !== null) return flag.inverted === true ? !on : on
  }
  const effective = isRead ? like : minor
  return effective >= row.since && effective < (row.until ?? 99)
}

/** Go's strconv.ParseBool; anything else leaves the default. */
function isTrue(value: string): boolean | null {
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(value)) return true
  if (['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(value)) return false
  return null
}
