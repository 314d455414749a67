import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { isMap, list, map, mapOrEmpty, text } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { hasAmbientNamespace, isAmbientNamespace } from './ambient.ts'
import { podSpec, proxyImage } from './in-mesh.ts'
import { podsOf } from './pods.ts'
import { partsOf } from './rules-of.ts'
import { matchLabels } from './selector-text.ts'

/** What only an HTTP request has. Source: istio pilot security/authz/model generators. */
export const httpFields: readonly string[] = [
  'hosts',
  'notHosts',
  'methods',
  'notMethods',
  'paths',
  'notPaths',
  'requestPrincipals',
  'notRequestPrincipals'
]

/** A policy that only a proxy which reads HTTP can enforce, in a namespace where ztunnel takes the connections. */
export interface HttpPolicy {
  readonly manifest: Manifest
  readonly targets: readonly JsonMap[]
  /** What Kiali says of it without a waypoint, and without targetRefs. */
  readonly codes: Codes
}

interface Codes {
  readonly waypoint: readonly string[]
  readonly target: readonly string[]
}

const KINDS: Readonly<Record<string, Codes>> = {
  AuthorizationPolicy: { waypoint: ['KIA0109', 'KIA1317'], target: ['KIA0110'] },
  RequestAuthentication: { waypoint: ['KIA1110'], target: ['KIA1115'] },
  Telemetry: { waypoint: ['KIA1112'], target: ['KIA1117'] },
  TrafficExtension: { waypoint: [], target: [] },
  WasmPlugin: { waypoint: ['KIA1111'], target: ['KIA1116'] }
}

/** Those of ambient namespaces, but for what selects a proxy that stands there all the same. */
export function* ambientHttpPolicies(mesh: Mesh): Generator<HttpPolicy> {
  if (!hasAmbientNamespace(mesh)) return
  for (const [kind, codes] of Object.entries(KINDS)) {
    for (const manifest of mesh.of(kind)) {
      if (!isAmbientNamespace(mesh, manifest.ref.namespace) || !asksAboutHttp(manifest)) continue
      const targets = targetsOf(manifest)
      if (targets.length === 0 && selectsProxy(mesh, manifest)) continue
      yield { manifest, targets, codes }
    }
  }
}

/** `targetRefs`, or the one `targetRef` of before. */
export function targetsOf({ spec }: Manifest): readonly JsonMap[] {
  const several = list(spec.targetRefs).filter(isMap)
  const one = map(spec.targetRef)
  return several.length > 0 || one === undefined ? several : [one]
}

function asksAboutHttp(manifest: Manifest): boolean {
  const { spec, ref } = manifest
  if (ref.kind === 'AuthorizationPolicy') {
    // ztunnel neither writes audits nor asks providers.
    if (spec.action === 'AUDIT' || spec.action === 'CUSTOM') return true
    for (const { fields } of partsOf(manifest)) {
      if (httpFields.some(field => list(fields[field]).length > 0)) return true
    }
    return list(spec.rules).some(rule => list(mapOrEmpty(rule).when).some(isHttpCondition))
  }
  if (ref.kind !== 'Telemetry') return true
  const overrides = list(spec.metrics).some(one => list(mapOrEmpty(one).overrides).length > 0)
  return overrides || list(spec.tracing).length > 0 || list(spec.accessLogging).length > 0
}

/** `request.headers[…]`, `request.auth.…`. */
export function isHttpCondition(condition: Json): boolean {
  return text(mapOrEmpty(condition).key)?.startsWith('request.') === true
}

/** A gateway's own pods, or one with a sidecar. */
function selectsProxy(mesh: Mesh, { spec, ref }: Manifest): boolean {
  const labels = matchLabels(spec.selector)
  if (Object.keys(labels).length === 0) return false
  return podsOf(mesh)
    .selectedBy(labels, ref.namespace, 100)
    .some(
      pod => proxyImage(podSpec(pod)) !== '' || pod.labels['sidecar.istio.io/inject'] === 'true'
    )
}
