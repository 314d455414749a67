/** A change of behaviour that an upgrade brings to unchanged manifests. */
export interface OlderBehaviour {
  /** The minor that brought it. */
  readonly minor: string
  readonly what: string
  /** The feature flag of istiod that turns it back, as release notes and compatibility profiles name it. */
  readonly flag?: { readonly name: string; readonly value: string }
}

/**
 * Changes of 1.19 to 1.31 that alter routing, policies or TLS of unchanged manifests. Whether a flag still
 * does anything is not written here: it is read off the judges (`judge flags`).
 */
export const olderBehaviours: readonly OlderBehaviour[] = [
  { minor: '1.19', what: 'a parentRef to a Service has to state group and kind' },
  { minor: '1.20', what: 'one order of HTTP filters at every proxy' },
  { minor: '1.20', what: 'delegates of a root with several header matches' },
  {
    minor: '1.21',
    what: 'of overlapping wildcard hosts the most specific VirtualService wins',
    flag: {
      name: 'PERSIST_OLDEST_FIRST_HEURISTIC_FOR_VIRTUAL_SERVICE_HOST_MATCHING',
      value: 'true'
    }
  },
  { minor: '1.21', what: 'request principals and claims are matched by Envoy itself' },
  {
    minor: '1.21',
    what: 'SNI from the Host header',
    flag: { name: 'ENABLE_AUTO_SNI', value: 'false' }
  },
  {
    minor: '1.21',
    what: 'server certificates are verified against the system authorities',
    flag: { name: 'VERIFY_CERTIFICATE_AT_CLIENT', value: 'false' }
  },
  {
    minor: '1.21',
    what: 'an ExternalName Service is an alias',
    flag: { name: 'ENABLE_EXTERNAL_NAME_ALIAS', value: 'false' }
  },
  { minor: '1.21', what: 'an empty header match is presence' },
  { minor: '1.21', what: 'a match on `regex: .*` is a catch-all' },
  { minor: '1.21', what: 'exportTo of a DestinationRule that lists its own namespace' },
  { minor: '1.21', what: 'equal ages are ordered by name, then namespace' },
  { minor: '1.22', what: 'withoutHeaders holds where the header is missing' },
  { minor: '1.22', what: 'listeners of a Gateway (Gateway API) are isolated from each other' },
  {
    minor: '1.22',
    what: 'targetPort of a ServiceEntry with resolution NONE',
    flag: { name: 'ENABLE_RESOLUTION_NONE_TARGET_PORT', value: 'false' }
  },
  {
    minor: '1.22',
    what: 'discoverySelectors limit what is read',
    flag: { name: 'ENABLE_ENHANCED_RESOURCE_SCOPING', value: 'false' }
  },
  {
    minor: '1.24',
    what: '503 is not retried by default',
    flag: { name: 'EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY', value: 'false' }
  },
  {
    minor: '1.24',
    what: 'the server side retries requests that were reset before they began',
    flag: { name: 'ENABLE_INBOUND_RETRY_POLICY', value: 'false' }
  },
  {
    minor: '1.24',
    what: 'DestinationRules merge only where exportTo is equal',
    flag: { name: 'ENABLE_ENHANCED_DESTINATIONRULE_MERGE', value: 'false' }
  },
  {
    minor: '1.24',
    what: 'TLS of a DestinationRule goes before the certificates of the proxy for external hosts',
    flag: { name: 'PREFER_DESTINATIONRULE_TLS_FOR_EXTERNAL_SERVICES', value: 'false' }
  },
  {
    minor: '1.24',
    what: 'of services with one host: the own namespace, then Kubernetes, then the oldest',
    flag: { name: 'PILOT_UNIFIED_SIDECAR_SCOPE', value: 'false' }
  },
  { minor: '1.24', what: 'without a Sidecar too the own namespace goes before Kubernetes' },
  { minor: '1.25', what: 'waypoints drop matches with sourceLabels' },
  {
    minor: '1.25',
    what: 'ServiceEntries without addresses are given some',
    flag: { name: 'PILOT_ENABLE_IP_AUTOALLOCATE', value: 'false' }
  },
  {
    minor: '1.27',
    what: 'host names with a trailing dot are known',
    flag: { name: 'PILOT_ENABLE_ABSOLUTE_FQDN_VHOST_DOMAIN', value: 'false' }
  },
  { minor: '1.27', what: 'hosts of VirtualServices in mixed case' },
  {
    minor: '1.28',
    what: 'mirrored requests keep their host',
    flag: { name: 'DISABLE_SHADOW_HOST_SUFFIX', value: 'false' }
  },
  {
    minor: '1.30',
    what: 'the best namespace is taken for a service that an imported route names',
    flag: { name: 'PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE', value: 'false' }
  },
  { minor: '1.30', what: 'wildcards and namespaces of policies are escaped' },
  { minor: '1.30', what: 'HTTPRoutes and GRPCRoutes of one host merge' },
  { minor: '1.30', what: 'waypoints append the routes of several VirtualServices' },
  { minor: '1.30', what: 'an HTTPRoute without backends answers 404 (in 1.30 alone)' },
  {
    minor: '1.31',
    what: 'managed gateways take Gateways of their own namespace only',
    flag: { name: 'PILOT_ENABLE_STRICT_GATEWAY_MERGING', value: 'false' }
  },
  {
    minor: '1.31',
    what: 'unhealthy endpoints are sent',
    flag: { name: 'PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS', value: 'false' }
  },
  { minor: '1.31', what: 'a subset falls back to the TLS of its DestinationRule (endpoints)' },
  { minor: '1.31', what: 'each line of a header is matched on its own (Envoy 1.39)' }
]
