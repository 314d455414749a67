import { peerAuthentication } from '../../dataplane/peer-authentication.ts'
import { describeRef, type FieldPath } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { list, mapOrEmpty, text, texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { inMesh } from '../in-mesh.ts'
import { policyPods } from '../policy-pods.ts'
import { actionOf, partsOf } from '../rules-of.ts'
import { absence } from '../selector-text.ts'

/** Names of callers, without those that are negated: who has no name is denied by those. */
const FIELDS = ['principals', 'namespaces', 'serviceAccounts', 'trustDomains'] as const
const KEYS = ['source.principal', 'source.namespace', 'source.serviceAccount', 'source.trustDomain']

export const insecureDeny = defineAnalyzer({
  id: 'authorization-policy/insecure-deny',
  severity: 'warning',
  summary: 'A DENY names callers that can come without a name.',
  why: 'Names come from the certificate of the caller. Where a port also takes plaintext, the same caller is not denied when it sends plaintext, from a pod without a sidecar for instance: the DENY falls open.',
  fix: 'Require mutual TLS (STRICT), or allow by name what may come in instead of denying: an ALLOW falls closed.',
  message:
    'Callers in plaintext are not denied by {field}: {policy} lets "{workload}" take plaintext.',
  sources: [],
  check({ mesh, report }) {
    const accepted = peerAuthentication(mesh)
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      if (actionOf(manifest) !== 'DENY') continue
      const uses = usesOf(manifest)
      if (uses.length === 0) continue
      for (const pod of policyPods(mesh, manifest)) {
        if (inMesh(pod, mesh) === false) continue
        const ports = pod.ports.length === 0 ? [0] : pod.ports.map(({ number }) => number)
        const open = ports
          .map(port => accepted.mode(pod.namespace, pod.labels, port))
          .find(({ mode }) => mode === 'PERMISSIVE')
        if (open === undefined) continue
        const [decided] = open.from
        for (const { field, path } of uses) {
          report(
            manifest,
            path,
            {
              field,
              policy: decided === undefined ? 'the default, PERMISSIVE,' : describeRef(decided.ref),
              workload: pod.name
            },
            {
              part: 'key',
              // The policy of the mesh may be applied from elsewhere.
              certainty: decided === undefined ? absence(mesh) : 'certain',
              related:
                decided === undefined
                  ? []
                  : [{ at: { manifest: decided, path: ['spec'] }, note: 'lets plaintext in' }]
            }
          )
        }
        break
      }
    }
  }
})

function usesOf(manifest: Manifest): { field: string; path: FieldPath }[] {
  const found: { field: string; path: FieldPath }[] = []
  for (const { kind, fields, path } of partsOf(manifest)) {
    if (kind !== 'source') continue
    const field = FIELDS.find(name => texts(fields[name]).length > 0)
    if (field !== undefined) found.push({ field, path: [...path, field] })
  }
  for (const [i, rule] of list(manifest.spec.rules).entries()) {
    for (const [j, condition] of list(mapOrEmpty(rule).when).entries()) {
      const fields = mapOrEmpty(condition)
      const key = text(fields.key) ?? ''
      if (!KEYS.includes(key) || texts(fields.values).length === 0) continue
      found.push({ field: key, path: ['spec', 'rules', i, 'when', j, 'values'] })
    }
  }
  return found
}
