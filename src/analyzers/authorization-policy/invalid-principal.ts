import { texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { partsOf } from '../rules-of.ts'

export const invalidPrincipal = defineAnalyzer({
  id: 'authorization-policy/invalid-principal',
  severity: 'warning',
  summary: 'A principal is written in a form that no caller has.',
  why: 'The control plane puts `spiffe://` in front of what is written, so that a principal with it never matches: an ALLOW lets nobody in, a DENY keeps nobody out.',
  fix: 'Write `<trust domain>/ns/<namespace>/sa/<service account>`.',
  message: 'Principal "{principal}" matches no caller: it is written without spiffe://.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      for (const { kind, fields, path } of partsOf(manifest)) {
        if (kind !== 'source') continue
        for (const field of ['principals', 'notPrincipals'] as const) {
          for (const [index, principal] of texts(fields[field]).entries()) {
            if (!principal.startsWith('spiffe://')) continue
            report(manifest, [...path, field, index], { principal })
          }
        }
      }
    }
  }
})
