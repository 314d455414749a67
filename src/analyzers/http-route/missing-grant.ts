import type { Manifest } from '../../manifest/manifest.ts'
import { filled, isMap, list, mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { put } from '../pods.ts'
import { absence } from '../selector-text.ts'

const group = 'gateway.networking.k8s.io'
const kinds = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'] as const

export const missingGrant = defineAnalyzer({
  id: 'http-route/missing-grant',
  severity: 'warning',
  summary: 'A route leads to a Service of another namespace that lets nobody refer to it.',
  why: 'Without a ReferenceGrant in the namespace of the Service the share of requests that goes there is answered 500.',
  fix: 'Add a ReferenceGrant to the namespace of the Service, from the kind and namespace of the route.',
  message:
    'No ReferenceGrant of namespace "{namespace}" lets a {kind} of "{own}" refer to Service "{service}".',
  sources: [],
  check({ mesh, report }) {
    const grants = new Map<string, Manifest[]>()
    for (const grant of mesh.of('ReferenceGrant')) put(grants, grant.ref.namespace, grant)
    for (const kind of kinds) {
      for (const manifest of mesh.of(kind, group)) {
        const own = manifest.ref.namespace
        for (const [i, rule] of list(manifest.spec.rules).entries()) {
          for (const [j, entry] of list(mapOrEmpty(rule).backendRefs).entries()) {
            if (!isMap(entry) || (filled(entry.kind) ?? 'Service') !== 'Service') continue
            const namespace = filled(entry.namespace) ?? own
            const service = filled(entry.name) ?? ''
            if (namespace === own || filled(entry.group) !== undefined) continue
            // Where git does not hold the Service, its grants live elsewhere too.
            const held = mesh.get({ group: '', kind: 'Service', namespace, name: service })
            if (held === undefined && !mesh.complete) continue
            const params = { namespace, kind, own, service }
            if (isGranted(grants, params)) continue
            const path = ['spec', 'rules', i, 'backendRefs', j, 'namespace']
            report(manifest, path, params, { certainty: absence(mesh) })
          }
        }
      }
    }
  }
})

interface Reference {
  readonly namespace: string
  readonly kind: string
  readonly own: string
  readonly service: string
}

function isGranted(
  grants: ReadonlyMap<string, readonly Manifest[]>,
  { namespace: owner, kind, own, service }: Reference
): boolean {
  return (grants.get(owner) ?? []).some(({ spec }) => {
    const from = list(spec.from).map(mapOrEmpty)
    const to = list(spec.to).map(mapOrEmpty)
    return (
      from.some(one => one.group === group && one.kind === kind && one.namespace === own) &&
      to.some(one => one.kind === 'Service' && (filled(one.name) ?? service) === service)
    )
  })
}
