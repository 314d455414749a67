import { filled, list, mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { absence } from '../selector-text.ts'

export const unknownNamespace = defineAnalyzer({
  id: 'reference-grant/unknown-namespace',
  severity: 'warning',
  summary: 'A ReferenceGrant lets a namespace in that does not exist.',
  why: 'References from the namespace that is meant stay refused: routes answer 500, and listeners have no certificate. Whoever makes a namespace of that name later may refer to what the grant opens.',
  fix: 'Correct the name, or remove the entry.',
  message: 'Namespace "{namespace}" does not exist.',
  sources: ['KIA1601'],
  check({ mesh, report }) {
    // Where git declares no Namespace at all, they are taken to be made elsewhere.
    if (mesh.of('Namespace').length === 0 && !mesh.complete) return
    const known = new Set(mesh.namespaces)
    for (const manifest of mesh.of('ReferenceGrant')) {
      for (const [index, from] of list(manifest.spec.from).entries()) {
        const namespace = filled(mapOrEmpty(from).namespace)
        // The namespace of the grant itself is known only by the grant.
        if (namespace === undefined || known.has(namespace)) continue
        const path = ['spec', 'from', index, 'namespace']
        report(manifest, path, { namespace }, { certainty: absence(mesh) })
      }
    }
  }
})
