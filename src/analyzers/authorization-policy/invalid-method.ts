import { texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { partsOf } from '../rules-of.ts'

const methods: readonly string[] = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE'
]

export const invalidMethod = defineAnalyzer({
  id: 'authorization-policy/invalid-method',
  severity: 'warning',
  summary: 'A policy names a method that HTTP does not have.',
  why: 'Methods are compared letter by letter, so that `get` matches no request: an ALLOW lets nobody in, a DENY keeps nobody out.',
  fix: 'Write the method in capitals. For gRPC it is POST.',
  message: 'No request has the method "{method}"{suggestion}.',
  sources: ['KIA0102'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      for (const { kind, fields, path } of partsOf(manifest)) {
        if (kind !== 'operation') continue
        for (const field of ['methods', 'notMethods'] as const) {
          for (const [index, method] of texts(fields[field]).entries()) {
            if (method === '' || method.includes('*') || isMethod(method)) continue
            const capitals = method.toUpperCase()
            const suggestion = methods.includes(capitals) ? `; "${capitals}" is one` : ''
            report(manifest, [...path, field, index], { method, suggestion })
          }
        }
      }
    }
  }
})

/** Extensions of HTTP, such as PROPFIND, are capitals too. */
function isMethod(method: string): boolean {
  return /^[A-Z]+$/.test(method)
}
