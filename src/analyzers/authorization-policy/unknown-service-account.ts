import { texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { partsOf } from '../rules-of.ts'
import { absence } from '../selector-text.ts'
import { type ServiceAccounts, serviceAccounts } from '../service-accounts.ts'

export const unknownServiceAccount = defineAnalyzer({
  id: 'authorization-policy/unknown-service-account',
  severity: 'info',
  summary: 'A policy names a service account that no workload has.',
  why: 'A misspelt account lets nobody in, or keeps nobody out. Accounts of other clusters and trust domains are not judged.',
  fix: 'Correct the namespace or the name; pods that name no account run as `default`.',
  message: 'Namespace "{namespace}" has no service account "{account}".',
  sources: ['KIA0106'],
  check({ mesh, report }) {
    let known: ServiceAccounts | undefined
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      for (const { kind, fields, path } of partsOf(manifest)) {
        if (kind !== 'source') continue
        for (const [field, read] of READERS) {
          for (const [index, written] of texts(fields[field]).entries()) {
            const meant = read(written, manifest.ref.namespace, mesh)
            if (meant === null) continue
            known ??= serviceAccounts(mesh)
            if (known.has(meant.namespace, meant.account) !== false) continue
            report(manifest, [...path, field, index], meant, { certainty: absence(mesh) })
          }
        }
      }
    }
  }
})

interface Account {
  readonly [name: string]: string
  readonly namespace: string
  readonly account: string
}

type Reader = (written: string, namespace: string, mesh: Mesh) => Account | null

const READERS: readonly (readonly [field: string, read: Reader])[] = [
  ['principals', principal],
  ['notPrincipals', principal],
  ['serviceAccounts', account],
  ['notServiceAccounts', account]
]

/** `<trust domain>/ns/<namespace>/sa/<account>` of this mesh, or of any; with a wildcard in it nothing is judged. */
function principal(written: string, _: string, { config }: Mesh): Account | null {
  const [, domain = '', namespace = '', name = ''] =
    /^([^/]+)\/ns\/([^/*]+)\/sa\/([^/*]+)$/.exec(written) ?? []
  const own = ['*', 'cluster.local', config.trustDomain, ...config.trustDomainAliases]
  return own.includes(domain) ? { namespace, account: name } : null
}

/** `<account>` of the policy's namespace, or `<namespace>/<account>`. */
function account(written: string, namespace: string): Account | null {
  const parts = written.split('/')
  const [first = '', second] = parts
  if (parts.length > 2) return null
  return second === undefined
    ? { namespace, account: first }
    : { namespace: first, account: second }
}
