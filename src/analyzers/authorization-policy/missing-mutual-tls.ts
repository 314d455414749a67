import { peerAuthentication } from '../../dataplane/peer-authentication.ts'
import type { FieldPath } from '../../finding.ts'
import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { list, mapOrEmpty, text, texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { policyPods } from '../policy-pods.ts'
import { actionOf, partsOf } from '../rules-of.ts'

/** What a caller's certificate says. Source: istio pilot security/authz/model/generator.go. */
const FIELDS = [
  'principals',
  'notPrincipals',
  'namespaces',
  'notNamespaces',
  'serviceAccounts',
  'notServiceAccounts',
  'trustDomains',
  'notTrustDomains'
] as const

const KEYS = ['source.principal', 'source.namespace', 'source.serviceAccount', 'connection.sni']

export const missingMutualTls = defineAnalyzer({
  id: 'authorization-policy/missing-mutual-tls',
  severity: 'warning',
  summary: 'A policy asks who the caller is where mutual TLS is turned off.',
  why: 'Names of callers come from their certificates. Where the workload takes plaintext alone nobody has a name: an ALLOW by name lets nobody in, a DENY by name keeps nobody out, and what is negated holds for everybody.',
  fix: 'Let the PeerAuthentication be PERMISSIVE or STRICT for the workload, or ask about addresses.',
  message:
    'No caller of "{workload}" has a name to compare with {field}: {policy} turns mutual TLS off.',
  sources: ['KIA0105'],
  check({ mesh, report }) {
    const accepted = peerAuthentication(mesh)
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      if (actionOf(manifest) === 'CUSTOM') continue
      const uses = usesOf(manifest)
      if (uses.length === 0) continue
      for (const pod of policyPods(mesh, manifest)) {
        // A port that nothing speaks of shows what holds for all but those that something does.
        const ports = pod.ports.length === 0 ? [0] : pod.ports.map(({ number }) => number)
        const said = ports.map(port => accepted.mode(pod.namespace, pod.labels, port))
        const [off] = said[0]?.from ?? []
        if (off === undefined || said.some(({ mode }) => mode !== 'DISABLE')) continue
        for (const { field, path } of uses) {
          report(
            manifest,
            path,
            { workload: pod.name, field, policy: describeRef(off.ref) },
            {
              ...(path.at(-1) !== 'key' && { part: 'key' }),
              related: [{ at: { manifest: off, path: ['spec'] }, note: 'turns mutual TLS off' }]
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
      const key = text(mapOrEmpty(condition).key) ?? ''
      if (KEYS.includes(key)) {
        found.push({ field: key, path: ['spec', 'rules', i, 'when', j, 'key'] })
      }
    }
  }
  return found
}
