import { list, map, texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { absence } from '../selector-text.ts'

export const unknownNamespace = defineAnalyzer({
  id: 'authorization-policy/unknown-namespace',
  severity: 'error',
  summary: 'An AuthorizationPolicy speaks of callers in a namespace that does not exist.',
  why: 'A misspelt namespace in `namespaces` lets nobody in (or, in a DENY, keeps nobody out); in `notNamespaces` it excludes nobody.',
  fix: 'Correct the name, or add the Namespace.',
  message: 'No namespace of the mesh matches "{pattern}".',
  sources: ['IST0101', 'KIA0101'],
  check({ mesh, report }) {
    const declared = mesh.of('Namespace').map(({ ref }) => ref.name)
    // Where git declares no Namespace at all, they are taken to be made elsewhere.
    if (declared.length === 0 && !mesh.complete) return
    const known = mesh.complete ? declared : mesh.namespaces
    const exact = new Set(known.map(name => name.toLowerCase()))
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      for (const [i, rule] of list(manifest.spec.rules).entries()) {
        for (const [j, from] of list(map(rule)?.from).entries()) {
          const source = map(map(from)?.source)
          for (const field of ['namespaces', 'notNamespaces'] as const) {
            for (const [k, pattern] of texts(source?.[field]).entries()) {
              if (exact.has(pattern.toLowerCase()) || matchesSome(pattern, known)) continue
              report(
                manifest,
                ['spec', 'rules', i, 'from', j, 'source', field, k],
                { pattern },
                { certainty: absence(mesh) }
              )
            }
          }
        }
      }
    }
  }
})

/** `*`, `*suffix` and `prefix*`. */
function matchesSome(pattern: string, known: readonly string[]): boolean {
  if (pattern === '*') return true
  if (pattern.startsWith('*')) return known.some(name => name.endsWith(pattern.slice(1)))
  if (pattern.endsWith('*')) return known.some(name => name.startsWith(pattern.slice(0, -1)))
  return false
}
