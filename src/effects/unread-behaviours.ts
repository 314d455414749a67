import { type Assumption, describeRef, type Place, type UnknownDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { differing, type Feature, sourceOf } from '../mesh/features.ts'
import { isMap, list, map, mapOrEmpty, text, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { ambientObjects, gatewayApiObjects, waypointObjects } from './unread-reach.ts'
import {
  dynamicEntries,
  headerNames,
  headerValues,
  isEmpty,
  lacksTypeUrl,
  namesClientCertificates
} from './unread-traits.ts'

/** What a behaviour that no compile step reads could touch. */
type Reach =
  /** Objects; none: the behaviour shows nowhere in this mesh. */
  | { readonly objects: (mesh: Mesh) => readonly Manifest[] }
  /** A field of the mesh configuration decides. */
  | { readonly meshConfig: (raw: Mesh['config']['raw']) => boolean }
  /** Only a running mesh shows it, and only where it has such objects. */
  | { readonly running: string; readonly with?: (mesh: Mesh) => boolean }
  /** A field that the schema of one version lacks: review/new-fields.ts takes it away there. */
  | { readonly field: true }
  /** Nothing that a request could meet, with the reason. */
  | { readonly nothing: string }

function isAllocated({ spec }: Manifest): boolean {
  if (texts(spec.addresses).length > 0 || spec.resolution === 'NONE') return false
  return texts(spec.hosts).some(host => !host.startsWith('*'))
}

/** Objects of the kind in which a field of this name stands, however deep. */
function written(kind: string, name: string): Reach {
  return {
    objects: mesh => mesh.of(kind).filter(({ spec }) => JSON.stringify(spec).includes(`"${name}":`))
  }
}

const everywhere: Reach = { nothing: 'every version that is known behaves so' }
const field: Reach = { field: true }
const waypoint: Reach = { objects: waypointObjects }
const ambient: Reach = { objects: ambientObjects }

export const unreadBehaviours: Partial<Record<Feature, Reach>> = {
  // Tables hold one value a header: what repeated lines meet is seen by the evaluator alone.
  'header-lines-apart': {
    objects: mesh =>
      mesh.of('VirtualService').filter(one => headerValues(one).some(value => !isEmpty(value)))
  },
  'policy-header-lines-apart': {
    objects: mesh =>
      mesh
        .of('AuthorizationPolicy')
        .filter(({ spec }) => JSON.stringify(spec).includes('"request.headers['))
  },
  // Sidecars are computed; waypoints and ztunnel know these addresses whatever captures DNS.
  'auto-allocate-addresses': {
    objects: mesh =>
      ambientObjects(mesh).length + waypointObjects(mesh).length === 0
        ? []
        : mesh.of('ServiceEntry').filter(isAllocated)
  },
  'query-prefix': everywhere,
  'failover-priority-values': everywhere,
  'empty-prefix-rejected': everywhere,
  'gateway-api-deployments': everywhere,
  'external-authorization-fixes': everywhere,
  'client-insecure-skip-verify': written('DestinationRule', 'insecureSkipVerify'),
  'optional-mutual-servers': field,
  'ambient-peer-authentication': ambient,
  'service-parents-state-group': {
    objects: mesh =>
      gatewayApiObjects(mesh).filter(({ spec }) =>
        list(spec.parentRefs).some(
          one => map(one)?.kind === 'Service' && map(one)?.group === undefined
        )
      )
  },
  'filter-type-urls': { objects: mesh => mesh.of('EnvoyFilter').filter(lacksTypeUrl) },
  'bracketed-claim-routes': {
    objects: mesh =>
      mesh.of('VirtualService').filter(one => headerNames(one).some(name => name.includes('[')))
  },
  'http-filter-order': {
    objects: mesh => [
      ...mesh
        .of('EnvoyFilter')
        .filter(({ spec }) =>
          list(spec.configPatches).some(patch => map(patch)?.applyTo === 'HTTP_FILTER')
        ),
      ...mesh.of('WasmPlugin')
    ]
  },
  'delegate-header-matches': {
    objects: mesh =>
      mesh.of('VirtualService').filter(({ spec }) =>
        list(spec.http).some(rule => {
          const matches = list(map(rule)?.match).filter(one => isMap(map(one)?.headers))
          return isMap(map(rule)?.delegate) && matches.length > 1
        })
      )
  },
  'proxy-headers': { meshConfig: raw => isMap(mapOrEmpty(raw.defaultConfig).proxyHeaders) },
  'empty-header-is-presence': {
    objects: mesh =>
      mesh.of('VirtualService').filter(one => headerValues(one).some(value => isEmpty(value)))
  },
  'sidecar-inbound-pool': written('Sidecar', 'inboundConnectionPool'),
  'upstream-proxy-protocol': field,
  'listener-isolation': {
    objects: mesh => gatewayApiObjects(mesh).filter(({ spec }) => list(spec.listeners).length > 1)
  },
  'enhanced-resource-scoping': { meshConfig: raw => list(raw.discoverySelectors).length > 0 },
  'delta-xds': { nothing: 'how configuration is sent, not what' },
  'use-waypoint-labels': waypoint,
  'duplicate-subsets-rejected': {
    objects: mesh =>
      mesh.of('DestinationRule').filter(({ spec }) => {
        const names = list(spec.subsets).map(one => text(map(one)?.name) ?? '')
        return new Set(names).size < names.length
      })
  },
  'audience-lists': {
    objects: mesh =>
      mesh
        .of('RequestAuthentication')
        .filter(({ spec }) =>
          list(spec.jwtRules).some(one => texts(map(one)?.audiences).length > 0)
        )
  },
  'continue-100': { running: 'requests that expect 100-continue' },
  'tls-to-ambient': ambient,
  'inbound-retry': { running: 'connections that an application resets' },
  'destination-rule-tls-for-external': {
    objects: mesh =>
      namesClientCertificates(mesh)
        ? mesh.of('DestinationRule').filter(({ spec }) => isMap(mapOrEmpty(spec.trafficPolicy).tls))
        : []
  },
  'waypoint-policies': waypoint,
  'gateway-class-target-ref': waypoint,
  'waypoint-drops-source-labels': waypoint,
  'ambient-dns-capture': ambient,
  'traffic-distribution': {
    objects: mesh => mesh.of('Service').filter(({ spec }) => spec.trafficDistribution !== undefined)
  },
  'internal-addresses': {
    objects: mesh =>
      mesh.of('AuthorizationPolicy').filter(({ spec }) => {
        const written = JSON.stringify(spec)
        return written.includes('emoteIpBlocks"') || written.includes('"remote.ip"')
      })
  },
  'wasm-fails-closed': {
    objects: mesh => mesh.of('WasmPlugin').filter(({ spec }) => spec.failStrategy !== 'FAIL_OPEN')
  },
  'backend-tls-policy': { objects: mesh => mesh.of('BackendTLSPolicy') },
  'waypoint-tcp-routes': waypoint,
  'filter-matches-domains': {
    objects: mesh =>
      mesh.of('EnvoyFilter').filter(({ spec }) => /"domain_?[nN]ame"/.test(JSON.stringify(spec)))
  },
  'optional-jwt-issuer': {
    objects: mesh =>
      mesh
        .of('RequestAuthentication')
        .filter(({ spec }) =>
          list(spec.jwtRules).some(one => (text(map(one)?.issuer) ?? '') === '')
        )
  },
  'upstream-retry-budget': field,
  'several-server-certificates': written('Gateway', 'credentialNames'),
  'inference-pools': {
    objects: mesh => ['InferencePool', 'ListenerSet', 'XListenerSet'].flatMap(one => mesh.of(one))
  },
  'native-sidecars': { running: 'the order in which containers of a pod start and end' },
  'backend-tls-policy-v1': { objects: mesh => mesh.of('BackendTLSPolicy') },
  'dynamic-dns-entries': { objects: dynamicEntries },
  'hash-cookie-attributes': field,
  'gateway-secret-access': {
    running: "whether a gateway's service account may read its Secrets",
    with: mesh =>
      mesh
        .of('Gateway')
        .some(({ spec }) =>
          list(spec.servers).some(one => mapOrEmpty(map(one)?.tls).credentialName !== undefined)
        )
  },
  'ambient-passthrough-entries': ambient,
  'ambient-dry-run': ambient,
  'debug-authentication': { nothing: 'no request of the mesh' },
  'dynamic-dns-tls': { objects: dynamicEntries },
  'no-backend-is-404': {
    objects: mesh =>
      gatewayApiObjects(mesh).filter(({ ref, spec }) =>
        ref.kind === 'HTTPRoute'
          ? list(spec.rules).some(one => list(map(one)?.backendRefs).length === 0)
          : false
      )
  },
  'merge-route-kinds': {
    objects: mesh => (mesh.of('HTTPRoute').length === 0 ? [] : mesh.of('GRPCRoute'))
  },
  'append-waypoint-services': waypoint,
  'tls-route-terminates': {
    objects: mesh => [
      ...mesh.of('TLSRoute'),
      ...mesh.of('ReferenceGrant').filter(({ spec }) => list(spec.to).length > 1),
      ...mesh.of('HTTPRoute').filter(({ spec }) => JSON.stringify(spec).includes('"CORS"'))
    ]
  },
  'traffic-extensions': { objects: mesh => mesh.of('TrafficExtension') },
  'private-key-sets': {
    running: 'issuers whose keys cannot be fetched',
    with: mesh =>
      mesh
        .of('RequestAuthentication')
        .some(({ spec }) => list(spec.jwtRules).some(one => map(one)?.jwksUri !== undefined))
  },
  'strict-gateway-merging': {
    objects: mesh =>
      mesh.of('Gateway').length === 0
        ? []
        : mesh
            .of('Gateway', 'gateway.networking.k8s.io')
            .filter(({ ref }) =>
              mesh.of('Gateway').some(one => one.ref.namespace !== ref.namespace)
            )
  },
  'unhealthy-endpoints': { running: 'pods that are not ready' },
  'zone-aware-balancing': written('DestinationRule', 'zoneAwareLbSetting'),
  'service-entry-visibility': { meshConfig: raw => raw.serviceEntryVisibility !== undefined },
  'destination-rule-over-backend-tls': { objects: mesh => mesh.of('BackendTLSPolicy') },
  'edge-connections': { meshConfig: raw => JSON.stringify(raw).includes('"connectionSettings"') },
  'own-namespace-and-others': {
    meshConfig: raw => {
      const given = texts(raw.defaultServiceExportTo)
      return given.includes('.') && given.length > 1
    }
  },
  'waypoint-hashing': waypoint,
  'http2-keepalive': field
}

/** Behaviours that differ between two versions and that nothing computes: unknown where they could show. */
export function unreadDifferences(
  base: Mesh,
  head: Mesh
): { readonly unknown: readonly UnknownDraft[]; readonly assumptions: readonly Assumption[] } {
  const unknown: UnknownDraft[] = []
  const assumptions: Assumption[] = []
  if (base.version.minor === head.version.minor) return { unknown, assumptions }
  for (const feature of differing(base.features, head.features)) {
    const reach = unreadBehaviours[feature]
    if (reach === undefined || 'nothing' in reach || 'field' in reach) continue
    if ('running' in reach) {
      if (reach.with?.(head) !== false) {
        const params = { name: feature, what: reach.running, source: sourceOf(feature) }
        assumptions.push({ kind: 'version-behaviour', params })
      }
    } else if ('meshConfig' in reach) {
      if (!reach.meshConfig(head.config.raw)) continue
      unknown.push(draft(feature, base, head, 'the mesh configuration', head.config.at))
    } else {
      const objects = reach.objects(head)
      const [first] = objects
      if (first === undefined) continue
      const more = objects.length > 1 ? ` and ${objects.length - 1} more` : ''
      const at: Place = { manifest: first, path: ['metadata', 'name'] }
      unknown.push(draft(feature, base, head, `${describeRef(first.ref)}${more}`, at))
    }
  }
  return { unknown, assumptions }
}

function draft(
  feature: Feature,
  base: Mesh,
  head: Mesh,
  what: string,
  at: Place | null
): UnknownDraft {
  const [before, after] = [base.version.minor, head.version.minor]
  return {
    reason: 'field',
    message: `Istio ${before} and ${after} differ in ${feature} (${sourceOf(feature)}), which could touch ${what} and is not computed yet`,
    subject: at === null || !('ref' in at.manifest) ? null : (at.manifest as Manifest).ref,
    at
  }
}
