import { texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { partsOf } from '../rules-of.ts'

export const invalidPrincipal = defineAnalyzer({
  id: 'authorization-policy/invalid-principal',
  severity: 'warning',
  summary: 'A principal is written in a form that no caller has.',
  why: 'The control plane puts `spiffe://` in front of what is written, so that a principal with it never matches: an ALLOW lets nobody in, a DENY keeps nobody out. A request principal is issuer and subject, split at the last slash: `https://issuer.example.com` alone is split inside of its scheme.',
  fix: 'Write `<trust domain>/ns/<namespace>/sa/<service account>`, and `<issuer>/<subject>` or `<issuer>/*`.',
  message: 'Principal "{principal}" matches no caller: {problem}.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      for (const { kind, fields, path } of partsOf(manifest)) {
        if (kind !== 'source') continue
        for (const field of ['principals', 'notPrincipals'] as const) {
          for (const [index, principal] of texts(fields[field]).entries()) {
            if (!principal.startsWith('spiffe://')) continue
            const problem = 'it is written without spiffe://'
            report(manifest, [...path, field, index], { principal, problem })
          }
        }
        for (const field of ['requestPrincipals', 'notRequestPrincipals'] as const) {
          for (const [index, principal] of texts(fields[field]).entries()) {
            // Split at the last slash, the issuer of these is `https:/`.
            if (!/^https?:\/\/[^/]*$/.test(principal)) continue
            const problem = 'behind the issuer stands a slash and the subject, or /*'
            report(manifest, [...path, field, index], { principal, problem })
          }
        }
      }
    }
  }
})
