import { gatewayName } from '../../dataplane/rules.ts'
import type { FieldPath } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { list, mapOrEmpty, textMap, texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { type Labels, selects } from '../../mesh/selector.ts'
import type { Workload } from '../../mesh/workload.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podsOf, put } from '../pods.ts'
import { absence, matchLabels } from '../selector-text.ts'

export const missingAuthentication = defineAnalyzer({
  id: 'virtual-service/missing-authentication',
  severity: 'error',
  summary: 'Routes are chosen by claims of a token that nobody verifies.',
  why: 'Claims are known to a route only after a RequestAuthentication for the gateway pods has verified the token. Without one no such match ever holds.',
  fix: 'Add a RequestAuthentication that selects the gateway pods, in their namespace or in the root namespace.',
  message:
    'The match on "{claim}" never holds at gateway "{gateway}": no RequestAuthentication is for its workload "{workload}".',
  sources: ['IST0149'],
  check({ mesh, report }) {
    let policies: ReadonlyMap<string, readonly Labels[]> | null = null
    for (const manifest of mesh.of('VirtualService')) {
      const claim = claimMatch(manifest)
      if (claim === null) continue
      policies ??= authenticated(mesh)
      for (const written of texts(manifest.spec.gateways)) {
        if (written === 'mesh') continue
        for (const pod of gatewayPods(mesh, gatewayName(written, manifest.ref.namespace))) {
          if (isAuthenticated(pod, mesh, policies)) continue
          report(
            manifest,
            claim.path,
            { claim: claim.name, gateway: written, workload: pod.name },
            { part: 'key', certainty: absence(mesh) }
          )
        }
      }
    }
  }
})

/** The first match that asks for a claim. Source: istio pkg/jwt/routing.go ToRoutingClaim. */
function claimMatch({ spec }: Manifest): { name: string; path: FieldPath } | null {
  for (const [i, rule] of list(spec.http).entries()) {
    for (const [j, match] of list(mapOrEmpty(rule).match).entries()) {
      for (const field of ['headers', 'withoutHeaders'] as const) {
        for (const name of Object.keys(mapOrEmpty(mapOrEmpty(match)[field]))) {
          if (!/^@request\.auth\.claims(?:\..|\[.+\]$)/i.test(name)) continue
          return { name, path: ['spec', 'http', i, 'match', j, field, name] }
        }
      }
    }
  }
  return null
}

function gatewayPods(mesh: Mesh, name: string): readonly Workload[] {
  const slash = name.indexOf('/')
  const gateway = mesh.get({
    group: 'networking.istio.io',
    kind: 'Gateway',
    namespace: name.slice(0, slash),
    name: name.slice(slash + 1)
  })
  return gateway === undefined ? [] : podsOf(mesh).selectedBy(textMap(gateway.spec.selector))
}

function authenticated(mesh: Mesh): ReadonlyMap<string, readonly Labels[]> {
  const found = new Map<string, Labels[]>()
  for (const { ref, spec } of mesh.of('RequestAuthentication')) {
    put(found, ref.namespace, matchLabels(spec.selector))
  }
  return found
}

function isAuthenticated(
  pod: Workload,
  mesh: Mesh,
  policies: ReadonlyMap<string, readonly Labels[]>
): boolean {
  return [mesh.config.rootNamespace, pod.namespace].some(namespace =>
    policies.get(namespace)?.some(labels => selects(labels, pod.labels))
  )
}
