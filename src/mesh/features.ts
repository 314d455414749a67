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
  }
} as const satisfies Record<string, Behaviour>

export type Feature = keyof typeof BEHAVIOURS

export interface Features {
  readonly minor: string
  /** Equal keys, equal behaviour. */
  readonly key: string
  has(feature: Feature): boolean
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
